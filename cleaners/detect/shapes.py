"""Sentence shapes that Chinese leaves in English: no subject, "although … but", "there has a", "I very like".

All are weak, since one clumsy sentence proves no machine.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect.shape_tables import ANYWHERE, OPENERS, Shape
from cleaners.types import Document, Finding, Span
from cleaners.words import vocabulary

if TYPE_CHECKING:
    from cleaners.resources import Resources

_FIRST_WORDS = {word: shape for shape in OPENERS for word in shape.needs.split()}
_ANYWHERE = tuple((frozenset(shape.needs.split()), shape) for shape in ANYWHERE)
_START = re.compile(rf"(?:{'|'.join(_FIRST_WORDS)}) ")


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield sentences of a Chinese shape: openers at a sentence's start, the others anywhere; only in company."""
    text = document.text
    for start in _START.finditer(text):
        if _opens_sentence(text, start.start()):
            shape = _FIRST_WORDS[start[0][:-1]]
            if match := shape.pattern.match(text, start.start()):
                yield _finding(shape, match)
    words = vocabulary(text)
    for needs, shape in _ANYWHERE:
        if not needs.isdisjoint(words) and shape.literal in text:
            yield from (_finding(shape, match) for match in shape.pattern.finditer(text))


def _opens_sentence(text: str, at: int) -> bool:
    return (
        at == 0 or text[at - 1] in '\n“"' or (text[at - 1] == " " and text[at - 2 : at - 1] in set(".!?…:"))
    )


def _finding(shape: Shape, match: re.Match[str]) -> Finding:
    group = "at" if "at" in shape.pattern.groupindex else 0
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
