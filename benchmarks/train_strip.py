"""Learn the weights of ``cleaners/strip/model.json`` from pages whose body is known.

    python benchmarks/train_strip.py FOLDER            learn from both sets in FOLDER, write model.json
    python benchmarks/train_strip.py FOLDER --fold 0/5 leave out every fifth site (see strip_eval.py)

Pages are also shown cut down: the bare body, title and body, a piece of the page around it, with or without blank
lines. A person who pastes an article brings little furniture or none, and must get the article back. And they are
shown without their cues, as pages are in a language that ``cues/`` does not know.
"""

import argparse
import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import strip_data
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from cleaners.strip import context, features, model
from cleaners.strip.cues import NOTHING
from cleaners.strip.facts import Facts, facts
from cleaners.strip.lines import Row, rows

# news_dev was written down by people, articles_dev drafted by a model: one page of the first counts for three.
TRUST = {"news_dev": 3.0, "articles_dev": 1.0}
# What a page counts that is shown once more without any cue: a model that leans on listed words alone fails where
# nobody listed the words.
MUTE = 0.1


class Sample(NamedTuple):
    """The lines of one text as the model sees them, their words, which are the body's, and what the text counts.

    ``page`` and ``known`` are the lines themselves, which a second look asks (see ``train_second``).
    """

    page: list[Row]
    known: list[Facts]
    lines: list[tuple[int, ...]]
    sizes: list[int]
    names: tuple[str, ...]
    places: list[tuple[int, ...]]
    truth: list[bool]
    weight: float


def fold_of(site: str, folds: int) -> int:
    """Return the fold a site belongs to; the same on every machine."""
    return int(hashlib.md5(site.encode(), usedforsecurity=False).hexdigest(), 16) % folds


def sample(text: str, body: str, weight: float, *, mute: bool = False) -> Sample:
    """Return the sample of ``text`` with the labels that aligning ``body`` gives; ``mute`` leaves out all cues."""
    page = rows(text)
    known = [_muted(fact) if mute else fact for fact in facts(page)]
    marks = strip_data.labels([row.text for row in page], body)
    places = context.context(page, known)
    bins, sizes = features.bins(page, known), [len(fact.words) for fact in known]
    columns = list(zip(*places.values(), strict=True))
    return Sample(page, known, bins, sizes, tuple(places), columns, marks, weight)


def _muted(fact: Facts) -> Facts:
    """Return the facts of a line as if it were of a language whose cues nobody listed."""
    return replace(fact, whole=0, start=0, cues=0, met=NOTHING, dated=fact.date % 3 > 0)


def cuts(page: strip_data.Page, chance: random.Random) -> Iterator[tuple[str, float]]:
    """Yield the page, and one of its cut-down shapes, with what each counts."""
    yield page.text, 1.0
    lines = page.text.split("\n")
    marks = strip_data.labels(lines, page.body)
    if not any(marks):
        return
    first, last = marks.index(True), len(marks) - marks[::-1].index(True)
    gap = chance.choice(["\n", "\n\n"])
    bare = [line for line, mark in zip(lines, marks, strict=True) if mark]
    piece = lines[
        chance.randint(max(0, first - 12), first) : chance.randint(last, min(len(lines), last + 25))
    ]
    shapes = [
        gap.join(bare),
        gap.join([page.title, *bare]),
        "\n".join(piece),
        "\n".join(line for line in lines if line.strip()),
    ]
    yield chance.choice(shapes), 0.6


def samples(page: strip_data.Page) -> list[Sample]:
    """Return the samples of one page and its cut-down shapes."""
    chance = random.Random(page.name)
    trust = TRUST[page.group]
    found = [sample(text, page.body, share * trust) for text, share in cuts(page, chance) if text.strip()]
    return [*found, sample(page.text, page.body, MUTE * trust, mute=True)] if found else []


def _widths(found: list[Sample]) -> tuple[np.ndarray, np.ndarray]:
    """Return how many values each feature of a line and of a place can take."""
    line = np.max([np.max(s.lines, axis=0) for s in found], axis=0) + 1
    place = np.max([np.max(s.places, axis=0) for s in found], axis=0) + 1
    return line, place


