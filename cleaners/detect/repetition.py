"""The same thing said again: a phrase stuttered, a sentence or a paragraph repeated."""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect.loops import loops, may_loop
from cleaners.types import Document, Finding, Span, lines

if TYPE_CHECKING:
    from cleaners.resources import Resources

_SPACED_WORD = re.compile(r"\S+")
_LONG_LINE = 60
_LONG_SENTENCE = 25
_SENTENCE_END = frozenset('.!?”"')


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield stuttered phrases, repeated sentences and repeated paragraphs; weak, people stutter and repeat too."""
    yield from _stutters(document.text)
    yield from _repeated_sentences(document.text)
    yield from _repeated_lines(document.text)


def _stutters(text: str) -> Iterator[Finding]:
    known = text.split()
    repeated = list(loops([*known, ""])) if may_loop(known) else []
    if not repeated:
        return
    words = list(_SPACED_WORD.finditer(text))
    for first, end in repeated:
        span = Span(words[first].start(), words[end - 1].end())
        if text.find("\n", *span) < 0:
            yield mqm.finding(
                span,
                "duplication.stutter",
                "dup_phrase",
                "the same words twice in a row",
                confidence=0.8,
            )


def _repeated_sentences(text: str) -> Iterator[Finding]:
    """Yield a sentence that stands twice in a row, with the stop before it: a decoder that lost its place."""
    sentences = text.split(". ")
    if not any(map(eq, sentences, sentences[1:])):
        return
    at = 0
    for sentence, following in pairwise(sentences):
        at += len(sentence) + 2
        if sentence == following and len(sentence) >= _LONG_SENTENCE:
            yield mqm.finding(
                Span(at - 2, at + len(sentence)),
                "duplication.sentence",
                "dup_phrase",
                "the same sentence twice in a row",
                confidence=0.8,
                suggestion="",
            )


def _repeated_lines(text: str) -> Iterator[Finding]:
    long = [line for line in text.split("\n") if len(line) >= _LONG_LINE]
    if len(set(long)) == len(long):
        return
    seen: set[str] = set()
    for line in lines(text):
        if line.text in seen and line.text[-1] in _SENTENCE_END and line.text.count("|") < 2:
            yield mqm.finding(
                Span(line.start, line.end),
                "duplication.line",
                "duplicate_line",
                "the same paragraph stands above",
                confidence=0.5,
            )
        if len(line.text) >= _LONG_LINE:
            seen.add(line.text)
