"""How well strip finds the body of real pages: shingle F1, exact pages, clean bodies kept whole, cost.

    python benchmarks/strip_eval.py FOLDER                 the model as it is committed (it has seen these pages)
    python benchmarks/strip_eval.py FOLDER --folds 5       each site judged by models that never saw it
    python benchmarks/strip_eval.py FOLDER --worst 10      and the worst pages

The measure is the public article-extraction benchmark's: 4-word shingles, precision and recall averaged over pages.
"""

import argparse
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import strip_data
import train_second
from train_strip import fold_of

from cleaners.strip import page


class Score(NamedTuple):
    """One page: share of true, false and missing shingles, and whether every word is right."""

    right: float
    wrong: float
    missing: float
    exact: bool

    @property
    def precision(self) -> float:
        """Share of the found shingles that are the body's."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else float(self.missing == 0)

    @property
    def recall(self) -> float:
        """Share of the body's shingles that were found."""
        return (
            self.right / (self.right + self.missing) if self.right + self.missing else float(self.wrong == 0)
        )

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def shingles(words: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def compare(body: str, got: str) -> Score:
    truth, found = strip_data.tokens(body), strip_data.tokens(got)
    a, b = shingles(truth), shingles(found)
    right = (a & b).total()
    every = right + (b - a).total() + (a - b).total() or 1
    return Score(right / every, (b - a).total() / every, (a - b).total() / every, truth == found)


def summary(name: str, scores: list[Score]) -> str:
    p = sum(s.precision for s in scores if s.right + s.wrong) / max(
        1, sum(s.right + s.wrong > 0 for s in scores)
    )
    r = sum(s.recall for s in scores if s.right + s.missing) / max(
        1, sum(s.right + s.missing > 0 for s in scores)
    )
    exact = sum(s.exact for s in scores) / len(scores)
    poor = sum(s.f1 < 0.5 for s in scores) / len(scores)
    return (
        f"{name:<24} n={len(scores):<4} F1 {2 * p * r / (p + r):.3f}  P {p:.3f}  R {r:.3f}  "
        f"exact {exact:.3f}  under .5 {poor:.3f}"
    )


def kept_share(body: str, title: str) -> tuple[float, bool]:
    """Return the share of words kept of a bare article (title and body), and whether all were."""
    text = f"{title}\n\n{body}"
    words = strip_data.tokens(page.clean_text(text))
    share = len(words) / max(1, len(strip_data.tokens(text)))
    return share, share == 1.0


def report(group: str, pages: list[strip_data.Page], scores: dict[str, Score], worst: int) -> None:
    mine = [p for p in pages if p.group == group]
    print(summary(group, [scores[p.name] for p in mine]))
    english = [p for p in mine if p.english]
    if len(english) < len(mine):
        print(summary(f"{group} English", [scores[p.name] for p in english]))
        print(summary(f"{group} other", [scores[p.name] for p in mine if not p.english]))
    bare = [kept_share(p.body, p.title) for p in mine if p.body.strip()]
    print(
        f"  bare articles: {sum(s for s, _ in bare) / len(bare):.4f} of words kept, "
        f"{sum(w for _, w in bare) / len(bare):.3f} whole, {sum(s < 0.9 for s, _ in bare)} below 0.9"
    )
    for p in sorted(mine, key=lambda p: scores[p.name].f1)[:worst]:
        print(f"  {scores[p.name].f1:.3f} {p.name[:16]} {p.site}")


def trained(taught: list[train_second.Lesson], fold: int, folder: Path) -> None:
    """Let the strip use weights and trees that never saw a site of ``fold``; learn them if ``folder`` has none."""
    weights, answers = train_second.first(taught, {fold}, folder), folder / f"second-without-{fold}.json"
    if not answers.exists():
        train_second.write(train_second.learn(taught, {fold}, folder), answers)
    train_second.use(weights, answers)
    page.read.cache_clear()


def judged(pages: list[strip_data.Page], folds: int, folder: Path) -> dict[str, Score]:
    """Return each page's score; with ``folds``, from weights and trees learned without its site."""
    if not folds:
        return {p.name: compare(p.body, page.body_text(p.text)) for p in pages}
    scores = {}
    taught = train_second.lessons(pages, folds)
    for fold in range(folds):
        trained(taught, fold, folder)
        mine = [p for p in pages if fold_of(p.site, folds) == fold]
        scores |= {p.name: compare(p.body, page.body_text(p.text)) for p in mine}
    return scores


def cost(pages: list[strip_data.Page]) -> float:
    """Return the milliseconds of CPU for 5000 characters."""
    start, size = time.process_time(), 0
    for p in pages:
        page.read.cache_clear()
        page.read(p.text)
        size += len(p.text)
    return (time.process_time() - start) / size * 5000 * 1000


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--folds", type=int, default=0)
    ap.add_argument("--cache", type=Path, help="folder for the folds' models, reused when they are there")
    ap.add_argument("--worst", type=int, default=0)
    args = ap.parse_args()
    pages = [p for group in strip_data.SETS for p in strip_data.pages(args.folder, group)]
    with tempfile.TemporaryDirectory() as kept:
        scores = judged(pages, args.folds, args.cache or Path(kept))
    for group in strip_data.SETS:
        report(group, pages, scores, args.worst)
    print(f"cost: {cost([p for p in pages if p.group == 'news_dev']):.2f} ms of CPU for 5000 characters")


if __name__ == "__main__":
    main()
