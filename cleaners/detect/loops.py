"""Where words repeat themselves at once: what a decoder does that has lost its place."""

from collections.abc import Iterator, Sequence
from itertools import compress
from operator import eq

from cleaners.detect.words import word_list

_NEVER_TWICE = frozenset(
    {
        *("the", "a", "an", "of", "to", "and", "for", "with", "from", "by", "at", "into", "their", "its"),
        *("as", "or", "but", "if", "when", "which", "these", "we", "they"),
    }
)
_ONCE_MORE = frozenset(
    {"and", "by", "to", "after", "or", "on", "upon", "for", "in", "over", "so", "very", "no", "the"}
)
"""Words that repeat with what stands beside them: step by step by step, again and again and."""
_LONGEST_LOOP = 8
_FAR = 99


def may_loop(words: Sequence[str]) -> bool:
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
    run = bytes(gap if gap > 1 else 4)
    alike = (lengths ^ lengths >> 8 * gap).to_bytes(len(words), "big")
    at = alike.find(run, gap)
    while at >= 0:
        if words[at : at + len(run)] == words[at - gap : at - gap + len(run)]:
            return True
        at = alike.find(run, at + 1)
    return False


def loops(words: list[str]) -> Iterator[tuple[int, int]]:
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
    if phrase == ["I"]:
        return length == 2
    if not all(w[0].isalpha() for w in phrase) or all(w[0].isupper() for w in phrase):
        return False
    if len(phrase) == 1:
        return phrase[0].lower() in _NEVER_TWICE or length > 4 or (length == 2 and _is_slip(phrase[0]))
    if len(phrase) > 2 or length > 5:
        return True
    # "Never again. Never again." is a figure of speech.
    return length == 4 and _ONCE_MORE.isdisjoint(phrase) and not any(w[-1] in ".!?" for w in phrase)


def _is_slip(word: str) -> bool:
    """Tell "another another" from "really really" and "that that"."""
    return len(word) > 4 and word.isalpha() and word.islower() and word not in word_list("said_twice")
