"""The annotated page: the article to read, with every finding in its place and its reason beside it."""

from collections import Counter
from urllib.parse import urlsplit

from markupsafe import Markup

from cleaners.render import names, runs
from cleaners.render.assets import template
from cleaners.render.escape import plain
from cleaners.report import FindingReport, Report
from cleaners.types import Severity

_WEIGHTS = "weights:"


def render(report: Report) -> str:
    """Return one self-contained HTML file without NULs and lone surrogates; it asks nothing of the network."""
    weights = _weights(report.signature)
    counts = report.scores.counts
    return template("annotated").render(
        report=report,
        scores=report.scores,
        article=Markup(runs.article(report)),  # noqa: S704  runs escapes what it is given
        cards=[_card(f, report, weights) for f in report.findings],
        severities=[(s.value, counts[s]) for s in reversed(Severity) if counts.get(s)],
        kinds=Counter(f.kind for f in report.findings).most_common(),
        removed=Counter(e.kind for e in report.edits).most_common(),
        stages=_stages(report),
        links=[url for url in report.metadata.source_urls if _is_web(url)],
        plain=plain,
        names=names,
    )


def _card(finding: FindingReport, report: Report, weights: dict[Severity, float]) -> dict[str, object]:
    points = weights[finding.severity]
    total = report.scores.points
    return {"finding": finding, "points": points, "share": 100 * points / total if total else 0.0}


def _weights(signature: str) -> dict[Severity, float]:
    """Return the penalty points by severity that the signature says were used, MQM's own where it is silent."""
    for part in signature.split("|"):
        if part.startswith(_WEIGHTS):
            numbers = part.removeprefix(_WEIGHTS).split("/")
            return {s: float(n) for s, n in zip(Severity, numbers, strict=True)}
    return {s: float(s.weight) for s in Severity}


def _stages(report: Report) -> list[tuple[str, int]]:
    stages = Counter(e.stage for e in report.edits)
    counted = [
        ("normalise", stages["normalise"]),
        ("strip", stages["strip"]),
        ("detect", len(report.findings)),
    ]
    return [(stage, count) for stage, count in counted if count]


def _is_web(url: str) -> bool:
    try:
        return urlsplit(url).scheme in {"http", "https"}
    except ValueError:  # "http://[" is no address
        return False
