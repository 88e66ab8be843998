"""Sentence shapes that Chinese leaves in English: no subject, "although … but", "there has a", "I very like".

All are weak, since one clumsy sentence proves no machine.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect import shape_halves, shape_order, shape_subjects, shape_times, shape_words
from cleaners.detect.shape import Shape
from cleaners.patterns import compiled
from cleaners.types import Document, Finding, Span
from cleaners.words import vocabulary

if TYPE_CHECKING:
    from cleaners.resources import Resources

OPENERS = (
    *shape_subjects.OPENERS,
    *shape_halves.OPENERS,
    *shape_order.OPENERS,
    *shape_times.OPENERS,
)
"""Shapes of a sentence's first words."""

ANYWHERE = (*shape_halves.ANYWHERE, *shape_words.ANYWHERE, *shape_times.ANYWHERE)

_FIRST_WORDS = {word: shape for shape in OPENERS for word in shape.needs.split()}
_FIRST = re.compile(rf"({'|'.join(_FIRST_WORDS)})[ ,]")
_BEFORE = ("\n", "“", '"', ". ", "! ", "? ", "… ", ": ")
_STARTS = tuple(
    (sign[0], re.compile(f"{re.escape(sign[0])}(?={sign[1:]}[A-Z]){sign[1:]}{_FIRST.pattern}"))
    for sign in _BEFORE
)
"""Where a sentence may start, by the sign before it, to which the engine runs faster than to a capital."""
_ANYWHERE = tuple((frozenset(shape.needs.split()), shape) for shape in ANYWHERE)


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield sentences of a Chinese shape: openers at a sentence's start, the others anywhere; only in company."""
    text = document.text
    for start in _starts(text):
        shape = _FIRST_WORDS[start[1]]
        if match := compiled(shape.pattern).match(text, start.start(1)):
            yield _finding(shape, match)
    words = vocabulary(text)
    for needs, shape in _ANYWHERE:
        if not needs.isdisjoint(words) and shape.literal in text:
            yield from (_finding(shape, match) for match in compiled(shape.pattern).finditer(text))


def _starts(text: str) -> Iterator[re.Match[str]]:
    if first := _FIRST.match(text):
        yield first
    for sign, start in _STARTS:
        if sign in text:
            yield from start.finditer(text)


def _finding(shape: Shape, match: re.Match[str]) -> Finding:
    group = "at" if "at" in match.re.groupindex else 0
    start, end = match.span(group)
    return mqm.finding(
        Span(start + match[group].startswith(" "), end),
        shape.rule,
        shape.kind,
        shape.message,
        severity=shape.severity,
        confidence=shape.confidence,
        source_language="zh",
    )
