"""Two numbers for one thing that cannot both be true: "tens of thousands of GPUs", then "about 10,000 GPUs".

Chinese 上万 says "ten thousand or more", 上千 "a thousand or more"; machines write tens of thousands.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.patterns import compiled
from cleaners.types import Document, Finding, Severity, Span
from cleaners.words import vocabulary

if TYPE_CHECKING:
    from cleaners.resources import Resources

_UNITS = {"hundreds": 100, "thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}
_SCALE = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, None: 1}
_SMALL = "of|the|to|and|or|in|on|for|from|with|at|by|as|that|which|who|were|was|are|is|has|have|had"
_THING = rf"(?!(?:{_SMALL})\b)[\w-]{{2,20}}"
_VAGUE = (
    r"s of (?:(?<=([Tt]housands) of )|(?<=([MmBb]illions) of )|(?<=([Hh]undreds) of ))"
    rf"((?!thousands|millions|billions){_THING}(?: {_THING})?)(?: \(([^()\n]{{3,60}})\))?"
)
# Only a number that opens with 1 is less than one and a half times its power of ten.
_EXACT = (
    r"(1(?<![\w.,$€£¥-]1)(?:\d{0,2}(?:,\d{3}){1,3}|\d{2,9}|\d{0,2}(?= (?:thousand|million|billion)\b)))"
    rf"(?: (thousand|million|billion))? ({_THING}(?: {_THING})?)"
)
_STEM = 6


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield "tens of thousands of X" where the text elsewhere gives X as ten-odd thousand; only in company."""
    text = document.text
    if vocabulary(text).isdisjoint(_UNITS):
        return
    vague = list(_vague(text))
    exact = set(_exact(text)) if vague else set()
    denied = {named for _, names in vague if not exact.isdisjoint(names) for named in names}
    # A second "tens of thousands of GPUs" is as wrong as the one whose gloss met the exact number.
    for span, names in vague:
        if not denied.isdisjoint(names):
            yield _contradiction(span, max(floor for floor, _ in names))


def _vague(text: str) -> Iterator[tuple[Span, set[tuple[int, str]]]]:
    """Vague counts: where, and each thing counted with the smallest number of the decade (10,000, gpu)."""
    for match in compiled(_VAGUE).finditer(text):
        *units, things, gloss = match.groups()
        unit = next(filter(None, units))
        start, floor = match.start() + 1 - len(unit), _UNITS[unit.lower()]
        for word, times in (("tens of ", 10), ("hundreds of ", 100)):
            if text[max(0, start - len(word)) : start].lower() == word:
                start, floor = start - len(word), floor * times
        yield Span(start, match.end(4)), {(floor, stem) for stem in _stems(f"{things} {gloss or ''}")}


def _exact(text: str) -> Iterator[tuple[int, str]]:
    """The things that the text counts exactly, with the power of ten that their number barely exceeds."""
    for match in compiled(_EXACT).finditer(text):
        value = int(match[1].replace(",", "")) * _SCALE[match[2]]
        floor = 10 ** (len(str(value)) - 1)
        if value < 1.5 * floor:
            yield from ((floor, stem) for stem in _stems(match[3]))


def _stems(words: str) -> set[str]:
    """The openings of the words, so that processor and processing, GPU and GPUs are one thing."""
    return {word.lower()[:_STEM].rstrip("s") for word in words.split()}


def _contradiction(span: Span, floor: int) -> Finding:
    return mqm.finding(
        span,
        "numbers.contradiction",
        "number_unit",
        f"the text elsewhere gives about {floor:,}; 上万 and its like mean “{floor:,} or more”",
        severity=Severity.MAJOR,
        confidence=0.75,
        source_language="zh",
    )
