"""Thousands of phrases found in one pass: literals first, patterns only where all that one needs stands together."""

import re
from collections.abc import Iterator, Sequence

import ahocorasick

from cleaners.fold import plain, words_only
from cleaners.lexicon.anchors import NEEDS
from cleaners.lexicon.phrase import Phrase
from cleaners.types import Span

SHORT = 400
"""Lines are put together to pieces of at least so many code points."""

LONG = 1600
"""A line longer than this is read in pieces: a phrase is told by words that stand near one another."""

_NONE = frozenset[str]()

_Sign = tuple[frozenset[str], frozenset[str], int, int, int, int]
"""What a literal leads to: the words needed beside it, twice (empty for none); which phrase; the literal's length;
its Anchor's least and most."""


class Matcher:
    """Finds every match of ``phrases`` in a text. Cost: one Aho-Corasick pass, then a pattern per candidate.

    The pass runs over words and spaces alone, so that a literal can demand the edge of a word. A candidate is a
    literal beside which stand the other words that its phrase needs.
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self.phrases = tuple(phrases)
        self._reach = max((phrase.reach for phrase in phrases), default=0)
        signs: dict[str, list[_Sign]] = {}
        sets: dict[tuple[str, ...], frozenset[str]] = {}
        for index, phrase in enumerate(phrases):
            for literals, least, most, needs in phrase.anchors:
                # Many phrases need the same words: one set of them serves all.
                one, other = [*(sets.setdefault(words, frozenset(words)) for words in needs), _NONE, _NONE][
                    :NEEDS
                ]
                for literal in literals:
                    signs.setdefault(literal, []).append((one, other, index, len(literal), least, most))
        self._automaton = ahocorasick.Automaton()
        for literal, owners in signs.items():
            self._automaton.add_word(literal, owners)
        if signs:
            self._automaton.make_automaton()
        self._empty = not signs

    def find(self, text: str) -> Iterator[tuple[Phrase, Span]]:
        """Yield each phrase and its span (the group ``at`` where the pattern has one), in order of place."""
        if self._empty:
            return
        # A space on either side, so that an edge of the text is the edge of a word. What stands at a place of the
        # text stands one further on in ``spaced``: where that has a space, a word may begin in the text.
        straight, spaced = plain(text), f" {words_only(text)} "
        found: set[tuple[Span, int]] = set()
        pieces, end, lacks = _pieces(text, self._reach), -1, _NONE.isdisjoint
        for last, signs in self._automaton.iter(spaced):
            while last > end:
                end, low, high = next(pieces)
                lacks = frozenset(spaced[low : high + 2].split()).isdisjoint
            for one, other, index, length, least, most in signs:
                if (one and lacks(one)) or (other and lacks(other)):
                    continue
                at, match_at = last + 1 - length, self.phrases[index].match_at
                begin = at - most if most == least else spaced.find(" ", max(0, at - most), at - least + 1)
                while begin >= 0:
                    if match := match_at(straight, begin):
                        found.add((_span(match), index))
                    begin = spaced.find(" ", begin + 1, at - least + 1)
        yield from self._leftmost(found)

    def _leftmost(self, found: set[tuple[Span, int]]) -> Iterator[tuple[Phrase, Span]]:
        """Several literals may lead into one match from different places: the leftmost stands."""
        reached: dict[int, int] = {}
        for span, index in sorted(found):
            if span.start >= reached.get(index, 0):
                reached[index] = span.end
                yield self.phrases[index], span


def _pieces(text: str, reach: int) -> Iterator[tuple[int, int, int]]:
    """Yield the end of each piece of a text, and from where to where words count as standing together in it.

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
