"""Capitals that stand where no sentence begins, and sentences that begin without one."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect.words import word_list
from cleaners.patterns import compiled
from cleaners.types import Document, Finding, Span

if TYPE_CHECKING:
    from cleaners.resources import Resources

# Each pattern starts with one sign, to which the engine runs far faster than to two, or to one of many.
# What stands before is asked right after the capital, since most capitals follow a full stop.
_CAPITAL = re.compile(r" (?P<word>[A-Z](?<=[a-z'’,\-0-9\])] .)[a-z]{1,14})(?= [a-z]{2}| a | [\[(\d])")
_OPENER = (
    "The|This|That|These|Those|It|He|She|They|We|You|But|And|So|If|When|There|Then|Because|However|Although|Also|As|For"
    "|In|First|Second|Third|Finally"
)
_AFTER_MARK = (
    (",", re.compile(rf",(?= [A-Z]) (?P<word>{_OPENER})(?= [a-z])")),
    (";", re.compile(r";(?= [A-Z]) (?P<word>[A-Z][a-z]{1,14})(?=,? [a-z])")),
    ("；", re.compile(r"； ?(?P<word>[A-Z][a-z]{1,14})(?=,? [a-z])")),
)
"""A capital after a comma often is a name; after a semicolon any word that is no part of one tells."""
_LOWER_START = re.compile(r"\.(?= [a-z]) (?P<word>[a-z][a-z'’]{0,19})(?=,? (?:[a-z]|I[ '’]))")
_LOWER_PARAGRAPH = re.compile(
    r"\n(?=\n[a-z*>])\n(?:\*\*|> )?(?P<word>[a-z][a-z'’]{0,19})(?= (?:[a-z]|I[ '’]))"
)
_APOSTROPHE = re.compile(r"['’]")
_CAPITALISED = re.compile(r"[A-Z][a-z]{1,19}")
_TWO_WORDS = re.compile(r"(?:^|[\s(])([a-z][a-z'’-]*),? ([a-z][a-z'’-]*),?\Z")
_LAST_WORD = re.compile(r"(?:^|[\s(“])([A-Za-z]?[a-z'’-]{1,23})\Z")
_ENGLISH_ENDINGS = (
    "ing",
    "ed",
    "ly",
    "tion",
    "ment",
    "ness",
    "ers",
    "ic",
    "al",
    "ive",
    "ous",
    "able",
    "ful",
    "ity",
    "ance",
    "ence",
)
_NO_NAMES = {"The", "A", "An", "Others", "First", "Second", "Third", "Finally"}
_OPENERS = {
    "the",
    "a",
    "an",
    "as",
    "yesterday",
    "today",
    "tomorrow",
    "now",
    "later",
    "during",
    "once",
    "even",
    "only",
}
_HEADING = r"^#{1,6} (?:\d{1,2}\.? )?[A-Z]"
_SMALL_HEADING = r"^#{2,6} (?:\d{1,2}\.? )?(?P<word>[a-z]{3,20})(?=(?: [a-z]{2,20}){0,5}\??$)"
_NEAR = 240
_PARAGRAPH = 40
_SENTENCE = 60
"""A shorter line is a heading, a caption or an item, where capitals follow other rules."""


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield stray capitals in mid-sentence and sentences that start small; weak, people slip here too."""
    yield from _stray_capitals(document.text)
    yield from _small_starts(document.text)
    yield from _small_headings(document.text)


def _stray_capitals(text: str) -> Iterator[Finding]:
    # Nearly all are names: what they are is asked of all at once, and where they stand only when one is a word.
    if not _common_words().isdisjoint(_CAPITAL.findall(text)):
        for match in _CAPITAL.finditer(text):
            if match["word"] in _common_words() and _in_plain_prose(text, match):
                yield _finding(match, match["word"].lower(), "mid-sentence", "a capital in mid-sentence")
    for match in (m for mark, after in _AFTER_MARK if mark in text for m in after.finditer(text)):
        if text[match.start()] != "," and not (
            match["word"] in _common_words() or match["word"] in _NO_NAMES
        ):
            continue
        # "&quot; The" is the end of a character's name, and no clause's.
        clause = (text[match.start() - 1].islower() or text[match.start() - 1] in "`)") and "&" not in text[
            max(0, match.start() - 7) : match.start()
        ]
        if clause and _in_sentence(text, match.start()):
            yield _finding(match, match["word"].lower(), "after-comma", "a capital within a sentence")


