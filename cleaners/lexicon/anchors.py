"""The literal text in a pattern that one pass over a document can look for."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import product
from pathlib import Path

# The standard library keeps no public parser of patterns; this one is its own, unchanged since 3.11.
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any

_WORD = re.compile(r"\w+")

OPENS, CLOSES = "\x02", "\x03"

MIN_LITERAL = 3

MOST = 32
"""So many alternatives may anchor one pattern; beyond that a shorter anchor is better."""

RARE = 40.0
"""Occurrences in a million words of a word that is none of the common ones: a guess that only ranks anchors."""


_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
_EMPTY = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)


def anchors(tree: Any) -> set[str]:
    """Return strings of which every match of a parsed pattern holds at least one, in lower case.

    A string that opens with OPENS or ends with CLOSES stands at the pattern's own edge, where no word may go on.
    Of several such sets the one whose commonest member is rarest; empty when there is none.
    """
    edged = [(sre.LITERAL, ord(OPENS)), *tree, (sre.LITERAL, ord(CLOSES))]
    apart = [_sequence(one)[1] for one in _spread(edged)]
    spread = set().union(*apart) if all(apart) else set()
    return max(_least(spread), _sequence(edged)[1], key=_rank)


def _spread(tree: list[Any]) -> list[list[Any]]:
    """Write a sequence out once for each branch of its first alternation that has no short list of texts."""
    for index, (op, argument) in enumerate(tree):
        inner = argument[-1] if op is sre.SUBPATTERN else [(op, argument)]
        if len(inner) == 1 and inner[0][0] is sre.BRANCH and _sequence(inner)[0] is None:
            return [[*tree[:index], *branch, *tree[index + 1 :]] for branch in inner[0][1][1]]
    return [tree]


def _sequence(tree: Any) -> tuple[set[str] | None, set[str]]:
    """Return all texts a sequence can be (None: too many to list), and its best anchors."""
    choices: list[set[str]] = []
    run: set[str] = {""}
    whole = True
    for op, argument in tree:
        exact, best = _element(op, argument)
        choices.append(best)
        if exact and op in _REPEATS and argument[1] > 1:
            # Its least number of times stands at both of its edges.
            least = {text * argument[0] for text in exact}
            choices.append({a + b for a, b in product(run, least)} if len(run) * len(least) <= MOST else run)
            run, whole = least, False
            continue
        if exact is not None and len(run) * len(exact) <= MOST:
            run = {a + b for a, b in product(run, exact)}
            continue
        choices.append(run)
        run = exact if exact is not None else {""}
        whole = False
    choices.append(run)
    best = max((_least(choice) for choice in choices), key=_rank, default=set())
    return (run if whole else None), best


def _element(op: Any, argument: Any) -> tuple[set[str] | None, set[str]]:
    if op is sre.LITERAL:
        return {chr(argument).lower()}, set()
    if op is sre.IN:
        return _members(argument), set()
    if op is sre.SUBPATTERN:
        return _sequence(argument[-1])
    if op is sre.BRANCH:
        return _branch(argument[1])
    if op in _REPEATS:
        return _repeat(*argument)
    return ({""} if op in _EMPTY else None), set()


def _branch(branches: Iterable[Any]) -> tuple[set[str] | None, set[str]]:
    read = [_sequence(branch) for branch in branches]
    exact = [e for e, _ in read if e is not None]
    best = set().union(*(b for _, b in read)) if all(b for _, b in read) else set()
    return (set().union(*exact) if len(exact) == len(read) else None), best


def _repeat(low: int, high: int, inner: Any) -> tuple[set[str] | None, set[str]]:
    exact, best = _sequence(inner)
    if exact is None or (high > 1 and len(exact) > 1):
        return None, best if low else set()
    return exact | {""} if not low and high == 1 else exact, set()


def _members(items: Any) -> set[str] | None:
    if all(op is sre.LITERAL for op, _ in items):
        return {chr(value).lower() for _, value in items}
    return None


def _least(choice: set[str]) -> set[str]:
    """Leave out strings that hold another of the set: the shorter finds both."""
    return {a for a in choice if not any(b != a and b in a for b in choice)}


def _rank(choice: set[str]) -> tuple[bool, float, int]:
    shortest = min((len(text.strip(OPENS + CLOSES)) for text in choice), default=0)
    return shortest >= MIN_LITERAL, -sum(map(_frequency, choice)), shortest


def _frequency(text: str) -> float:
    """How often in a million words the text may stand: its rarest word, and a tenth for each word beside it.

    A word that may go on beyond the text is found in other words too: the shorter, the more.
    """
    words = _WORD.findall(text.replace(OPENS, " ").replace(CLOSES, " "))
    if not words:
        return 1e6
    found = []
    for index, word in enumerate(words):
        cuts = (index == 0 and text[:1].isalnum()) + (index == len(words) - 1 and text[-1:].isalnum())
        found.append(_frequencies().get(word, RARE) + cuts * 10.0 ** (6 - len(word)))
    return min(found) * 0.1 ** (len(words) - 1)


@cache
def _frequencies() -> dict[str, float]:
    table = tomllib.loads(Path(__file__).with_name("common.toml").read_text(encoding="utf-8"))
    return {word: float(times) for times, words in table.items() for word in words.split()}
