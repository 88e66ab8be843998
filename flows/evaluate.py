"""`python -m flows.evaluate`: precision, recall and F1 of the findings against a labelled set."""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from cleaners import resources
from cleaners.pipeline import clean
from cleaners.report import Report
from cleaners.score import count_words
from cleaners.settings import Settings
from cleaners.types import Severity, Span
from flows import gold
from flows.agreement import Agreement, agree, auroc
from flows.gold import GoldDocument, GoldError, Label

SURFACE = frozenset(
    {
        *("space_punct", "nospace_punct", "punct_quote", "fullwidth_punct", "residue", "caps", "spelling"),
        *("dup_paren", "dup_phrase", "duplicate_line", "markup_damage", "boilerplate"),
        *("number_unit", "measure_word", "locale_gloss"),
    }
)
"""Kinds that show in the letters alone; the others need knowledge of the two languages."""

_NEUTRAL = frozenset({Severity.NEUTRAL})


@dataclass(slots=True)
class Judged:
    """One document with its report and how the two agree."""

    document: GoldDocument
    report: Report
    labels: tuple[Label, ...]
    agreement: Agreement


@dataclass(slots=True)
class Tally:
    """Counts of one row of the table."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    wanted: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """Share of findings that are right; None without one."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """Share of required labels that were found; None without one."""
        return self.found / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p and r else None


def judge(document: GoldDocument, settings: Settings) -> Judged:
    """Clean one labelled document and compare. Labels in lines that were removed are left aside."""
    report = clean(document.text, id=document.id, resources=resources.load(settings))
    gone = [e.raw for e in report.edits if e.stage == "strip"]
    labels = tuple(x for x in document.labels if not any(Span(x.start, x.end).within(zone) for zone in gone))
    return Judged(document, report, labels, agree(report.findings, labels))


def tally(judged: Iterable[Judged]) -> dict[str, Tally]:
    """Return counts over translated documents: in all, by severity, by group of kinds, by kind."""
    rows: dict[str, Tally] = defaultdict(Tally)
    for one in judged:
        if one.document.machine is False:
            continue
        for f, g in one.agreement.pairs:
            kind = one.report.findings[f].kind
            for name in ("all", f"kind {kind}"):
                rows[name].right += 1
            _count_found(rows, one.labels[g])
        for f in one.agreement.wrong:
            for name in ("all", f"kind {one.report.findings[f].kind}"):
                rows[name].wrong += 1
        for g in one.agreement.missed:
            for name in _names(one.labels[g]):
                rows[name].wanted += 1
                rows[name].missed.append(one.labels[g].text)
    return dict(rows)


def _count_found(rows: dict[str, Tally], label: Label) -> None:
    for name in _names(label):
        rows[name].found += 1
        rows[name].wanted += 1


def _names(label: Label) -> list[str]:
    weighty = ["major"] if label.severity in ("major", "critical") else []
    return ["all", *weighty, "surface" if label.kind in SURFACE else "deep", f"kind {label.kind}"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    args = _parser().parse_args(arguments)
    folders = args.texts or [args.gold.parent, args.gold.parent / "text", Path("seeds")]
    try:
        documents = gold.load(args.gold, folders)
    except GoldError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    settings = Settings(strip=not args.no_strip)
    judged = [judge(document, settings) for document in documents]
    _print(judged, wrong=args.wrong, missed=args.missed)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m flows.evaluate",
        description=__doc__,
        epilog="Example: python -m flows.evaluate tests/gold/seeds.jsonl --texts seeds --missed",
    )
    parser.add_argument("gold", type=Path, metavar="GOLD", help="labels, one JSON object a line")
    parser.add_argument("--texts", type=Path, action="append", metavar="DIR", help="where the texts are")
    parser.add_argument("--no-strip", action="store_true", help="judge the detectors alone, on whole texts")
    parser.add_argument(
        "--wrong", type=int, default=20, metavar="N", help="show N wrong findings a rule's worth"
    )
    parser.add_argument("--missed", action="store_true", help="name every label that was missed")
    return parser


def _print(judged: Sequence[Judged], *, wrong: int, missed: bool) -> None:
    console = Console(width=None if sys.stdout.isatty() else 150, highlight=False)
    rows = tally(judged)
    table = Table("", "precision", "right", "wrong", "recall", "found", "wanted", "F1")
    for name in sorted(rows, key=lambda n: (n.startswith("kind"), -rows[n].wanted, n)):
        r = rows[name]
        figures = (r.precision, r.right, r.wrong, r.recall, r.found, r.wanted, r.f1)
        table.add_row(name, *(_figure(x) for x in figures))
    console.print(table)
    for line in (*_native(judged), *_areas(judged), _macro(judged)):
        console.print(line, markup=False)
    _print_wrong(console, judged, wrong)
    if missed and "all" in rows:
        console.print("Missed:", *(f"  {text!r}" for text in rows["all"].missed), sep="\n", markup=False)


def _figure(value: float | int | None) -> str:
    return "-" if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"


def _native(judged: Sequence[Judged]) -> list[str]:
    native = [j for j in judged if j.document.machine is False]
    words = sum(count_words(j.document.text) for j in native)
    if not words:
        return []
    flags = sum(f.severity not in _NEUTRAL for j in native for f in j.report.findings)
    silent = sum(not j.report.findings for j in native)
    return [
        f"native text: {flags} false alarms in {words} words = {1000 * flags / words:.3f} per 1000; "
        f"{silent} of {len(native)} documents without a finding"
    ]


def _areas(judged: Sequence[Judged]) -> list[str]:
    native = [j.report.scores.mt_likelihood for j in judged if j.document.machine is False]
    out = []
    machine = [j for j in judged if j.document.machine]
    for name, wanted in (("all", machine), ("zh", [j for j in machine if j.document.language == "zh"])):
        area = auroc([j.report.scores.mt_likelihood for j in wanted], native)
        if area is not None:
            out.append(f"AUROC of mt_likelihood, {name}: {area:.3f} ({len(wanted)} against {len(native)})")
    return out


def _macro(judged: Sequence[Judged]) -> str:
    groups: dict[str, Tally] = defaultdict(Tally)
    for one in judged:
        if one.document.machine is not False:
            groups[one.document.group].found += len(one.agreement.pairs)
            groups[one.document.group].wanted += len(one.agreement.pairs) + len(one.agreement.missed)
    recalls = [g.recall for g in groups.values() if g.recall is not None]
    return f"recall averaged over {len(recalls)} sources: {_figure(sum(recalls) / max(1, len(recalls)))}"


def _print_wrong(console: Console, judged: Sequence[Judged], most: int) -> None:
    rules: Counter[str] = Counter()
    places: dict[str, list[str]] = defaultdict(list)
    for one in judged:
        for f in one.agreement.wrong:
            finding = one.report.findings[f]
            rules[finding.rule] += 1
            start, end = finding.clean
            text = one.report.text
            around = f"{text[max(0, start - 40) : start]}[[{finding.quote}]]{text[end : end + 40]}"
            places[finding.rule].append(f"    {one.document.id}: {' '.join(around.split())}")
    for one in judged:
        for f, g in one.agreement.negatives:
            console.print(
                f"hard negative hit: {one.labels[g].text!r} by {one.report.findings[f].rule}", markup=False
            )
    for rule, times in rules.most_common():
        console.print(f"fired wrongly {times} times: {rule}", *places[rule][:most], sep="\n", markup=False)


if __name__ == "__main__":
    sys.exit(main())
