"""Thousands of phrases found in one pass: literals first, patterns only where all that one needs stands together."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from functools import cache

import ahocorasick

from cleaners.fold import plain, words_only
from cleaners.lexicon.index import Index
from cleaners.lexicon.phrase import Phrase
from cleaners.types import Span

SHORT = 400
"""Lines are put together to pieces of at least so many code points: of a whole page most phrases find the words they
need, far from where they would have to stand.
"""

LONG = 1600
"""A line longer than this is read in pieces: a phrase is told by words that stand near one another."""

NEXT = 4
"""So many code points behind a key tell which of its literals may go on there: few of the many that it may have."""

_NONE = frozenset[str]()

_Sign = tuple[frozenset[str], frozenset[str], str, int, int, int, int, Phrase]
"""What a key leads to: the words needed beside it, twice (empty for none); the rest of the literal; the key's length;
an Anchor's least and most; the phrase's number and the phrase.
"""

_Signs = tuple[list[_Sign], dict[str, list[_Sign]]]
"""The signs of a key: those with a short rest, and the others by the beginning of it."""


class Matcher:
    """Finds every match of a lexicon in a text. Cost: one Aho-Corasick pass, then a pattern per candidate.

    The pass runs over words and spaces alone, so that a literal can demand the edge of a word. A candidate is a
    literal beside which stand the other words that its phrase needs. ``phrase`` gives the phrase of a number;
    rules that are ``off`` are never looked for.
    """

    def __init__(self, index: Index, phrase: Callable[[int], Phrase], off: Collection[str] = ()) -> None:
        self._index, self._phrase, self._off = index, cache(phrase), off
        self._needed = cache(lambda need: frozenset(index.needs[need].split()))
        self._ready: dict[str, _Signs] = {}
        self._automaton = ahocorasick.Automaton()
        for key in index.signs:
            self._automaton.add_word(key, key)
        if index.signs:
            self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[Phrase, Span]]:
        """Yield each phrase and its span (the group ``at`` where the pattern has one), in order of place."""
        if not self._index.signs:
            return
        # A space on either side, so that an edge of the text is the edge of a word. What stands at a place of the
        # text stands one further on in ``spaced``: where that has a space, a word may begin in the text.
        straight, spaced = plain(text), f" {words_only(text)} "
        found: dict[tuple[Span, int], Phrase] = {}
        ready, pieces, end, lacks = (
            self._ready,
            _pieces(text, spaced, self._index.reach),
            -1,
            _NONE.isdisjoint,
        )
        for last, key in self._automaton.iter(spaced):
            while last > end:
                end, words = next(pieces)
                lacks = words.isdisjoint
            signs, longer = ready.get(key) or self._make_ready(key)
            if longer and (more := longer.get(spaced[last + 1 : last + 1 + NEXT])):
                signs = signs + more
            for one, other, rest, length, least, most, number, phrase in signs:
                if rest and not spaced.startswith(rest, last + 1):
                    continue
                if (one and lacks(one)) or (other and lacks(other)):
                    continue
                at, match_at = last + 1 - length, phrase.match_at
                stop = max(0, at - least + 1)
                begin = at - most if most == least else spaced.find(" ", max(0, at - most), stop)
                while begin >= 0:
                    if match := match_at(straight, begin):
                        found[_span(match), number] = phrase
                    begin = spaced.find(" ", begin + 1, stop)
        yield from _leftmost(found)

    def _make_ready(self, key: str) -> _Signs:
        signs: list[_Sign] = []
        longer = defaultdict[str, list[_Sign]](list)
        for (number, least, most, *needs), rest in self._index.begun_by(key):
            phrase = self._phrase(number)
            if phrase.rule not in self._off:
                one, other = ([*map(self._needed, needs), _NONE, _NONE])[:2]
                of_it = signs if len(rest) < NEXT else longer[rest[:NEXT]]
                of_it.append((one, other, rest, len(key), least, most, number, phrase))
        return self._ready.setdefault(key, (signs, dict(longer)))


def _leftmost(found: dict[tuple[Span, int], Phrase]) -> Iterator[tuple[Phrase, Span]]:
    """Several literals may lead into one match from different places: the leftmost stands."""
    reached: dict[int, int] = {}
    for span, number in sorted(found):
        if span.start >= reached.get(number, 0):
            reached[number] = span.end
            yield found[span, number], span


def _pieces(text: str, spaced: str, reach: int) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the end of each piece of a text, and the words that count as standing together in it."""
    for end, low, high in _places(text, reach):
        yield end, frozenset(spaced[low : high + 2].split())


def _places(text: str, reach: int) -> Iterator[tuple[int, int, int]]:
    """Yield the end of each piece, and from where to where words count as standing together in it.

    No phrase goes beyond a line, nor further than ``reach`` from where it begins.
    """
    low = end = 0
    within = False
    for line in text.split("\n"):
        end += len(line) + 1
        while end - low > LONG and (cut := text.find(" ", low + LONG, end)) >= 0:
            yield cut, max(0, low - reach * within), cut + reach
            low, within = cut, True
        if end - low >= SHORT:
            yield end, max(0, low - reach * within), end
            low, within = end, False
    yield len(text) + 1, max(0, low - reach * within), len(text)


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span("at" if "at" in match.re.groupindex else 0))