@cache
def _common_words() -> frozenset[str]:
    """Return the words that no name begins with, as they look with a capital."""
    return frozenset(word.capitalize() for word in word_list("never_names"))


def _small_starts(text: str) -> Iterator[Finding]:
    for match in _LOWER_START.finditer(text):
        at = match.start()
        if _opens_sentences(match["word"], text) and ends_sentence(text, at) and _in_sentence(text, at):
            yield _finding(match, match["word"].capitalize(), "sentence-start", "a sentence begins small")
    for match in _LOWER_PARAGRAPH.finditer(text):
        long = text.find("\n", match.end(), match.end() + _PARAGRAPH) < 0
        if long and _is_left(text, match.start()) and _opens_sentences(match["word"], text):
            yield _finding(match, match["word"].capitalize(), "paragraph-start", "a paragraph begins small")


def _small_headings(text: str) -> Iterator[Finding]:
    """Yield headings that begin small where most begin with a capital; names of code have more than letters."""
    if "\n#" not in text:
        return
    small = list(compiled(_SMALL_HEADING, re.MULTILINE).finditer(text))
    if small and len(compiled(_HEADING, re.MULTILINE).findall(text)) > 2 * len(small):
        for match in small:
            yield _finding(match, match["word"].capitalize(), "heading", "a heading begins small")


def _is_left(text: str, end: int) -> bool:
    """Tell whether what ends at ``end`` is over: a sentence, code, a heading or the title; no formula or picture."""
    line = text.rfind("\n", 0, end) + 1
    return line == 0 or text[end - 1] in ".?!`。！？～" or text[line] == "#"


def _in_plain_prose(text: str, match: re.Match[str]) -> bool:
    """Tell whether small words stand before the capital, in a sentence, outside quotation marks."""
    at = match.start()
    before = _TWO_WORDS.search(text, max(0, at - 45), at)
    if before is None:
        # Between figures and brackets only "And" and "Or" are sure: "[1] And [2]".
        return match["word"] in {"And", "Or"} and text[at - 1] in "0123456789])" and _in_sentence(text, at)
    if text[match.end() + 1] in "[(0123456789":
        return False
    return not word_list("interface_words") & {before[1], before[2]} and _in_sentence(text, at)


def _opens_sentences(word: str, text: str) -> bool:
    """Tell a word that can open any sentence from a command or a brand in small letters (vscode, monday)."""
    word = _APOSTROPHE.split(word)[0]
    if word in _OPENERS or word in word_list("never_names") or word.endswith(_ENGLISH_ENDINGS):
        return True
    return word.capitalize() in _capitalised(text)


@lru_cache(maxsize=1)
def _capitalised(text: str) -> frozenset[str]:
    """Return the words that stand with a capital somewhere in ``text``; a brand in small letters never does."""
    return frozenset(_CAPITALISED.findall(text))


def ends_sentence(text: str, at: int) -> bool:
    """Tell whether a plain word stands before the full stop: no abbreviation, initial, pause or name.com."""
    before = _LAST_WORD.search(text, max(0, at - 24), at)
    return before is not None and len(before[1]) > 2 and before[1].lower() not in word_list("abbreviations")


def _in_sentence(text: str, at: int) -> bool:
    """Tell whether ``at`` lies in a line that is long enough for prose, outside quotation marks."""
    low = max(0, at - _NEAR)
    start = max(low, text.rfind("\n", low, at) + 1)
    end = text.find("\n", at, at + _NEAR)
    if (at + _NEAR if end < 0 else end) - start < _SENTENCE:
        return False
    near = text[start:at]
    return near.rfind("“") <= near.rfind("”") and near.count('"') % 2 == 0


def _finding(match: re.Match[str], suggestion: str, rule: str, message: str) -> Finding:
    span = Span(*match.span("word"))
    return mqm.finding(span, f"capitals.{rule}", "caps", message, confidence=0.7, suggestion=suggestion)
