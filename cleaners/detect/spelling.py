"""Words cut in two by a broken line or a slipped space (``informa- tion``, ``th e``)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.types import Document, Finding, Span

if TYPE_CHECKING:
    from cleaners.resources import Resources

_ENDINGS = "tion|tions|sion|sions|ment|ments|ness|nesses|ingly|ically|ities|ibility|ously|tional|ational"
"""Ends of words that are never words themselves: without a dictionary only these are sure."""
_CUT = re.compile(rf" (?:{_ENDINGS})(?![\w'’-])")
_HYPHEN = re.compile(r"- (?=[a-z]{2})")
_LETTERS_BEFORE = re.compile(r"(?<![\w'’-])[A-Za-z]?[a-z]{1,20}\Z")
_LETTERS = re.compile(r"[a-z]{2,20}")
_SUSPENDED = frozenset(
    [
        "and",
        "or",
        "to",
        "nor",
        "but",
        "through",
        "versus",
        "vs",
        "over",
        "by",
        "in",
        "the",
        "a",
        "plus",
        "als",
        "und",
    ]
)
"""What follows a hyphen that is left hanging on purpose (short- and long-term)."""
_ARTICLE = re.compile(r"(?<= )(?:th e|t he|an d|o f|w ith|tha t|fro m)(?= [a-z])")


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield words that a space or a leftover hyphen cuts in two."""
    text = document.text
    for match in _CUT.finditer(text):
        yield from _joined(text, match.start(), match.start() + 1, "spelling.cut")
    if "- " in text:
        for match in _HYPHEN.finditer(text):
            if _continues(text, match):
                yield from _joined(text, match.start(), match.end(), "spelling.hyphen")
    for match in _ARTICLE.finditer(text):
        yield _finding(Span(*match.span()), match[0].replace(" ", ""), "spelling.cut")


def _continues(text: str, match: re.Match[str]) -> bool:
    """Tell whether the two halves make a word that the text uses elsewhere, or end as only a half can."""
    before = _LETTERS_BEFORE.search(text, max(0, match.start() - 21), match.start())
    after = _LETTERS.match(text, match.end())
    if not before or not after or after[0] in _SUSPENDED:
        return False
    return after[0] in _ENDINGS.split("|") or f" {before[0]}{after[0]} " in text


def _joined(text: str, end: int, start: int, rule: str) -> Iterator[Finding]:
    before = _LETTERS_BEFORE.search(text, max(0, end - 21), end)
    after = _LETTERS.match(text, start)
    if before and after:
        yield _finding(Span(before.start(), after.end()), before[0] + after[0], rule)


def _finding(span: Span, whole: str, rule: str) -> Finding:
    message = f"one word cut in two: “{whole}”"
    return mqm.finding(span, rule, "spelling", message, confidence=0.7, suggestion=whole)
