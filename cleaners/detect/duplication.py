"""The same thing said twice: a name glossed by itself, a phrase stuttered, a paragraph repeated."""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect.loops import loops, may_loop
from cleaners.detect.restated import WORD, WORDS_BEFORE, restated
from cleaners.fold import words_only
from cleaners.types import Document, Finding, Span, Strength, lines
from cleaners.unusual import unusual
from cleaners.words import spaced

if TYPE_CHECKING:
    from cleaners.resources import Resources

_BRACKET = re.compile(r"\(([^()（）\n]{2,100})[)）]")
_ANY_BRACKET = re.compile(r"[(（]([^()（）\n]{2,100})[)）]")
_CLAUSE_END = re.compile(r"[)）;\n]|[!?] |[a-z]\. ")
_SPACED_WORD = re.compile(r"\S+")
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
    repeated = list(loops([*known, ""])) if may_loop(known) else []
    if not repeated:
        return
    words = list(_SPACED_WORD.finditer(text))
    for first, end in repeated:
        span = Span(words[first].start(), words[end - 1].end())
        if text.find("\n", *span) < 0:
            yield mqm.finding(
                span,
                "duplication.stutter",
                "dup_phrase",
                "the same words twice in a row",
                confidence=0.8,
            )


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
