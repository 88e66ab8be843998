"""Thousands of phrases found in one pass: literals first, patterns only where a literal stands."""

from collections.abc import Iterator, Sequence

import ahocorasick

from cleaners.fold import fold, plain
from cleaners.lexicon.anchors import CLOSES, OPENS
from cleaners.lexicon.phrase import Phrase
from cleaners.types import Span


class Matcher:
    """Finds every match of ``phrases`` in a text. Cost: one Aho-Corasick pass, then a pattern per candidate."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        owners: dict[str, dict[tuple[bool, bool], list[int]]] = {}
        for index, phrase in enumerate(phrases):
            for literal in phrase.literals:
                edges = literal.startswith(OPENS), literal.endswith(CLOSES)
                owners.setdefault(literal.strip(OPENS + CLOSES), {}).setdefault(edges, []).append(index)
        self.phrases = tuple(phrases)
        self._automaton = ahocorasick.Automaton()
        for literal, by_edges in owners.items():
            uses = tuple((*edges, tuple(indexes)) for edges, indexes in sorted(by_edges.items()))
            self._automaton.add_word(literal, (len(literal), uses))
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
        for last, (length, uses) in self._automaton.iter(fold(text)):
            start, end = last + 1 - length, last + 1
            goes_on = straight[start - 1 : start].isalnum(), straight[end : end + 1].isalnum()
            for opens, closes, indexes in uses:
                if not (opens and goes_on[0]) and not (closes and goes_on[1]):
                    for index in indexes:
                        self._search(straight, index, start, end, searched, found)
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
        """Look for phrase ``index`` around a literal at ``[start, end)``; never twice at one place."""
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
