"""Tables of slips looked up line by line: a line meets only those whose words or signs it holds."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from cleaners.detect import signs
from cleaners.fold import words_only
from cleaners.types import Finding, Line, lines


class _Index(NamedTuple):
    """Which entries each word leads to, and each set of signs, for those that name no words."""

    entries: tuple[signs.Damage, ...]
    words: Mapping[str, list[int]]
    signs: Mapping[frozenset[str], list[int]]


def found(text: str, names: tuple[str, ...], sources: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each match of the tables ``data/NAME.toml``, of entries that name no other source."""
    index = _index(names)
    for line, words, present in _lines(text):
        near = {at for word in index.words.keys() & words for at in index.words[word]}
        near.update(at for some, them in index.signs.items() if not some.isdisjoint(present) for at in them)
        for damage in map(index.entries.__getitem__, sorted(near)):
            if damage.source is not None and damage.source not in sources:
                continue
            if damage.words and damage.signs and present.isdisjoint(damage.signs):
                continue
            if not damage.needs or any(map(line.text.__contains__, damage.needs)):
                yield from signs.matches(damage, text, line.start, line.end)


def _lines(text: str) -> Iterator[tuple[Line, frozenset[str], frozenset[str]]]:
    """Yield the lines of ``text`` that hold anything, each with its words in small letters and its characters."""
    low = words_only(text)
    for line in lines(text):
        if line.text:
            yield line, frozenset(low[line.start : line.end].split()), frozenset(line.text)


@cache
def _index(names: tuple[str, ...]) -> _Index:
    entries = tuple(damage for name in names for damage in signs.damages(name))
    index = _Index(entries, defaultdict(list), defaultdict(list))
    for at, damage in enumerate(entries):
        for word in damage.words:
            index.words[word].append(at)
        if not damage.words:
            index.signs[frozenset(damage.signs)].append(at)
    return index
