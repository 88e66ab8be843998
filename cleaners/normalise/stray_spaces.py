"""Spaces that stand before punctuation, most of them where a link was taken out."""

import re
from collections.abc import Iterator

from cleaners.protected import is_protected, protected_near
from cleaners.resources import Resources
from cleaners.types import Document, Edit, Span

RULE = "normalise.space_punct"

_SPACED = tuple((mark, re.compile(rf"\{mark}(?<= .)")) for mark in ',.;:!?”)]"')
"""What may have a space before it, a mark at a time: the engine runs to one sign far faster than to any of ten."""
_MOST = 3
"""Spaces in a row that a link may leave; more are a column or an indent."""
# What must follow the mark: an end. " .NET", " ...", " :)" and " !=" are none of these.
_ENDS = re.compile(r"[,.!?](?:[\s”’\")\]]|$)|[;:](?:[\s”’\"]|$)|[”)\]](?:[\s.,;:!?]|$)|\"(?: ?[.,;:!?]|\s|$)")
_BEFORE = re.compile(r"[\w)\]%”’\".,;:!?]")
_FRENCH = frozenset(":;!?")


def find(document: Document, resources: Resources) -> Iterator[Edit]:  # noqa: ARG001
    """Yield spaces before a comma, a stop, a closing quote or bracket. French keeps its own before : ; ! ?"""
    text = document.text
    french = document.language.code == "fr"
    marks = sorted(m.start() for mark, spaced in _SPACED if mark in text for m in spaced.finditer(text))
    found = [span for at in marks if _stray(text, span := _spaces(text, at - 1), french=french)]
    if not found:
        return
    kept = protected_near(text, found)
    for span in found:
        if not is_protected(span, kept):
            yield Edit(span, "", RULE, "space_punct")


def _spaces(text: str, last: int) -> Span:
    """Return the run of spaces that ends with the one at ``last``."""
    start = last
    while last - start < _MOST - 1 and text[start - 1 : start] == " ":
        start -= 1
    return Span(start, last + 1)


def _stray(text: str, spaces: Span, *, french: bool) -> bool:
    start, end = spaces
    before, mark = text[start - 1 : start], text[end]
    if not _BEFORE.match(before) or not _ENDS.match(text, end):
        return False
    if mark in ",.;:!?":
        return not (before in ",.;:!?" or (french and mark in _FRENCH))
    return mark != '"' or _closes(text, start)


def _closes(text: str, at: int) -> bool:
    """Tell whether a straight quote at ``at`` closes: an odd number stands before it in its line."""
    start = max(text.rfind("\n", 0, at) + 1, at - 2000)
    return text.count('"', start, at) % 2 == 1
