"""Learn the trees of ``cleaners/strip/second.json``: what a second look makes of lines the scores are unsure of.

    python benchmarks/train_second.py FOLDER           learn from both sets in FOLDER, write second.json

A model is surer of pages it has learned from than of new ones. So the trees are shown each page with the scores of
weights that never saw its site: sites are dealt into five folds, and each fold is scored by weights of the others.
"""

import argparse
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import strip_data
import train_strip
from sklearn.ensemble import HistGradientBoostingClassifier

from cleaners.strip import model, second, segment, trees

FOLDS = 5
# With sites held back, 30 trees do a little worse than 40, 60 and 100 no better; nor do trees of three questions.
TREES = 40
RATE = 0.3


class Lesson(NamedTuple):
    """The fold of a page's site, and the texts the page is shown as."""

    fold: int
    samples: list[train_strip.Sample]


def lessons(pages: Iterable[strip_data.Page], folds: int) -> list[Lesson]:
    """Return what each page teaches, its site dealt into one of so many folds."""
    return [Lesson(train_strip.fold_of(page.site, folds), train_strip.samples(page)) for page in pages]


def first(taught: list[Lesson], without: set[int], folder: Path) -> Path:
    """Return a file in ``folder`` of first weights that never saw the folds ``without``, learned if need be."""
    target = folder / f"first-without-{'-'.join(map(str, sorted(without)))}.json"
    if not target.exists():
        found = [s for lesson in taught if lesson.fold not in without for s in lesson.samples]
        train_strip.write(train_strip.learn(found), target)
    return target


def use(weights: Path, answers: Path = trees.PATH) -> None:
    """Let the strip use the weights and the trees in these files."""
    model.forget()
    trees.load.cache_clear()
    model.PATH, trees.PATH = weights, answers


class Example(NamedTuple):
    """Of the lines of a text that the weights in use are unsure of: what is asked, the truth, what they count."""

    asked: dict[str, list[int]]
    truth: np.ndarray
    counts: np.ndarray


def _example(s: train_strip.Sample) -> Example:
    """Return what a text teaches the second look."""
    places = dict(zip(s.names, map(list, zip(*s.places, strict=True)), strict=True))
    scores = model.scores(s.page, s.known, places)
    lines, sizes = second.unsure(scores), second.measures(s.known)
    asked = second.numbers(s.known, scores, places, sizes, segment.body(scores, *sizes), lines)
    return Example(asked, np.array(s.truth)[lines], train_strip.weights(s)[lines])


def learn(taught: list[Lesson], without: set[int], folder: Path) -> dict[str, object]:
    """Return the trees as they are written to the file, learned without the folds ``without``."""
    found = []
    for fold in sorted({lesson.fold for lesson in taught} - without):
        use(first(taught, {fold, *without}, folder))
        found += [_example(s) for lesson in taught if lesson.fold == fold for s in lesson.samples]
    names = tuple(found[0].asked)
    fitted = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=RATE,
        max_depth=2,
        min_samples_leaf=100,
        l2_regularization=5.0,
        early_stopping=False,
    ).fit(
        np.concatenate([np.array(list(example.asked.values())).T for example in found]),
        np.concatenate([example.truth for example in found]),
        sample_weight=np.concatenate([example.counts for example in found]),
    )
    return {
        "features": names,
        "intercept": _whole(fitted._baseline_prediction[0, 0]),
        "trees": [_tree(grown[0].nodes, names) for grown in fitted._predictors],
    }


def _whole(weight: float) -> int:
    """Return log-odds in thousandths."""
    return round(1000 * float(weight))


def _tree(nodes: np.ndarray, names: tuple[str, ...]) -> list[str | int]:
    """Return a tree as ``trees`` reads it; a side that asks nothing more asks what was asked before."""
    top = nodes[0]
    asked: list[str | int] = [*_question(top, names)]
    answers = []
    for side in (nodes[top["left"]], nodes[top["right"]]):
        asked += _question(top if side["is_leaf"] else side, names)
        ends = (side, side) if side["is_leaf"] else (nodes[side["left"]], nodes[side["right"]])
        answers += [_whole(end["value"]) for end in ends]
    return asked + answers


def _question(node: np.void, names: tuple[str, ...]) -> tuple[str, int]:
    """Return the feature and the most it may be for the left answer; features are whole numbers."""
    return names[node["feature_idx"]], int(np.floor(node["num_threshold"]))


def write(table: dict[str, object], target: Path) -> None:
    """Write the trees, one a line."""
    lines = ",\n  ".join(map(json.dumps, table["trees"]))
    head = json.dumps({key: table[key] for key in ("features", "intercept")})[:-1]
    target.write_text(f'{head},\n "trees": [\n  {lines}\n ]}}\n')


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--out", type=Path, default=trees.PATH)
    args = ap.parse_args()
    pages = (page for group in strip_data.SETS for page in strip_data.pages(args.folder, group))
    taught = lessons(pages, FOLDS)
    with tempfile.TemporaryDirectory() as kept:
        write(learn(taught, set(), Path(kept)), args.out)


if __name__ == "__main__":
    main()
