"""The same thing said twice: a name glossed by itself, a phrase stuttered, a paragraph repeated."""

import re
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise
from operator import eq
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect.restated import WORD, WORDS_BEFORE, restated
from cleaners.detect.words import word_list
from cleaners.fold import words_only
from cleaners.types import Document, Finding, Span, Strength, lines
from cleaners.unusual import unusual
from cleaners.words import spaced

if TYPE_CHECKING:
    from cleaners.resources import Resources

_BRACKET = re.compile(r"\(([^()（）\n]{2,100})[)）]")
_ANY_BRACKET = re.compile(r"[(（]([^()（）\n]{2,100})[)）]")
_CLAUSE_END = re.compile(r"[)）;\n]|[!?] |[a-z]\. ")
_NEVER_TWICE = frozenset(
    {
        *("the", "a", "an", "of", "to", "and", "for", "with", "from", "by", "at", "into", "their", "its"),
        *("as", "or", "but", "if", "when", "which", "these", "we", "they"),
    }
)
_SPACED_WORD = re.compile(r"\S+")
_LONGEST_LOOP = 8
_FAR = 99
_REACH = 120
"""How many characters before a bracket it may repeat."""
_LONG_LINE = 60
_LONG_SENTENCE = 25
_SENTENCE_END = frozenset('.!?”"')


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield brackets that repeat what stands before them, stuttered phrases, and repeated paragraphs."""
    yield from _brackets(document.text)
    yield from _stutters(document.text)
    yield from _repeated_sentences(document.text)
    yield from _repeated_lines(document.text)


def _brackets(text: str) -> Iterator[Finding]:
    # The engine runs to a literal bracket far faster than to either of two.
    bracket = _ANY_BRACKET if "（" in unusual(text) else _BRACKET
    for match in bracket.finditer(text):
        if not _may_repeat_before(text, match):
            continue
        left = _CLAUSE_END.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
        before = WORD.findall(left)[-WORDS_BEFORE:]
        if before and not _is_other(match[1], left):
            yield from _judge(match, before)


def _may_repeat_before(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word in the brackets begins like anything before them, spaces or not."""
    words = words_only(text)
    before = words[max(0, match.start() - _REACH) : match.start()].replace(" ", "")
    return any(word[:3] in before for word in words[match.start(1) : match.end(1)].split())


def _is_other(inside: str, left: str) -> bool:
    """Tell code, a link, a handle and a definition in quotes from a gloss: f(f), [file](file), (the "Seller")."""
    glued = left[-1:] in "]_`" or (left[-1:].isalnum() and " " not in inside)
    return glued or inside[0] in "@$#`" or any(sign in inside for sign in '/"“*=')


def _judge(match: re.Match[str], before: list[str]) -> Iterator[Finding]:
    strength = restated(before, match[1])
    if strength:
        yield mqm.finding(
            Span(*match.span()),
            "duplication.gloss",
            "dup_paren",
            "the brackets repeat what stands before them: two spellings of the source became one",
            confidence=0.95 if strength is Strength.STRONG else 0.6,
            strength=strength,
            suggestion="" if strength is Strength.STRONG else None,
        )


def _stutters(text: str) -> Iterator[Finding]:
    known = spaced(text)
    loops = list(_loops([*known, ""])) if _may_loop(known) else []
    if not loops:
        return
    words = list(_SPACED_WORD.finditer(text))
    for first, end in loops:
        span = Span(words[first].start(), words[end - 1].end())
        if text.find("\n", *span) < 0:
            yield mqm.finding(
                span,
                "duplication.stutter",
                "dup_phrase",
                "the same words twice in a row",
                confidence=0.8,
            )


def _may_loop(words: Sequence[str]) -> bool:
    """Tell whether words may repeat themselves at once in a way worth telling, far sooner than where.

    A phrase of n words said twice gives n words in a row that are as long as the one n before: the lengths of all
    words are compared as one number, and words only where n lengths in a row agree.
    """
    if any(_is_loop([word], 2) for word in compress(words, map(eq, words, words[1:]))):
        return True
    try:
        lengths = int.from_bytes(map(len, words), "big")
    except ValueError:  # a word of more than 255 letters
        return True
    return any(_may_repeat(words, lengths, gap) for gap in range(1, _LONGEST_LOOP + 1))


def _may_repeat(words: Sequence[str], lengths: int, gap: int) -> bool:
    """Tell whether words in a row equal those ``gap`` words before them, as many as ``_is_loop`` asks for.

    ``lengths`` holds the length of each word in a byte.
    """
    run = bytes(gap if gap > 2 else 4)
    alike = (lengths ^ lengths >> 8 * gap).to_bytes(len(words), "big")
    at = alike.find(run, gap)
    while at >= 0:
        if words[at : at + len(run)] == words[at - gap : at - gap + len(run)]:
            return True
        at = alike.find(run, at + 1)
    return False


def _loops(words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of ``words`` that repeat themselves at once, the first time included."""
    last: dict[str, int] = {}
    resume = 0
    for at, word in enumerate(words):
        gap = at - last.get(word, -_FAR)
        last[word] = at
        if gap > _LONGEST_LOOP or at < resume or at + 1 == len(words):
            continue
        if gap > 1 and words[at + 1] != words[at + 1 - gap]:
            continue
        start, end = _extent(words, at, gap, resume)
        if end - start >= 2 * gap:
            resume = end
            if _is_loop(words[start : start + gap], end - start):
                yield start, end


def _extent(words: Sequence[str], at: int, gap: int, low: int) -> tuple[int, int]:
    """Return how far around ``at`` every word equals the one ``gap`` words before it."""
    start, end = at - gap, at
    while end < len(words) and words[end] == words[end - gap]:
        end += 1
    while start > low and at - start < 2 * gap and words[start - 1] == words[start - 1 + gap]:
        start -= 1
    return start, end


def _is_loop(phrase: list[str], length: int) -> bool:
    """Tell a decoder's loop from "very, very", "step by step by step", numbers and table cells."""
    if not all(w[0].isalpha() for w in phrase) or all(w[0].isupper() for w in phrase):
        return False
    if len(phrase) == 1:
        return phrase[0].lower() in _NEVER_TWICE or length > 4 or (length == 2 and _is_slip(phrase[0]))
    return len(phrase) > 2 or length > 5


def _is_slip(word: str) -> bool:
    """Tell "another another" from "really really" and "that that"."""
    return len(word) > 4 and word.isalpha() and word.islower() and word not in word_list("said_twice")


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
