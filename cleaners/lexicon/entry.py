"""One entry of a lexicon: a phrase a translation machine leaves behind, with its own proof."""

import re
from functools import cached_property
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cleaners import mqm
from cleaners.fold import plain
from cleaners.lexicon.inflect import from_lemmas
from cleaners.lexicon.pattern import anchors, compile_pattern
from cleaners.lexicon.topics import words_of
from cleaners.types import Severity, Span, Strength

_MARK = re.compile(r"\[\[(.+?)\]\](?!\])")


class Entry(BaseModel):
    """A table ``[[entry]]``; README in this folder says what each key means. Unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
    source: str
    gloss: str
    match: str | None = None
    lemmas: tuple[str, ...] | None = None
    kind: str
    severity: Severity
    strength: Strength
    topics: tuple[str, ...] = ()
    suggest: str | None = None
    bad: Annotated[tuple[str, ...], Field(min_length=1)]
    good: Annotated[tuple[str, ...], Field(min_length=1)]
    todo: tuple[str, ...] = ()
    case: bool = False
    confidence: Annotated[float, Field(gt=0, le=1)] | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.match is None) == (self.lemmas is None):
            raise ValueError("needs either match or lemmas, one of them")
        if self.kind not in mqm.TYPES:
            raise ValueError(f"kind {self.kind!r} is not one of {', '.join(mqm.TYPES)}")
        if self.topics and self.strength is not Strength.LOOSE:
            raise ValueError("only a loose entry may have topics")
        if unknown := sorted(set(self.topics) - set(words_of())):
            raise ValueError(f"topic {unknown[0]!r} is not one of {', '.join(words_of())}")
        anchors(self.pattern)
        if self._group_may_be_empty():
            raise ValueError(
                "the group `at` must take part in every match: not inside one branch or an option"
            )
        return self

    def _group_may_be_empty(self) -> bool:
        """Compile the pattern, and see whether an example matches without its group."""
        if "at" not in compile_pattern(self.pattern, case=self.case).groupindex:
            return False
        texts = (unmark(example)[0] for example in self.bad)
        return any(m.start("at") < 0 for text in texts for m in self.regex.finditer(plain(text)))

    @property
    def pattern(self) -> str:
        """The regular expression as written, or made from the lemmas."""
        return from_lemmas(self.lemmas) if self.lemmas else self.match or ""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern; compiled when it is first needed, since most never are."""
        return compile_pattern(self.pattern, case=self.case)

    @property
    def sureness(self) -> float:
        """``confidence``, or 0.9 for a strong entry and 0.6 for others."""
        return self.confidence or (0.9 if self.strength is Strength.STRONG else 0.6)

    def spans(self, text: str) -> list[Span]:
        """Return where the entry matches in ``text`` (the group ``at`` where the pattern has one)."""
        group = "at" if "at" in self.regex.groupindex else 0
        return [Span(*m.span(group)) for m in self.regex.finditer(plain(text))]


def proof_failures(entry: Entry) -> list[str]:
    """Return what is wrong with the entry's own proof, one sentence each; empty when it holds."""
    wrong = []
    for example in entry.bad:
        text, marked = unmark(example)
        if not marked:
            wrong.append(f"{entry.id}: bad example marks no [[span]]: {example!r}")
        elif entry.spans(text) != marked:
            found = [text[s:e] for s, e in entry.spans(text)]
            wrong.append(f"{entry.id}: {example!r} marks {[text[s:e] for s, e in marked]}, found {found}")
    fired = (example for example in entry.good if entry.spans(example))
    return wrong + [f"{entry.id}: fires on its good example {example!r}" for example in fired]


def unmark(example: str) -> tuple[str, list[Span]]:
    """Return an example's text without double brackets, and the spans they marked."""
    text, spans, at = "", [], 0
    for m in _MARK.finditer(example):
        text += example[at : m.start()]
        spans.append(Span(len(text), len(text) + len(m[1])))
        text += m[1]
        at = m.end()
    return text + example[at:], spans
