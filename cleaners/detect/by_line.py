"""Tables of slips looked up line by line: a line meets only those whose words or signs it holds."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from cleaners.detect import signs
from cleaners.fold import words_only
from cleaners.types import Finding, Line, lines


class _Index(NamedTuple):
    """Which entries of a table each word leads to, and each set of signs, for those that name no words."""

    words: Mapping[str, list[int]]
    signs: Mapping[frozenset[str], list[int]]


def found(text: str, name: str, sources: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each match of ``data/NAME.toml`` in ``text``, of entries that name no other source."""
    table, index = signs.damages(name), _index(name)
    for line, words, present in _lines(text):
        near = {at for word in index.words.keys() & words for at in index.words[word]}
        near.update(at for some, them in index.signs.items() if not some.isdisjoint(present) for at in them)
        for damage in map(table.__getitem__, sorted(near)):
            if damage.source is not None and damage.source not in sources:
                continue
            if damage.words and damage.signs and present.isdisjoint(damage.signs):
                continue
            if not damage.needs or any(map(line.text.__contains__, damage.needs)):
                yield from signs.matches(damage, text, line.start, line.end)


@lru_cache(maxsize=1)  # one table is looked up after another
def _lines(text: str) -> tuple[tuple[Line, frozenset[str], frozenset[str]], ...]:
    """Return the lines of ``text`` that hold anything, each with its words in small letters and its characters."""
    low = words_only(text)
    return tuple(
        (line, frozenset(low[line.start : line.end].split()), frozenset(line.text))
        for line in lines(text)
        if line.text
    )


@cache
def _index(name: str) -> _Index:
    index = _Index(defaultdict(list), defaultdict(list))
    for at, damage in enumerate(signs.damages(name)):
        for word in damage.words:
            index.words[word].append(at)
        if not damage.words:
            index.signs[frozenset(damage.signs)].append(at)
    return index
