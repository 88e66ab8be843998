"""How an entry's pattern is read: checked, anchored to literals, and compiled."""

import re
from collections.abc import Iterable

# The standard library keeps no public parser of patterns; this one is its own, unchanged since 3.11.
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any

from cleaners.lexicon.anchors import CLOSES, MIN_LITERAL, OPENS, Anchor
from cleaners.lexicon.anchors import anchors as _anchors

MAX_REPEAT = 40
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


class PatternError(ValueError):
    """A pattern that a lexicon must not hold; the message says why."""


def anchors(pattern: str) -> tuple[Anchor, ...]:
    """Return what ``pattern`` can be looked for by (see ``Anchor``).

    Raises PatternError when the pattern does not compile, repeats without bound, or has no literal text of
    MIN_LITERAL letters or more that every match holds.
    """
    try:
        tree = sre_parser.parse(pattern)
        re.compile(pattern)  # a look-behind of changing width parses, and fails only here
    except re.error as error:
        raise PatternError(f"the pattern does not compile: {error}") from error
    _check_bounds(tree)
    found = _anchors(tree)
    if not found or min(len(text.strip(OPENS + CLOSES)) for a in found for text in a.literals) < MIN_LITERAL:
        raise PatternError(f"no literal text of {MIN_LITERAL} letters or more that every match must hold")
    return tuple(found)


def width(pattern: str) -> int:
    """Return the longest match of ``pattern``, in code points."""
    return int(sre_parser.parse(pattern).getwidth()[1])


def ahead(pattern: str) -> int:
    """Return how far beyond a match the look-aheads of ``pattern`` may read, in code points."""
    return _ahead(sre_parser.parse(pattern))


def _ahead(tree: Any) -> int:
    most = 0
    for op, argument in tree:
        if op in (sre.ASSERT, sre.ASSERT_NOT) and argument[0] > 0:
            most = max(most, int(argument[1].getwidth()[1]))
        inner = [argument[2]] if op in _REPEATS else _inner(op, argument)
        most = max([most, *map(_ahead, inner)])
    return most


def begins_with_word(pattern: str) -> bool:
    """Tell whether every match surely begins with a letter, a digit or _."""
    return _first_is_word(list(sre_parser.parse(pattern)))


def _first_is_word(tree: Any) -> bool:
    for op, argument in tree:
        if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
            continue
        if op in _REPEATS:
            low, _high, inner = argument
            if not _first_is_word(inner):
                return False
            if low:
                return True
            continue  # an option: what follows it may begin the match too
        return _element_is_word(op, argument)
    return False


def _element_is_word(op: Any, argument: Any) -> bool:
    if op is sre.LITERAL:
        return chr(argument).isalnum()
    if op is sre.IN:
        return all(kind is sre.LITERAL and chr(value).isalnum() for kind, value in argument)
    if op is sre.SUBPATTERN:
        return _first_is_word(argument[-1])
    return op is sre.BRANCH and all(_first_is_word(branch) for branch in argument[1])


def compile_pattern(pattern: str, *, case: bool) -> re.Pattern[str]:
    """Compile ``pattern`` between word boundaries; without ``case`` capitals do not matter."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", 0 if case else re.IGNORECASE)


def _check_bounds(tree: Any) -> None:
    for op, argument in tree:
        if op in _REPEATS:
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
