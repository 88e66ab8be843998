"""Where to look for thousands of phrases: the beginnings of their literals, and what must stand beside each."""

from collections.abc import Iterable
from dataclasses import dataclass

from cleaners.lexicon.pattern import anchors
from cleaners.lexicon.phrase import Phrase

KEY = 16
"""A literal is looked for by so many of its first code points.

Whole literals make an automaton a third larger, slower to build and no faster to walk; at twelve, half as many
candidates again are looked at in vain.
"""

SHORT_KEY = 10
"""For phrases that few texts are read for: their automaton is built in half the time and walked a tenth slower."""


@dataclass(frozen=True)
class Index:
    """``signs`` leads from a key to the ways that it may begin, as text until a document asks: at every start of a
    run some ten thousand are read, and a run meets few of them.

    ``ways`` are ``(phrase, least, most, need, ...)``: a number of a phrase, an Anchor's least and most, and up to
    NEEDS numbers of ``needs``; a need is its words with spaces between. ``reach`` is the largest of all phrases.
    """

    reach: int
    needs: list[str]
    ways: list[list[int]]
    signs: dict[str, str]

    def begun_by(self, key: str) -> list[tuple[int, str]]:
        """Return the ways that ``key`` may begin, each with the rest of its literal."""
        ways = (sign.split(":") for sign in self.signs[key].split("|"))
        return [(int(way), rest) for way, rest in ways]


def build(phrases: Iterable[Phrase], key: int = KEY) -> Index:
    """Return the index of ``phrases``, known by their numbers; ``key`` code points of a literal lead to it."""
    reach, needs, ways, signs = 0, dict[str, int](), list[list[int]](), dict[str, list[str]]()
    for number, phrase in enumerate(phrases):
        reach = max(reach, phrase.reach)
        for literals, least, most, needed in anchors(phrase.pattern):
            for literal in literals:
                signs.setdefault(literal[:key], []).append(f"{len(ways)}:{literal[key:]}")
            # Many phrases need the same words.
            ways.append([number, least, most, *(needs.setdefault(" ".join(n), len(needs)) for n in needed)])
    return Index(reach, list(needs), ways, {key: "|".join(found) for key, found in signs.items()})
