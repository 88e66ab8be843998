"""The annotated page: the article to read, with every finding in its place and its reason beside it."""

from collections import Counter
from urllib.parse import urlsplit

from markupsafe import Markup

from cleaners.render import names, runs
from cleaners.render.assets import template
from cleaners.render.cards import cards
from cleaners.render.escape import plain
from cleaners.report import Report
from cleaners.types import Severity


def render(report: Report) -> str:
    """Return one self-contained HTML file without NULs and lone surrogates; it asks nothing of the network."""
    counts = report.scores.counts
    return template("annotated").render(
        report=report,
        scores=report.scores,
        article=Markup(runs.article(report)),  # noqa: S704  runs escapes what it is given
        cards=Markup(cards(report)),  # noqa: S704  and so do cards
        severities=[(s.value, counts[s]) for s in reversed(Severity) if counts.get(s)],
        kinds=Counter(f.kind for f in report.findings).most_common(),
        removed=Counter(e.kind for e in report.edits).most_common(),
        stages=_stages(report),
        links=[url for url in report.metadata.source_urls if _is_web(url)],
        plain=plain,
        names=names,
    )


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
