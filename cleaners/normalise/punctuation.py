"""Spaces that stand before punctuation, most of them where a link was taken out."""

import re
from collections.abc import Iterator

from cleaners.protected import is_protected, protected_spans
from cleaners.resources import Resources
from cleaners.types import Document, Edit, Span

RULE = "normalise.space_punct"

# A word or a closing mark, spaces, one mark that ends something, and then an end: " .NET", " ...", " :)" and
# " !=" are none of these.
_BEFORE_MARK = re.compile(r"(?<=[\w)\]%”’\"'])( {1,3})(?=([,.;:!?])(?:[\s”’\")\]]|$))")
_BEFORE_CLOSING = re.compile(r"(?<=[\w.,;:!?)%])( {1,3})(?=[”)\]](?:[\s.,;:!?]|$))")
_STRAIGHT = re.compile(r"(?<=[\w.,;:!?)])( {1,3})(?=\"(?:[ ]?[.,;:!?]|\s|$))")
_FRENCH = frozenset(":;!?")


def find(document: Document, resources: Resources) -> Iterator[Edit]:  # noqa: ARG001
    """Yield spaces before a comma, a stop, a closing quote or bracket. French keeps its own before : ; ! ?"""
    text = document.text
    if not (found := sorted(_candidates(text, french=document.language.code == "fr"))):
        return
    kept = protected_spans(text)
    at = -1
    for span in found:
        if span.start >= at and not is_protected(span, kept):
            yield Edit(span, "", RULE, "space_punct")
            at = span.end


def _candidates(text: str, *, french: bool) -> Iterator[Span]:
    for match in _BEFORE_MARK.finditer(text):
        if not (french and match[2] in _FRENCH):
            yield Span(*match.span(1))
    for match in _BEFORE_CLOSING.finditer(text):
        yield Span(*match.span(1))
    for match in _STRAIGHT.finditer(text):
        # A straight quote closes when an odd number stands before it in its line.
        start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - 2000)
        if text.count('"', start, match.start()) % 2:
            yield Span(*match.span(1))
