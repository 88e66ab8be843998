"""What a pattern is looked for by: words that every match needs, and a piece of literal text."""

import re
from collections.abc import Iterable

# The standard library keeps no public parser of patterns; this one is its own, unchanged since 3.11.
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from cleaners.fold import words_only
from cleaners.lexicon import frequency
from cleaners.lexicon.choices import Choice, choices

WAYS = 12
"""So many ways to read one pattern are looked for apart."""

NEEDS = 2
"""So many sets of words are asked for beside a literal before it is looked for."""

_WHOLE = re.compile(r"(?<= )\w+(?= )")


class Anchor(NamedTuple):
    """One way to read a pattern. A match holds one of ``literals``, ``least`` to ``most`` code points from the place
    before its beginning; it, or what it looks ahead to, holds a word of each set in ``needs``.

    A literal is of small letters, digits, _ and spaces for all else; where the edge of a word, or of the match, is
    known it has a space.
    """

    literals: tuple[str, ...]
    least: int
    most: int
    needs: tuple[tuple[str, ...], ...]


def anchors(tree: Any) -> list[Anchor]:
    """Return what a parsed pattern can be looked for by, one anchor for each way it can read.

    Empty when the pattern has no text worth looking for (``Choice.telling``) that every match holds.
    """
    found = [_anchor(way) for way in _ways(list(tree))]
    if None in found:
        found = [_anchor(list(tree))]
    return list(dict.fromkeys(anchor for anchor in found if anchor))


def _ways(tree: list[Any]) -> list[list[Any]]:
    """Write a sequence out once for each branch of its alternations that have no short list of texts."""
    done: list[list[Any]] = []
    todo = [tree]
    while todo:
        way = todo.pop()
        spread = _spread(way)
        if len(spread) > 1 and len(done) + len(todo) + len(spread) <= WAYS:
            todo += spread
        else:
            done.append(way)
    return done


def _spread(tree: list[Any]) -> list[list[Any]]:
    for index, (op, argument) in enumerate(tree):
        inner = list(argument[-1]) if op is sre.SUBPATTERN else [(op, argument)]
        if len(inner) == 1 and inner[0][0] is sre.BRANCH and choices(inner, "", "")[0] is None:
            return [[*tree[:index], *branch, *tree[index + 1 :]] for branch in inner[0][1][1]]
    return [tree]


def _anchor(tree: list[Any]) -> Anchor | None:
    held = [_spaced(choice) for choice in choices(tree, " ", " ")[1]]
    best = min(held, key=lambda choice: choice.cost, default=None)
    if best is None or not best.telling:
        return None
    others = [choice for choice in [*held, *_looked_ahead_to(tree)] if choice is not best]
    needs = sorted({need for choice in others if (need := _need(choice.texts))}, key=_commonness)[:NEEDS]
    # An opening text stands at -1, the place before the match.
    literals, needed = tuple(sorted(best.texts)), tuple(tuple(sorted(need)) for need in needs)
    return Anchor(literals, best.least + 1, best.most + 1, needed)


def _spaced(choice: Choice) -> Choice:
    return choice._replace(texts=frozenset(map(words_only, choice.texts)))


def _looked_ahead_to(tree: list[Any]) -> list[Choice]:
    ahead = (argument[1] for op, argument in tree if op is sre.ASSERT and argument[0] > 0)
    return [_spaced(choice) for sequence in ahead for choice in choices(sequence, "", "")[1]]


def _need(texts: Iterable[str]) -> frozenset[str]:
    """Return for each text the rarest of its whole words; empty when one has none."""
    # In the middle of a text every word is whole; at its ends where there is a space.
    whole = [_WHOLE.findall(text) for text in texts]
    return frozenset(min(words, key=_of_word) for words in whole) if all(whole) else frozenset()


def _commonness(need: frozenset[str]) -> tuple[float, list[str]]:
    # In one order, since a sum of floats depends on it, and what is compiled must not.
    return round(sum(map(frequency.of_word, sorted(need))), 6), sorted(need)


def _of_word(word: str) -> tuple[float, str]:
    return frequency.of_word(word), word
