"""How far findings and labels agree: one-to-one matching, precision and recall, and the area under the ROC curve."""

from collections.abc import Sequence
from dataclasses import dataclass

from cleaners.report import FindingReport
from cleaners.types import Span
from flows.gold import OPTIONAL_KINDS, Label


@dataclass(frozen=True, slots=True)
class Agreement:
    """Indexes: ``pairs`` of finding and label, ``wrong`` findings, ``ignored`` ones (they touch a label that is
    taken, unsure or optional), ``missed`` required labels, ``negatives`` (finding, hard negative) hit."""

    pairs: tuple[tuple[int, int], ...]
    wrong: tuple[int, ...]
    ignored: tuple[int, ...]
    missed: tuple[int, ...]
    negatives: tuple[tuple[int, int], ...]


def required(label: Label, sure: float) -> bool:
    """Tell whether a label must be found: positive, sure enough, of a kind that is labelled throughout."""
    return bool(label.label) and label.confidence >= sure and label.kind not in OPTIONAL_KINDS


def agree(findings: Sequence[FindingReport], labels: Sequence[Label], sure: float = 0.6) -> Agreement:
    """Match findings and labels one to one, in raw coordinates, the best overlap first.

    A finding much longer than a label (over four times and forty) is a blanket and matches nothing.
    """
    touches = sorted(_touches(findings, labels))
    taken: dict[int, int] = {}
    found: dict[int, int] = {}
    for _, f, g in touches:
        if f not in taken and g not in found:
            taken[f], found[g] = g, f
    touching = {f for _, f, _ in touches}
    pairs = tuple((f, g) for f, g in sorted(taken.items()) if required(labels[g], sure))
    wrong = tuple(f for f in range(len(findings)) if f not in touching)
    matched = {f for f, _ in pairs}
    return Agreement(
        pairs,
        wrong,
        tuple(f for f in range(len(findings)) if f in touching and f not in matched),
        tuple(g for g, label in enumerate(labels) if required(label, sure) and g not in found),
        tuple(_negatives(findings, labels)),
    )


def _touches(findings: Sequence[FindingReport], labels: Sequence[Label]) -> list[tuple[float, int, int]]:
    out = []
    for f, finding in enumerate(findings):
        for g, label in enumerate(labels):
            shared = min(finding.raw.end, label.end) - max(finding.raw.start, label.start)
            length = finding.raw.end - finding.raw.start
            if label.label and shared > 0 and length <= 4 * (label.end - label.start) + 40:
                union = max(finding.raw.end, label.end) - min(finding.raw.start, label.start)
                out.append((-shared / union, f, g))
    return out


def _negatives(findings: Sequence[FindingReport], labels: Sequence[Label]) -> list[tuple[int, int]]:
    """Hard negatives hit; those that lie inside a positive label are left aside."""
    positive = [Span(x.start, x.end) for x in labels if x.label]
    out = []
    for g, label in enumerate(labels):
        span = Span(label.start, label.end)
        if label.label or label.confidence <= 0 or any(span.overlaps(p) for p in positive):
            continue
        out += [(f, g) for f, finding in enumerate(findings) if finding.raw.overlaps(span)]
    return out


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """Return the chance that a positive scores over a negative, ties half; None without both.

    The Mann-Whitney U statistic over the number of pairs (Hanley and McNeil 1982).
    """
    if not positive or not negative:
        return None
    wins = sum((p > n) + 0.5 * (p == n) for p in positive for n in negative)
    return wins / (len(positive) * len(negative))
