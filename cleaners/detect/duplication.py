"""The same thing said twice: a name glossed by itself, a phrase stuttered, a paragraph repeated."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.fold import fold
from cleaners.types import Document, Finding, Span, Strength, lines

if TYPE_CHECKING:
    from cleaners.resources import Resources

_BRACKET = re.compile(r"[(（]([^()（）\n]{2,100})[)）]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLAUSE_END = re.compile(r"[)）;\n]|[!?] |[a-z]\. ")
_WORDS_BEFORE = 8
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "it",
        "its",
        "he",
        "she",
        "they",
        "his",
        "her",
        "their",
        "him",
        "them",
        "this",
        "that",
        "these",
        "those",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "as",
        "who",
        "which",
        "do",
        "does",
        "did",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "i",
        "you",
        "we",
    ]
)
_ADDS = frozenset(
    [
        "or",
        "and",
        "not",
        "but",
        "if",
        "no",
        "also",
        "both",
        "all",
        "e.g",
        "eg",
        "i.e",
        "ie",
        "see",
        "now",
        "formerly",
        "then",
        "still",
        "only",
        "even",
        "at",
    ]
)
_NEVER_TWICE = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "and",
        "for",
        "with",
        "from",
        "by",
        "at",
        "into",
        "their",
        "its",
        "his",
        "our",
        "your",
    ]
)
_SPACED_WORD = re.compile(r"\S+")
_LONGEST_LOOP = 8
_FAR = 99
_LONG_LINE = 60
_SENTENCE_END = frozenset('.!?”"')


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield brackets that repeat what stands before them, stuttered phrases, and repeated paragraphs."""
    yield from _brackets(document.text)
    yield from _stutters(document.text)
    yield from _repeated_lines(document.text)


def _brackets(text: str) -> Iterator[Finding]:
    for match in _BRACKET.finditer(text):
        left = _CLAUSE_END.split(text[max(0, match.start() - 120) : match.start()])[-1]
        before = _WORD.findall(left)[-_WORDS_BEFORE:]
        if before and not _is_other(match[1], left):
            yield from _judge(match, before)


def _is_other(inside: str, left: str) -> bool:
    """Tell code, a link, a handle and a definition in quotes from a gloss: f(f), [file](file), (the "Seller")."""
    return (
        inside[0] in "@$#`/"
        or "/" in inside
        or '"' in inside
        or "“" in inside
        or left[-1:] in "]_`"
        or left[-1:].isalnum()
    )


def _judge(match: re.Match[str], before: list[str]) -> Iterator[Finding]:
    strength = _repeats(before, match[1])
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


def _repeats(before: list[str], inside: str) -> Strength | None:
    """Return how surely ``inside`` says nothing that the words ``before`` the bracket have not said."""
    first, _, rest = inside.partition(",")
    words = _WORD.findall(first if len(rest) < 12 else inside)
    if not words or not any(len(w) > 1 and w.isalpha() for w in words):
        return None
    same = _same(before[-len(words) :], words) or _same(before, words, joined=True)
    if same and len(words) > 1:
        return Strength.STRONG
    if same or _similar_name(before, words):
        return Strength.WEAK
    content = [fold(w) for w in words if fold(w) not in _EMPTY]
    if not content or len(words) == 1 or fold(words[0]) in _ADDS or not all(w.isalpha() for w in content):
        return None
    return Strength.WEAK if set(content) <= {fold(w) for w in before} else None


def _same(before: list[str], words: list[str], *, joined: bool = False) -> bool:
    """Compare without capitals and plurals; ``joined`` also without the spaces (OpenAI, Open AI)."""
    if joined:
        glued = _bare("".join(words))
        return len(glued) > 3 and any(_bare("".join(before[-n:])) == glued for n in range(1, len(words) + 2))
    return [_bare(w) for w in before] == [_bare(w) for w in words]


def _bare(word: str) -> str:
    folded = fold(word).replace("-", "")
    return folded.removesuffix("'s").removesuffix("s") if len(folded) > 3 else folded


def _similar_name(before: list[str], words: list[str]) -> bool:
    """Tell a name spelled by ear and then once more as it is written: ``Igor Babushkin (Igor Babuschkin)``."""
    named = before[-len(words) :]
    if len(named) != len(words) or len(words) < 2 or not all(w[0].isupper() for w in (*named, *words)):
        return False
    return sum(a == b for a, b in zip(named, words, strict=True)) == len(words) - 1 and all(
        a[0] == b[0] and a[-1] == b[-1] and abs(len(a) - len(b)) < 3
        for a, b in zip(named, words, strict=True)
    )


def _stutters(text: str) -> Iterator[Finding]:
    loops = list(_loops(text.split()))
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


def _loops(words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of ``words`` that repeat themselves at once, the first time included."""
    last: dict[str, int] = {}
    resume = 0
    for at, word in enumerate(words[:-1]):
        gap = at - last.get(word, -_FAR)
        last[word] = at
        if gap <= _LONGEST_LOOP and at >= resume and (gap == 1 or words[at + 1 - gap] == words[at + 1]):
            start, end = _extent(words, at, gap, resume)
            if end - start >= 2 * gap:
                resume = end
                if _is_loop(words[start : start + gap], end - start):
                    yield start, end


def _extent(words: list[str], at: int, gap: int, low: int) -> tuple[int, int]:
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
        return phrase[0].lower() in _NEVER_TWICE or length > 4
    return len(phrase) > 2 or length > 5


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
                confidence=0.4,
            )
        if len(line.text) >= _LONG_LINE:
            seen.add(line.text)
