"""Words cut in two by a broken line or a slipped space (``informa- tion``, ``th e``)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.types import Document, Finding, Span
from cleaners.words import vocabulary

if TYPE_CHECKING:
    from cleaners.resources import Resources

_ENDINGS = "[ts]ions?|ments?|ness|nesses|ingly|ically|ities|ibility|ously|ational"
"""Ends of words that are never words themselves: without a dictionary only these are sure."""
_ENDING = re.compile(_ENDINGS)
_CUT = re.compile(rf" (?:{_ENDINGS}|th e|t he|an d|o f|w ith|tha t|fro m)(?![\w'’-])")
_CUT_WORDS = frozenset(
    {
        "tion",
        "tions",
        "sion",
        "sions",
        "ment",
        "ments",
        "ness",
        "nesses",
        "ingly",
        "ically",
        "ities",
        "ibility",
    }
    | {"ously", "ational", "th", "o", "w", "tha", "fro"}
)
_CUT_PAIRS = ((frozenset({"t", "he"}), " t he"), (frozenset({"an", "d"}), " an d"))
"""Nearly every text has a t or a d that an apostrophe cut off: these two are looked for whole."""
_HYPHEN = re.compile(r"-(?= [a-z]{2}) ")  # the engine runs to one sign far faster than to two
_LETTERS_BEFORE = re.compile(r"(?<![\w'’-])[A-Za-z]?[a-z]{1,20}\Z")
_LETTERS = re.compile(r"[a-z]{2,20}")
_SUSPENDED = frozenset(
    {"and", "or", "to", "nor", "but", "through", "versus", "vs", "over", "by", "in", "the", "a", "plus"}
)
"""What follows a hyphen that is left hanging on purpose (short- and long-term)."""


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield words that a space or a leftover hyphen cuts in two."""
    yield from _cut(document.text)
    yield from _hyphens(document.text)


def _cut(text: str) -> Iterator[Finding]:
    words = vocabulary(text)
    if words.isdisjoint(_CUT_WORDS) and not any(both <= words and cut in text for both, cut in _CUT_PAIRS):
        return
    for match in _CUT.finditer(text):
        if " " in match[0][1:]:
            yield _finding(Span(match.start() + 1, match.end()), match[0].replace(" ", ""), "spelling.cut")
        else:
            yield from _joined(text, match.start(), match.start() + 1, "spelling.cut")


def _hyphens(text: str) -> Iterator[Finding]:
    """Yield halves that make a word that the text uses elsewhere, or of which one ends as only a half can."""
    words: frozenset[str] | None = None
    for match in _HYPHEN.finditer(text):
        after = _LETTERS.match(text, match.end())
        if not after or after[0] in _SUSPENDED:
            continue
        if words is None:
            words = frozenset(text.split())
        for finding in _joined(text, match.start(), match.end(), "spelling.hyphen"):
            if _ENDING.fullmatch(after[0]) or finding.suggestion in words:
                yield finding


def _joined(text: str, end: int, start: int, rule: str) -> Iterator[Finding]:
    """Yield the word whose first half ends at ``end`` and whose second begins at ``start``."""
    before = _LETTERS_BEFORE.search(text, max(0, end - 21), end)
    after = _LETTERS.match(text, start)
    if before and after:
        yield _finding(Span(before.start(), after.end()), before[0] + after[0], rule)


def _finding(span: Span, whole: str, rule: str) -> Finding:
    message = f"one word cut in two: “{whole}”"
    return mqm.finding(span, rule, "spelling", message, confidence=0.6, suggestion=whole)
