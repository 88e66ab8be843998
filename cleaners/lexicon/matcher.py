"""Thousands of phrases found in one pass: literals first, patterns only where a literal stands."""

from collections.abc import Iterator, Sequence

import ahocorasick

from cleaners.fold import plain, words_only
from cleaners.lexicon.phrase import Phrase
from cleaners.types import Span


class Matcher:
    """Finds every match of ``phrases`` in a text. Cost: one Aho-Corasick pass, then a pattern per candidate.

    The pass runs over words and spaces alone, so that a literal can demand the edge of a word.
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        owners: dict[str, dict[int, None]] = {}
        for index, phrase in enumerate(phrases):
            for literal in phrase.literals:
                # OPENS and CLOSES are no letters: they become the spaces that an edge is.
                owners.setdefault(words_only(literal), {})[index] = None
        self.phrases = tuple(phrases)
        self._automaton = ahocorasick.Automaton()
        for literal, indexes in owners.items():
            self._automaton.add_word(literal, (len(literal), tuple(indexes)))
        if owners:
            self._automaton.make_automaton()
        self._empty = not owners

    def find(self, text: str) -> Iterator[tuple[Phrase, Span]]:
        """Yield each phrase and its span (the group ``at`` where the pattern has one), in order of place."""
        if self._empty:
            return
        straight = plain(text)
        found: set[tuple[Span, int]] = set()
        searched: dict[int, int] = {}
        for last, (length, indexes) in self._automaton.iter(f" {words_only(text)} "):
            # One less for the space put before the text. The spaces of an edge may lie outside the match.
            for index in indexes:
                self._search(straight, index, last + 1 - length, last - 1, searched, found)
        for span, index in sorted(found):
            yield self.phrases[index], span

    def _search(
        self,
        text: str,
        index: int,
        start: int,
        end: int,
        searched: dict[int, int],
        found: set[tuple[Span, int]],
    ) -> None:
        """Look for phrase ``index`` around the literal at ``[start, end)``; never twice at one place."""
        phrase = self.phrases[index]
        low = max(0, end - phrase.width, searched.get(index, 0))
        high = min(len(text), start + phrase.width)
        regex = phrase.regex
        group = "at" if "at" in regex.groupindex else 0
        # One more than a match can need, so that the boundary after it is seen.
        for match in regex.finditer(text, low, high + phrase.ahead + 1):
            if match.end() <= high:
                found.add((Span(*match.span(group)), index))
                searched[index] = match.end()
