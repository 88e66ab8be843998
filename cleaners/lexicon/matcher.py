"""Thousands of phrases found in one pass: literals first, patterns only where a literal stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import ahocorasick

from cleaners.fold import plain, words_only
from cleaners.lexicon.phrase import Phrase
from cleaners.types import Span
from cleaners.words import vocabulary

_WORD = re.compile(r"\w+")

_Use = tuple[int, tuple[str, ...], bool]
"""Which phrase a literal belongs to, the words that guard it, and whether a match begins with it."""


class Matcher:
    """Finds every match of ``phrases`` in a text. Cost: one Aho-Corasick pass, then a pattern per candidate.

    The pass runs over words and spaces alone, so that a literal can demand the edge of a word.
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        uses: dict[str, list[_Use]] = {}
        for index, phrase in enumerate(phrases):
            for opens, texts, guards in phrase.anchors:
                for text in texts:
                    uses.setdefault(text, []).append((index, guards, opens))
        self.phrases = tuple(phrases)
        self._automaton = ahocorasick.Automaton()
        for text, owners in uses.items():
            self._automaton.add_word(text, (len(text), tuple(owners)))
        if uses:
            self._automaton.make_automaton()
        self._empty = not uses

    def find(self, text: str) -> Iterator[tuple[Phrase, Span]]:
        """Yield each phrase and its span (the group ``at`` where the pattern has one), in order of place."""
        if self._empty:
            return
        straight, words = plain(text), f" {words_only(text)} "
        has_word = vocabulary(text).__contains__
        starts = [match.start() - 1 for match in _WORD.finditer(words)]
        found: set[tuple[Span, int]] = set()
        for last, (length, owners) in self._automaton.iter(words):
            # One less for the space put before the text; those of an edge lie outside the match.
            start, end = last + 1 - length, last - 1
            for index, guards, opens in owners:
                if guards and not any(map(has_word, guards)):
                    continue
                if opens:
                    match = self.phrases[index].regex.match(straight, start)
                    if match:
                        found.add((_span(match), index))
                else:
                    found.update((span, index) for span in self._search(straight, index, start, end, starts))
        reached: dict[int, int] = {}
        for span, index in sorted(found):
            # Several literals may lead into one match from different places: the leftmost stands.
            if span.start >= reached.get(index, 0):
                reached[index] = span.end
                yield self.phrases[index], span

    def _search(self, text: str, index: int, start: int, end: int, starts: Sequence[int]) -> Iterator[Span]:
        """Yield where phrase ``index`` matches around the literal at ``[start, end)``.

        A match that begins with a word begins at one of ``starts``; any other is looked for at every place.
        """
        phrase = self.phrases[index]
        low = max(0, end - phrase.width)
        if phrase.begins_with_word:
            match_at = phrase.regex.match
            for at in starts[bisect_left(starts, low) : bisect_right(starts, start)]:
                if match := match_at(text, at):
                    yield _span(match)
            return
        high = min(len(text), start + phrase.width)
        # One more than a match can need, so that the boundary after it is seen.
        for match in phrase.regex.finditer(text, low, high + phrase.ahead + 1):
            if match.end() <= high:
                yield _span(match)


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span("at" if "at" in match.re.groupindex else 0))
