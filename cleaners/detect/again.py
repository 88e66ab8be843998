"""Words, names and lines said again: "snacks and snacks", "the gap gap", "need to need to", a caption twice.

People say some things twice, and `repetition` leaves those to them; asked only of what surely is a translation.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from cleaners import mqm
from cleaners.detect.pinyin import is_syllables
from cleaners.detect.words import word_list
from cleaners.fold import words_only
from cleaners.patterns import compiled
from cleaners.types import Finding, Span, Strength, lines

_LINK = r"(?:,? (?:and|or)|[,;.]) (?=[A-Za-z])"
_NO_WORDS = r"[^A-Za-z'’ -]"
_TWICE_AT_ONCE = r"(?<![\w'’-])([A-Za-z][a-z]{2,19}) (?=[a-z])(?i:\1)(?![\w'’-])"
_NAME_TWICE = r"(?<![\w'’-])(?<![A-Z][a-z] )([A-Z][A-Za-z]{3,15}) \1(?= [A-Za-z])"
_REACH = 120
_MARKS = ",.;:!?"
_ONCE_MORE = frozenset(  # step by step by step, again and again and again
    {"by", "after", "upon", "or", "more", "again", "less", "no"}
)
_ROUND = frozenset(
    {("on", "and"), ("over", "and"), ("round", "and"), ("house", "to"), ("door", "to"), ("place", "to")}
)
_MOST_PAIRS = 20
"""So many different pairs are looked for: each is a walk through the text."""
_LONGEST = 15
"""So many words may be said twice."""
_ANY_WORD = re.compile(r"[A-Za-z]{2,}")
_ENDED = (
    (". ", "the sentence before ends with the same words"),
    (", ", "the clause before ends with the same words"),
)
_FEW = 4
"""Sentences of fewer words come back on purpose: "He left. Then he left."."""


def found(text: str) -> Iterator[Finding]:
    """Yield what stands twice where once was meant."""
    yield from _twice(text)
    yield from _stutters(text)
    yield from _pairs_twice(text)
    yield from _same_lines(text)
    yield from _same_endings(text)


def _twice(text: str) -> Iterator[Finding]:
    """Yield "snacks and snacks": two words of the source that became one in English."""
    for link in compiled(_LINK).finditer(text):
        before = text[max(0, link.start() - _REACH) : link.start()]
        after = text[link.end() : link.end() + _REACH]
        if after.partition(" ")[0].rstrip(_MARKS).lower() not in before.lower():
            continue
        before, after = compiled(_NO_WORDS).split(before)[-1], compiled(_NO_WORDS).split(after, 1)[0]
        words = _same_words(before.split(" "), after.split(" "))
        # "They saw the mill, and the mill was old" goes on with it; longer than that nobody does.
        goes_on = link[0][0] in ".," and words[:1] in (["the"], ["this"])
        if link[0][0] == " " or len(words) > (_FEW if goes_on else 2):
            length = len(" ".join(words))
            if length > 3 and _is_slip(words):
                said = "the same words on both sides: two words of the source became one"
                yield _slip((link.start() - length, link.end() + length), "twice", "dup_phrase", said)


def _stutters(text: str) -> Iterator[Finding]:
    """Yield "the gap gap" and "a group group: ten", which `repetition` leaves: people say some words twice."""
    for match in compiled(_TWICE_AT_ONCE).finditer(text):
        if match[1].lower() not in word_list("again_and_again") | word_list("said_twice"):
            yield _slip(match.span(), "stutter", "dup_phrase", "the same word twice in a row")
    for match in compiled(_NAME_TWICE).finditer(text):
        # Yangyang may be written in two words.
        if not is_syllables(match[1]):
            yield _slip(match.span(), "stutter", "dup_phrase", "the same name twice in a row")


def _pairs_twice(text: str) -> Iterator[Finding]:
    """Yield "need to need to": two words said twice, which people do step by step by step."""
    words = text.lower().split()
    # The last word may have a stop behind it.
    fours = zip(words, words[1:], words[2:], words[3:], strict=False)
    again = {(a, b) for a, b, c, d in fours if a == c and a != b and d.startswith(b) and (a + b).isalpha()}
    for a, b in islice(sorted(pair for pair in again - _ROUND if _ONCE_MORE.isdisjoint(pair)), _MOST_PAIRS):
        for match in re.finditer(rf"(?<![\w-]){a} {b} {a} {b}(?![\w-])", text, re.IGNORECASE):
            yield _slip(
                match.span(), "twice", "dup_phrase", "two words said twice: the machine lost its place"
            )


def _same_lines(text: str) -> Iterator[Finding]:
    """Yield a line that says what the line above it says, or how that ends, and one that says itself twice."""
    filled = [line for line in lines(text) if line.text.strip()]
    for line, following in pairwise(filled):
        words = set(_ANY_WORD.findall(following.text))
        same = line.text == following.text and (len(words) > 1 or following.text[0] in "#*")
        if same or (len(words) >= _FEW and following.text[0].isalpha() and _ends(line.text, following.text)):
            span = (following.start, following.end)
            yield _slip(span, "same-line", "duplicate_line", "the same line stands above")
    for line in filled:
        half = line.text[: len(line.text) // 2].strip()
        if len(half) > 2 and not half.islower() and line.text == f"{half} {half}":
            yield _slip((line.start, line.end), "same-line", "dup_phrase", "the line says itself twice")


def _ends(text: str, words: str) -> bool:
    """Tell whether ``text`` ends with ``words``, whatever spaces and marks stand between them."""
    bare, last = (" ".join(words_only(part).split()) for part in (text, words))
    return text[0].isalpha() and (bare == last or bare.endswith(f" {last}"))


def _same_endings(text: str) -> Iterator[Finding]:
    """Yield "It held 23 meetings." behind "In two years it held 23 meetings.", and a clause with figures likewise."""
    for line in lines(text):
        for link, said in _ENDED:
            start = line.start
            for before, part in pairwise(line.text.split(link)):
                start += len(before) + len(link)
                words = part.rstrip(".").removeprefix("and ")
                # A clause without figures is told by `_twice`.
                told = link == ". " or any(map(str.isdigit, words))
                if told and len(words.split()) >= _FEW and f" {before.lower()}".endswith(f" {words.lower()}"):
                    end = start + len(part.rstrip("."))
                    yield _slip((start, end), "same-ending", "dup_phrase", said)


def _same_words(before: list[str], after: list[str]) -> list[str]:
    """Return the most words that end ``before`` and begin ``after``, in small letters, or none."""
    left, right = ([word.lower() for word in side] for side in (before[-_LONGEST:], after[:_LONGEST]))
    sizes = range(min(len(left), len(right)), 0, -1)
    return next((right[:size] for size in sizes if left[-size:] == right[:size]), [])


def _is_slip(words: list[str]) -> bool:
    return words[-1] not in word_list("again_and_again") and not words[-1].endswith("er")


def _slip(span: tuple[int, int], rule: str, kind: str, message: str) -> Finding:
    return mqm.finding(Span(*span), f"again.{rule}", kind, message, confidence=0.6, strength=Strength.LOOSE)
