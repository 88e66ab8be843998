"""How an entry's pattern is read: checked, anchored to literals, and compiled."""

import re
from collections.abc import Iterable
from functools import cache

# The standard library keeps no public parser of patterns; this one is its own, unchanged since 3.11.
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any

from cleaners.lexicon.anchors import Anchor
from cleaners.lexicon.anchors import anchors as _anchors
from cleaners.lexicon.choices import MIN_LITERAL, REPEATS

MAX_REPEAT = 40


class PatternError(ValueError):
    """A pattern that a lexicon must not hold; the message says why."""


@cache  # checked when an entry is read, and wanted again when it is compiled
def anchors(pattern: str) -> tuple[Anchor, ...]:
    """Return what ``pattern`` can be looked for by (see ``Anchor``).

    Raises PatternError when the pattern does not compile, repeats without bound, or has no literal text of
    MIN_LITERAL letters or more, or a whole word of one less, that every match holds.
    """
    try:
        tree = sre_parser.parse(pattern)
        re.compile(pattern)  # a look-behind of changing width parses, and fails only here
    except re.error as error:
        raise PatternError(f"the pattern does not compile: {error}") from error
    _check_bounds(tree)
    found = _anchors(tree)
    if not found:
        raise PatternError(f"no literal text of {MIN_LITERAL} letters or more that every match must hold")
    return tuple(found)


def reach(pattern: str) -> int:
    """Return how far from its beginning a match of ``pattern``, with what it looks ahead to, may read."""
    tree = sre_parser.parse(pattern)
    return int(tree.getwidth()[1]) + _ahead(tree) + 1


def _ahead(tree: Any) -> int:
    most = 0
    for op, argument in tree:
        if op in (sre.ASSERT, sre.ASSERT_NOT) and argument[0] > 0:
            most = max(most, int(argument[1].getwidth()[1]))
        inner = [argument[2]] if op in REPEATS else _inner(op, argument)
        most = max([most, *map(_ahead, inner)])
    return most


def compile_pattern(pattern: str, *, case: bool) -> re.Pattern[str]:
    """Compile ``pattern`` between word boundaries; without ``case`` capitals do not matter."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", 0 if case else re.IGNORECASE)


def _check_bounds(tree: Any) -> None:
    for op, argument in tree:
        if op in REPEATS:
            _low, high, inner = argument
            if high is sre.MAXREPEAT or high > MAX_REPEAT:
                raise PatternError(
                    f"a repeat without a bound (or over {MAX_REPEAT}): write {{0,3}}, not * or +"
                )
            _check_bounds(inner)
        else:
            for inner in _inner(op, argument):
                _check_bounds(inner)


def _inner(op: Any, argument: Any) -> Iterable[Any]:
    if op is sre.BRANCH:
        return list(argument[1])
    if op is sre.SUBPATTERN:
        return [argument[-1]]
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [argument[1]]
    if op is sre.ATOMIC_GROUP:
        return [argument]
    return []
