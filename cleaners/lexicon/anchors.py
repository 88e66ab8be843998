"""The literal text in a pattern that one pass over a document can look for."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import product
from pathlib import Path

# The standard library keeps no public parser of patterns; this one is its own, unchanged since 3.11.
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_WORD = re.compile(r"\w+")
_WHOLE = re.compile(r"(?<=[^\w\x00])\w+(?=[^\w\x00])")

OPENS, CLOSES = "\x02", "\x03"

MIN_LITERAL = 3

MOST = 16
"""So many alternatives may anchor one pattern; beyond that a shorter anchor is better."""

RARE = 40.0
"""Occurrences in a million words of a word that is none of the common ones: a guess that only ranks anchors."""


_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
_EMPTY = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)


class Anchor(NamedTuple):
    """Every match holds one of ``literals``, and its text (with what it looks ahead to) one of the ``guards``.

    A literal that opens with OPENS or ends with CLOSES stands at the pattern's own edge, where no word may go on.
    ``guards`` are whole words; none when there is no second thing to ask for.
    """

    literals: tuple[str, ...]
    guards: tuple[str, ...]


def anchors(tree: Any) -> list[Anchor]:
    """Return what a parsed pattern can be looked for by, one anchor for each way it can read; lower case.

    Of several sets of literals the one that is rarest in English is taken, the next one guards it. Empty when
    there is a way to read the pattern that has no literal text.
    """
    edged = [(sre.LITERAL, ord(OPENS)), *tree, (sre.LITERAL, ord(CLOSES))]
    apart = [_anchor(one) for one in _spread(edged)]
    whole = _anchor(edged)
    if not all(anchor.literals for anchor in apart):
        return [whole] if whole.literals else []
    together = {literal for anchor in apart for literal in anchor.literals}
    return apart if _rank(together) >= _rank(set(whole.literals)) else [whole]


def _anchor(tree: Any) -> Anchor:
    ranked = sorted((_least(choice) for choice in _choices(tree)[1]), key=_rank, reverse=True)
    best = next(iter(ranked), set())
    guards = [_guard(choice) for choice in [*ranked[1:], *_looked_ahead_to(tree)]]
    rarest = min((g for g in guards if g), key=_commonness, default=set())
    return Anchor(tuple(sorted(best)), tuple(sorted(rarest)))


def _looked_ahead_to(tree: Any) -> list[set[str]]:
    """What must follow a match: it is no part of it, so it can only guard."""
    return [_sequence(argument[1])[1] for op, argument in tree if op is sre.ASSERT and argument[0] > 0]


def _guard(choice: set[str]) -> set[str]:
    """Return a whole word of each string; empty when a string has none."""
    words = set()
    for text in choice:
        whole = _WHOLE.findall(text.replace(OPENS, " ").replace(CLOSES, " ").join("\x00\x00"))
        if not whole:
            return set()
        words.add(min(whole, key=lambda word: _frequencies().get(word, RARE)))
    return words


def _spread(tree: list[Any]) -> list[list[Any]]:
    """Write a sequence out once for each branch of its first alternation that has no short list of texts."""
    for index, (op, argument) in enumerate(tree):
        inner = argument[-1] if op is sre.SUBPATTERN else [(op, argument)]
        if len(inner) == 1 and inner[0][0] is sre.BRANCH and _sequence(inner)[0] is None:
            return [[*tree[:index], *branch, *tree[index + 1 :]] for branch in inner[0][1][1]]
    return [tree]


def _sequence(tree: Any) -> tuple[set[str] | None, set[str]]:
    """Return all texts a sequence can be (None: too many to list), and its best literals."""
    exact, choices = _choices(tree)
    return exact, max((_least(choice) for choice in choices), key=_rank, default=set())


def _choices(tree: Any) -> tuple[set[str] | None, list[set[str]]]:
    """Return all texts a sequence can be (None: too many to list), and every set of literals it must hold one of."""
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
    return (run if whole else None), [choice for choice in choices if choice and "" not in choice]


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
    # A literal that opens a match is tried at one place, any other at every place around it.
    cost = sum(_frequency(text) * (1 if text.startswith(OPENS) else 4) for text in sorted(choice))
    return shortest >= MIN_LITERAL, -round(cost, 6), shortest


def _commonness(words: set[str]) -> tuple[float, list[str]]:
    # In one order, since a sum of floats depends on it, and what is compiled must not.
    return round(sum(map(_frequency, sorted(words))), 6), sorted(words)


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