def _starts(widths: np.ndarray) -> np.ndarray:
    """Return the column at which each feature begins."""
    return np.concatenate([[0], np.cumsum(widths)[:-1]])


def _columns(s: Sample, line: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Return for each line the columns of its features, its neighbours' and its place's; -1 where a value is 0."""
    total, width = len(s.lines), int(line.sum())
    values = np.array(s.lines)
    bins = np.where(values > 0, values + _starts(line), -1)
    parts = [bins]
    for n, step in enumerate(model.NEAR, 1):
        at = np.arange(total) + step
        inside = (at >= 0) & (at < total)
        columns = np.full_like(bins, -1)
        columns[inside] = np.where(bins[at[inside]] >= 0, bins[at[inside]] + n * width, -1)
        parts += [columns, np.where(inside, -1, (len(model.NEAR) + 1) * width + n - 1)[:, None]]
    start = (len(model.NEAR) + 1) * width + len(model.NEAR)
    places = np.array(s.places)
    parts.append(np.where(places > 0, places + _starts(place) + start, -1))
    return np.concatenate(parts, axis=1).astype(np.int32)


def weights(s: Sample) -> np.ndarray:
    """Return what each line counts: long lines more than short ones, the lines of every page as much together."""
    size = (np.array(s.sizes) + 2.0) ** 0.75
    return size / size.sum() * 48 * s.weight


def learn(found: list[Sample]) -> dict[str, object]:
    """Return the model as it is written to the file."""
    line, place = _widths(found)
    columns = np.concatenate([_columns(s, line, place) for s in found])
    used = columns >= 0
    ends = np.concatenate([[0], np.cumsum(used.sum(axis=1))])
    total = (len(model.NEAR) + 1) * int(line.sum()) + len(model.NEAR) + int(place.sum())
    matrix = csr_matrix((np.ones(ends[-1], np.float32), columns[used], ends), shape=(len(columns), total))
    truth = np.concatenate([s.truth for s in found])
    counts = np.concatenate([weights(s) for s in found])
    fitted = LogisticRegression(C=0.02, max_iter=120).fit(matrix, truth, sample_weight=counts)
    fit = [round(float(w), 2) + 0.0 for w in fitted.coef_[0]]
    return _table(fit, float(fitted.intercept_[0]), line, place, found[0].names)


def _named(weights: list[float], widths: np.ndarray, names: Iterable[str]) -> dict[str, list[float]]:
    """Return each feature's weights under its name."""
    return {n: weights[at : at + size] for n, at, size in zip(names, _starts(widths), widths, strict=True)}


def _table(
    weights: list[float], intercept: float, line: np.ndarray, place: np.ndarray, names: tuple[str, ...]
) -> dict[str, object]:
    """Return the fitted weights as named tables."""
    width, sides = int(line.sum()), len(model.NEAR)
    edges = weights[(sides + 1) * width : (sides + 1) * width + sides]
    return {
        "intercept": round(intercept, 2),
        "edge": {str(step): edge for step, edge in zip(model.NEAR, edges, strict=True)},
        "line": _named(weights[:width], line, features.NAMES),
        "place": _named(weights[(sides + 1) * width + sides :], place, names),
        "near": {
            str(step): _named(weights[n * width : (n + 1) * width], line, features.NAMES)
            for n, step in enumerate(model.NEAR, 1)
        },
    }


def write(table: dict[str, object], target: Path) -> None:
    """Write the model, one feature a line."""
    text = json.dumps(table, indent=1)
    target.write_text(
        re.sub(r",\s+(?=[-\d])|(?<=\[)\s+|\s+(?=\])", lambda m: ", " if "," in m[0] else "", text) + "\n"
    )


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--fold", help="K/N: leave out fold K of N")
    ap.add_argument("--out", type=Path, default=model.PATH)
    args = ap.parse_args()
    left_out, folds = (int(n) for n in args.fold.split("/")) if args.fold else (-1, 5)
    found = [
        s
        for group in strip_data.SETS
        for page in strip_data.pages(args.folder, group)
        if fold_of(page.site, folds) != left_out
        for s in samples(page)
    ]
    write(learn(found), args.out)
    print(f"{len(found)} texts, {sum(len(s.lines) for s in found)} lines -> {args.out.name}")


if __name__ == "__main__":
    main()
