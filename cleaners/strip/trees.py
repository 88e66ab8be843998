"""Small decision trees, added up: each asks two questions of a line, and its answer is a weight.

``second.json`` is written by ``benchmarks/train_second.py`` (gradient boosting). A tree is one line of it, read as
``[feature, most, feature, most, feature, most, weight, weight, weight, weight]``: if the first feature is at most its
number the second question is asked, else the third; the weights are the answers from left to right. All numbers are
whole, weights in thousandths of log-odds, so no sum depends on its order or on the machine.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).with_name("second.json")
Tree = tuple[int, ...]


class Trees(NamedTuple):
    """The trees, with features by their place in ``features``; all weights are added to ``intercept``."""

    features: tuple[str, ...]
    intercept: int
    trees: tuple[Tree, ...]


@cache
def load() -> Trees:
    """Return the trees of ``second.json``."""
    data = json.loads(PATH.read_text(encoding="utf-8"))
    names = tuple(data["features"])
    return Trees(names, data["intercept"], tuple(_placed(tree, names) for tree in data["trees"]))


def _placed(tree: list[str | int], names: tuple[str, ...]) -> Tree:
    """Return a tree with the features' places for their names."""
    return tuple(names.index(part) if isinstance(part, str) else part for part in tree)


def scores(columns: Mapping[str, Sequence[int]]) -> list[float]:
    """Return the log-odds of lines whose features stand under their names, one number for each line."""
    model = load()
    found = []
    for line in zip(*[columns[name] for name in model.features], strict=True):
        total = model.intercept
        for first, most, left, most_left, right, most_right, a, b, c, d in model.trees:
            if line[first] <= most:
                total += a if line[left] <= most_left else b
            else:
                total += c if line[right] <= most_right else d
        found.append(total / 1000)
    return found
