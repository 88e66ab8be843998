"""Capitals that stand where no sentence begins, and sentences that begin without one."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect.tables import lines_of
from cleaners.types import Document, Finding, Span

if TYPE_CHECKING:
    from cleaners.resources import Resources

_CAPITAL = re.compile(r" [A-Z][a-z]{1,14}(?= [a-z]{2}| a )")
_AFTER_COMMA = re.compile(
    r", (?:The|This|That|These|Those|It|He|She|They|We|You|But|And|So|If|When|There|Then|Because|However|Although|Also|As|For|In)"
    r"(?= [a-z])"
)
_LOWER_START = re.compile(r"\. (?P<word>[a-z]{2,20})(?= [a-z])")
_LOWER_PARAGRAPH = re.compile(r"[.?!]\n\n(?P<word>[a-z]{2,20})(?= [a-z])")
_AND = re.compile(r" (?:And|Or)(?= [\[(\d])")
_CAPITALISED = re.compile(r"[A-Z][a-z]{1,19}")
_TWO_WORDS = re.compile(r"(?:^|[\s(])([a-z][a-z'’-]*),? ([a-z][a-z'’-]*),?\Z")
_LAST_WORD = re.compile(r"(?:^|[\s(“])([A-Za-z]?[a-z'’-]{1,23})\Z")
_LABELS = frozenset(
    [
        "click",
        "press",
        "tap",
        "hit",
        "select",
        "choose",
        "button",
        "key",
        "tab",
        "menu",
        "option",
        "called",
        "named",
        "titled",
        "labeled",
        "labelled",
        "type",
    ]
)
_ARTICLES = frozenset({"the", "a", "an"})
_ENGLISH_ENDINGS = ("ing", "ed", "ly", "tion", "ment", "ness", "ers")
_NEAR = 240
_SENTENCE = 60
"""A shorter line is a heading, a caption or an item, where capitals follow other rules."""


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield stray capitals in mid-sentence and sentences that start small; weak, people slip here too."""
    text = document.text
    for match in _CAPITAL.finditer(text):
        word = match[0][1:]
        if word.lower() in _never_names() and _in_plain_prose(text, match.start()):
            yield _finding(Span(match.start() + 1, match.end()), word.lower(), "capitals.mid-sentence")
    for match in _AND.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if (before.isdigit() or before in {"]", ")"}) and _in_sentence(text, match.start()):
            word = match[0][1:].lower()
            yield _finding(Span(match.start() + 1, match.end()), word, "capitals.mid-sentence")
    for match in _AFTER_COMMA.finditer(text):
        if _in_sentence(text, match.start()) and text[match.start() - 1 : match.start()].islower():
            word = match[0][2:].lower()
            yield _finding(Span(match.start() + 2, match.end()), word, "capitals.after-comma")
    for match in _LOWER_START.finditer(text):
        if (
            _ends_sentence(text, match.start())
            and _in_sentence(text, match.start())
            and _is_word(match["word"])
        ):
            yield _finding(Span(*match.span("word")), match["word"].capitalize(), "capitals.sentence-start")
    for match in _LOWER_PARAGRAPH.finditer(text):
        long = text.find("\n", match.end(), match.end() + _SENTENCE) < 0
        if long and (_is_word(match["word"]) or match["word"].capitalize() in _capitalised(text)):
            yield _finding(Span(*match.span("word")), match["word"].capitalize(), "capitals.paragraph-start")


@cache
def _never_names() -> frozenset[str]:
    return frozenset(word for line in lines_of("never_names") for word in line.split())


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word for line in lines_of("abbreviations") for word in line.split())


@lru_cache(maxsize=1)
def _capitalised(text: str) -> frozenset[str]:
    """Return the words that stand with a capital somewhere in ``text``; a brand in small letters never does."""
    return frozenset(_CAPITALISED.findall(text))


def _in_plain_prose(text: str, at: int) -> bool:
    """Tell whether two small words stand before ``at``, in a sentence, outside quotation marks."""
    before = _TWO_WORDS.search(text, max(0, at - 45), at)
    return before is not None and not _LABELS & {before[1], before[2]} and _in_sentence(text, at)


def _is_word(word: str) -> bool:
    """Tell a word that can open any sentence from a command or a brand in small letters (vscode, monday)."""
    return word in _never_names() or word in _ARTICLES or word.endswith(_ENGLISH_ENDINGS)


def _ends_sentence(text: str, at: int) -> bool:
    """Tell whether a plain word stands before the full stop at ``at``: no abbreviation, initial, pause or name.com."""
    before = _LAST_WORD.search(text, max(0, at - 24), at)
    return before is not None and len(before[1]) > 2 and before[1].lower() not in _abbreviations()


def _in_sentence(text: str, at: int) -> bool:
    """Tell whether ``at`` lies in a line that is long enough for prose, outside quotation marks."""
    low = max(0, at - _NEAR)
    start = max(low, text.rfind("\n", low, at) + 1)
    end = text.find("\n", at, at + _NEAR)
    near = text[start:at]
    if (at + _NEAR if end < 0 else end) - start < _SENTENCE:
        return False
    return near.rfind("“") <= near.rfind("”") and near.count('"') % 2 == 0


def _finding(span: Span, suggestion: str, rule: str) -> Finding:
    said = (
        "a sentence begins without its capital"
        if rule == "capitals.sentence-start"
        else "a capital in mid-sentence"
    )
    return mqm.finding(span, rule, "caps", said, confidence=0.7, suggestion=suggestion)
