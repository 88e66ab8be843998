"""Where to look for thousands of phrases: the beginnings of their literals, and what must stand beside each."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cleaners.lexicon.pattern import anchors
from cleaners.lexicon.phrase import Phrase

KEY = 12
"""A literal is looked for by so many of its first code points.

Whole literals make an automaton twice as large, slower to build and no faster to walk; at ten, a text takes a tenth
longer.
"""

SHORT_KEY = 8
"""For phrases that few texts are read for: their automaton is built in half the time and walked a tenth slower."""


@dataclass(frozen=True)
class Index:
    """``signs`` leads from a key to the ways that it may begin, as text until a document asks: at every start of a
    run some ten thousand are read, and a run meets few of them.

    ``ways``, each as JSON, are ``[phrase, least, most, need, ...]``: a number of a phrase, an Anchor's least and
    most, and up to NEEDS numbers of ``needs``; a need is its words with spaces between. ``reach`` is the largest.
    """

    reach: int
    needs: list[str]
    ways: Sequence[str] | Sequence[bytes]
    signs: dict[str, str]

    def begun_by(self, key: str) -> list[tuple[list[int], str]]:
        """Return the ways that ``key`` may begin, each with the rest of its literal."""
        ways = (sign.split(":") for sign in self.signs[key].split("|"))
        return [(json.loads(self.ways[int(way)]), rest) for way, rest in ways]


def build(phrases: Iterable[Phrase], key: int = KEY) -> Index:
    """Return the index of ``phrases``, known by their numbers; ``key`` code points of a literal lead to it."""
    reach, needs, ways, signs = 0, dict[str, int](), list[str](), dict[str, list[str]]()
    for number, phrase in enumerate(phrases):
        reach = max(reach, phrase.reach)
        for literals, least, most, needed in anchors(phrase.pattern):
            for literal in literals:
                signs.setdefault(literal[:key], []).append(f"{len(ways)}:{literal[key:]}")
            # Many phrases need the same words.
            way = [number, least, most, *(needs.setdefault(" ".join(n), len(needs)) for n in needed)]
            ways.append(json.dumps(way))
    return Index(reach, list(needs), ways, {key: "|".join(found) for key, found in signs.items()})
