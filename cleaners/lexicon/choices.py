"""What literal text every match of a pattern holds, part by part."""

from collections.abc import Iterable, Iterator
from itertools import product

# The standard library keeps no public parser of patterns; this one is its own, unchanged since 3.11.
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from cleaners.lexicon import frequency

ALTERNATIVES = 8
"""So many strings may stand for one part of a pattern; beyond that it is read as several parts."""

MIN_LITERAL = 3
"""Text of fewer letters is not worth looking for."""

REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_GROUPS = (sre.SUBPATTERN, sre.ATOMIC_GROUP)
_EMPTY = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)


class Choice(NamedTuple):
    """A match holds one of ``texts``, in small letters, ``least`` to ``most`` code points after it begins.

    A text may begin or end with a space for a mark that surely stands there, or for the edge of the match: where
    it begins with one, it begins a code point earlier, so that an opening text is at -1.
    """

    texts: frozenset[str]
    least: int
    most: int

    @property
    def telling(self) -> bool:
        """Tell whether each text has MIN_LITERAL letters, or one less and is whole."""
        return all(len(t.strip()) + (t[0] == t[-1] == " ") >= MIN_LITERAL for t in self.texts)

    @property
    def cost(self) -> tuple[bool, float, list[str]]:
        """What it costs to look for: how common it is, times the places around it that a match may begin at."""
        # In one order, since a sum of floats depends on it, and what is compiled must not.
        common = round(sum(map(frequency.of_text, sorted(self.texts))), 6)
        return not self.telling, common * (4 + self.most - self.least), sorted(self.texts)


class _Run:
    """Literal text that grows, element by element, until there are too many strings it can be."""

    def __init__(self, texts: frozenset[str], edge: str, begin: tuple[int, int]) -> None:
        self.texts, self.edge, self.begin = texts, edge, begin

    @property
    def ends_with_mark(self) -> bool:
        return all((text[-1:] and _is_mark(text[-1])) or (not text and self.edge) for text in self.texts)

    def choice(self, edge: str) -> Choice:
        texts = frozenset(self.edge + text + edge for text in self.texts)
        texts = frozenset(a for a in texts if not any(b != a and a.startswith(b) for b in texts))
        return Choice(texts, *(place - len(self.edge) for place in self.begin))


def choices(tree: Iterable[Any], before: str, after: str) -> tuple[frozenset[str] | None, list[Choice]]:
    """Return all texts a sequence can be (None: too many to list), and what it must hold one of.

    ``before`` and ``after`` are a space where a mark or an edge surely stands there, else empty.
    """
    found: list[Choice] = []
    elements = list(_written_out(tree))
    run, at, whole = _Run(frozenset({""}), before, (0, 0)), (0, 0), True
    for index, (op, argument) in enumerate(elements):
        follows = after if index + 1 == len(elements) else " " * _is_mark_element(*elements[index + 1])
        exact, inner = _element(op, argument, " " * run.ends_with_mark, follows)
        found += [Choice(c.texts, at[0] + c.least, at[1] + c.most) for c in inner]
        low, high = _widths(op, argument)
        beyond = (at[0] + low, at[1] + high)
        if exact is not None and len(run.texts) * len(exact) <= max(ALTERNATIVES, len(run.texts), len(exact)):
            run.texts = frozenset(a + b for a, b in product(run.texts, exact))
        else:
            whole = False
            found.append(run.choice(" " * _is_mark_element(op, argument)))
            if exact is None:
                run = _Run(frozenset({""}), " " * _ends_with_mark(op, argument, run), beyond)
            else:
                run = _Run(exact, " " * run.ends_with_mark, at)
        at = beyond
    found.append(run.choice(after))
    useful = [choice for choice in found if all(text.strip() for text in choice.texts)]
    return (run.texts if whole else None), useful


def _written_out(tree: Iterable[Any]) -> Iterator[Any]:
    """Write what is repeated as what surely stands there, then what may follow it: "w{2,5}" as "www{0,3}"."""
    for op, argument in tree:
        if op in REPEATS and argument[1] > 1:
            low, high, inner = argument
            for _ in range(low):
                yield from inner
            yield op, (0, high - low, inner)
        else:
            yield op, argument


def _element(op: Any, argument: Any, before: str, after: str) -> tuple[frozenset[str] | None, list[Choice]]:
    if op is sre.LITERAL:
        return frozenset({chr(argument).lower()}), []
    if op is sre.IN:
        return _members(argument), []
    if op in _GROUPS:
        return choices(_inside(op, argument), before, after)
    if op is sre.BRANCH:
        return _branch(argument[1], before, after)
    if op in REPEATS:
        low, high, inner = argument
        return _repeat(low, high, inner, before, after)
    return (frozenset({""}) if op in _EMPTY else None), []


def _inside(op: Any, argument: Any) -> Any:
    return argument[-1] if op is sre.SUBPATTERN else argument


def _members(items: Any) -> frozenset[str] | None:
    if all(op is sre.LITERAL for op, _ in items):
        return frozenset(chr(value).lower() for _, value in items)
    return None


def _branch(branches: Iterable[Any], before: str, after: str) -> tuple[frozenset[str] | None, list[Choice]]:
    read = [choices(branch, before, after) for branch in branches]
    exact = [e for e, _ in read if e is not None]
    whole = frozenset[str]().union(*exact) if len(exact) == len(read) else None
    if not all(found for _, found in read):
        return whole, []
    best = [min(found, key=lambda choice: choice.cost) for _, found in read]
    together = frozenset[str]().union(*(choice.texts for choice in best))
    return whole, [Choice(together, min(c.least for c in best), max(c.most for c in best))]


def _repeat(
    low: int, high: int, inner: Any, before: str, after: str
) -> tuple[frozenset[str] | None, list[Choice]]:
    if high > 1:
        return None, []
    exact, found = choices(inner, before, after)
    return (exact if low or exact is None else exact | {""}), found if low else []


def _is_mark(letter: str) -> bool:
    return not (letter.isalnum() or letter == "_")


def _is_mark_element(op: Any, argument: Any) -> bool:
    """Tell whether an element is surely a character that belongs to no word."""
    if op is sre.LITERAL:
        return _is_mark(chr(argument))
    if op in REPEATS:
        return argument[0] > 0 and len(argument[2]) == 1 and _is_mark_element(*argument[2][0])
    if op is not sre.IN:
        return False
    if argument[0] == (sre.NEGATE, None):
        return (sre.CATEGORY, sre.CATEGORY_WORD) in argument
    letters = _members(argument)
    return letters is not None and all(map(_is_mark, letters))


def _ends_with_mark(op: Any, argument: Any, run: _Run) -> bool:
    """Tell whether a mark surely stands at the end of an element that cannot be listed."""
    if op not in REPEATS:
        return _is_mark_element(op, argument)
    low, _high, inner = argument
    return _is_mark_element(*inner[-1]) and (low > 0 or run.ends_with_mark)


def _widths(op: Any, argument: Any) -> tuple[int, int]:
    if op in _EMPTY:
        return 0, 0
    if op in REPEATS:
        low, high, inner = argument
        least, most = inner.getwidth()
        return int(low * least), int(high * most)
    if op in _GROUPS:
        return _inside(op, argument).getwidth()  # type: ignore[no-any-return]
    if op is sre.BRANCH:
        widths = [branch.getwidth() for branch in argument[1]]
        return min(low for low, _ in widths), max(high for _, high in widths)
    return 1, 1
