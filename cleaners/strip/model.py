"""How much each line looks like the author's: a sum of small weights, learned from pages and kept in a file.

``model.json`` is written by ``benchmarks/train_strip.py`` (logistic regression). A feature has one weight for each
value it can take, for the line itself and for the lines one and two above and below.
"""

import json
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from cleaners.strip import context, features
from cleaners.strip.features import Facts

NEAR = (-2, -1, 1, 2)
PATH = Path(__file__).with_name("model.json")


class Model(NamedTuple):
    """Weights laid out flat: ``own[base + value]`` for each feature; ``edge`` where no such neighbour is."""

    intercept: float
    bases: tuple[int, ...]
    own: list[float]
    near: tuple[list[float], ...]
    edge: tuple[float, ...]
    place_bases: tuple[int, ...]
    place: list[float]


def _flat(table: dict[str, list[float]], names: tuple[str, ...]) -> list[float]:
    """Return the weights of all features, one after the other."""
    return [weight for name in names for weight in table[name]]


def _bases(table: dict[str, list[float]], names: tuple[str, ...]) -> tuple[int, ...]:
    """Return where each feature's weights begin in the flat list."""
    return tuple(accumulate((len(table[name]) for name in names[:-1]), initial=0))


@cache
def load() -> Model:
    """Return the model of ``model.json``."""
    data = json.loads(PATH.read_text(encoding="utf-8"))
    return Model(
        intercept=data["intercept"],
        bases=_bases(data["line"], features.NAMES),
        own=_flat(data["line"], features.NAMES),
        near=tuple(_flat(data["near"][str(step)], features.NAMES) for step in NEAR),
        edge=tuple(data["edge"][str(step)] for step in NEAR),
        place_bases=_bases(data["place"], context.NAMES),
        place=_flat(data["place"], context.NAMES),
    )


def _ids(bases: tuple[int, ...], values: tuple[int, ...]) -> list[int]:
    """Return where the weights of ``values`` stand; a value of 0 weighs nothing and is left out."""
    return [base + value for base, value in zip(bases, values, strict=True) if value]


def scores(known: list[Facts], places: list[tuple[int, ...]]) -> list[float]:
    """Return the log-odds that each line is the author's."""
    model = load()
    ids = [_ids(model.bases, fact.bins) for fact in known]
    sums = [[sum([weights[i] for i in line]) for line in ids] for weights in (model.own, *model.near)]
    total = len(known)
    found = []
    for k, values in enumerate(places):
        score = model.intercept + sums[0][k] + sum([model.place[i] for i in _ids(model.place_bases, values)])
        for step, side, edge in zip(NEAR, sums[1:], model.edge, strict=True):
            score += side[k + step] if 0 <= k + step < total else edge
        found.append(score)
    return found
