"""How much each line looks like the author's: a sum of small weights, learned from pages and kept in a file.

``model.json`` is written by ``benchmarks/train_strip.py`` (logistic regression). A feature has one weight for each
value it can take, for the line itself and for the lines one and two above and below. Weights have two decimals and
are added up as whole hundredths, so no sum depends on its order.
"""

import json
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from operator import getitem
from pathlib import Path
from typing import NamedTuple

from cleaners.strip import cues, features
from cleaners.strip.cues import Met
from cleaners.strip.facts import LONG, Facts
from cleaners.strip.lines import Row

NEAR = (-2, -1, 1, 2)
PATH = Path(__file__).with_name("model.json")
# What a line means for itself and for its four neighbours is five sums. They are one addition when each has its own
# 24 bits of one integer; _ZERO makes every sum positive.
_BITS = 24
_HALF = 1 << (_BITS - 1)
_MASK = (1 << _BITS) - 1
# No feature has so many values. One that the training pages never showed weighs nothing.
_VALUES = 64


class Model(NamedTuple):
    """Weights in hundredths: for each feature of a line's look, gaps and cues the packed weights of its values.

    Those of ``place`` are plain. ``above`` and ``below`` stand in for neighbours that the first and last lines lack.
    """

    intercept: int
    look: list[list[int]]
    gaps: list[list[int]]
    cues: list[list[int]]
    above: list[int]
    below: list[int]
    place: dict[str, list[int]]


def _packed(weights: Iterable[float]) -> int:
    """Return the weights of one value, for the line itself and its neighbours from above to below, as one integer."""
    return sum(round(weight * 100) << number * _BITS for number, weight in enumerate(weights))


_ZERO = sum(_HALF << number * _BITS for number in range(len(NEAR) + 1))


def _table(weights: Iterable[int]) -> list[int]:
    """Return a feature's weights by value; a value of 0 weighs nothing."""
    known = list(weights)[1:]
    return [0, *known, *[0] * (_VALUES - len(known))]


@cache
def load() -> Model:
    """Return the model of ``model.json``."""
    data = json.loads(PATH.read_text(encoding="utf-8"))
    tables = [data["line"], *(data["near"][str(step)] for step in NEAR)]
    line = [
        _table(map(_packed, zip(*(table[name] for table in tables), strict=True))) for name in features.NAMES
    ]
    look, gaps = len(features.LOOK), len(features.LOOK) + len(features.GAPS)
    edge = _packed((0, *(data["edge"][str(step)] for step in NEAR))) + _ZERO
    place = {name: _table(round(100 * weight) for weight in table) for name, table in data["place"].items()}
    parts = line[:look], line[look:gaps], line[gaps:]
    return Model(round(data["intercept"] * 100), *parts, [edge] * 2, [edge] * 2, place)


def _sums(tables: Iterable[list[int]], columns: Iterable[Sequence[int]], total: int) -> list[int]:
    """Return for each of ``total`` lines the sum of its values' weights; columns of zeros are skipped."""
    pairs = zip(tables, columns, strict=True)
    weights = [map(table.__getitem__, column) for table, column in pairs if any(column)]
    return list(map(sum, zip(*weights, strict=True))) if weights else [0] * total


def _weight(text: str, fact: Facts) -> int:
    """Return what a line says of itself and of its neighbours by its look and its words, packed."""
    return sum(map(getitem, load().look, features.look(text, fact))) + _cues(fact.met, fact.width > LONG)


@lru_cache(maxsize=1024)  # as many as ``facts`` keeps
def _label(fact: Facts) -> int:
    """Return what a label weighs; most are met on many pages, and their facts are the same."""
    return _weight(fact.ends, fact)


@lru_cache(maxsize=4096)
def _cues(met: Met, long: bool) -> int:  # noqa: FBT001  a key of the cache
    """Return the packed weights of a line's cues."""
    return _ZERO + sum(map(getitem, load().cues, cues.bins(met, long=long)))


def forget() -> None:
    """Forget the weights, and what lines weighed."""
    for known in (load, _cues, _label):
        known.cache_clear()


def _lines(page: list[Row], known: list[Facts]) -> list[int]:
    """Return what each line says of itself and of its neighbours, packed."""
    before, after = load().gaps
    return [
        (_label(fact) if len(row.text) <= LONG else _weight(row.text, fact)) + before[above] + after[below]
        for row, fact, above, below in zip(page, known, *features.gaps(page), strict=True)
    ]


def scores(page: list[Row], known: list[Facts], places: dict[str, list[int]]) -> list[float]:
    """Return the log-odds that each line is the author's."""
    model = load()
    lines = [*model.above, *_lines(page, known), *model.below]
    plain = _sums([model.place[name] for name in places], places.values(), len(known))
    beside = zip(lines[2:], lines, lines[1:], lines[3:], lines[4:], plain, strict=False)
    shift = model.intercept - 5 * _HALF
    found = []
    for own, above2, above, below, below2, place in beside:
        near = (above2 >> _BITS & _MASK) + (above >> 2 * _BITS & _MASK) + (below >> 3 * _BITS & _MASK)
        found.append(((own & _MASK) + near + (below2 >> 4 * _BITS) + place + shift) / 100)
    return found
