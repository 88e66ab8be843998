"""The words this house speaks: a span, an edit, a finding, and the document they point at."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points in a text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two ranges share a position (an empty span only lies strictly inside another)."""
        return self.start < other.end and other.start < self.end

    def within(self, other: "Span") -> bool:
        """Tell whether every position of this span is one of ``other``."""
        return other.start <= self.start and self.end <= other.end


class Severity(StrEnum):
    """MQM severity; compare by ``weight``, never as strings."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def weight(self) -> int:
        """Penalty points of one such error, after MQM's usual 0/1/5/25."""
        return {"neutral": 0, "minor": 1, "major": 5, "critical": 25}[self.value]


class Strength(StrEnum):
    """Whether a finding is proof of a machine by itself, only in company, or none at all.

    A loose one is looked for only in a text that has shown to be a translation: good English elsewhere.
    """

    STRONG = "strong"
    WEAK = "weak"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``span`` of the text a cleaner was shown by ``new``; an empty ``new`` deletes.

    ``rule`` names the rule that asks for it, ``kind`` what it is (``encoding``, ``sidebar``, ...).
    """

    span: Span
    new: str
    rule: str
    kind: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A phenomenon at ``span`` of the finished (clean) text.

    ``confidence`` is in 0..1; ``source_language`` is an ISO 639-1 code where the phenomenon points to one
    language, else None; ``suggestion`` replaces exactly ``span`` and is given only where that is safe.
    """

    span: Span
    rule: str
    kind: str
    mqm: str
    severity: Severity
    confidence: float
    strength: Strength
    source_language: str | None
    message: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """A change already made by ``normalise``, as a detector sees it: ``span`` is in the finished text."""

    span: Span
    old: str
    new: str
    kind: str


@dataclass(frozen=True, slots=True)
class Language:
    """Language of a text: ISO 639-1 ``code`` ("und" when unknown), ``confidence`` 0..1, other scripts or
    languages seen in it (``foreign``)."""

    code: str
    confidence: float
    foreign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text as one rule sees it. ``title`` and ``dek`` are spans of ``text``; ``repairs`` lists what
    ``normalise`` mended (empty while cleaners still run); ``markdown`` files are never stripped like a page.
    ``body_known`` says that an extractor already chose the structure (HTML), so only its lines may be vetoed;
    ``headed`` that the first of these is the title.
    """

    text: str
    language: Language = Language("und", 0.0)
    title: Span | None = None
    dek: Span | None = None
    repairs: tuple[Repair, ...] = ()
    markdown: bool = False
    body_known: bool = False
    headed: bool = False


class Line(NamedTuple):
    """One line of a text, without its newline: ``text == document.text[start:end]``."""

    start: int
    end: int
    text: str


def lines(text: str) -> Iterator[Line]:
    r"""Yield the lines of ``text``, split at ``\n`` only (offsets stay those of ``text``)."""
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Line(start, end, text[start:end])
        start = end + 1
