"""The page of a run: which documents need a person, and what the rules did, worst first."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from urllib.parse import quote

from markupsafe import Markup

from cleaners.render import charts, names
from cleaners.render.assets import template
from cleaners.render.escape import plain
from cleaners.summary import Row
from cleaners.types import Severity

_PAGE = 100
"""Rows written into the file; all of them are in its data block, from which the table is paged."""
_LONGEST = 160
"""Code points of a title, path or reason that are kept: 5,000 documents stay under 3 MB."""


def render(rows: Sequence[Row], *, title: str, signature: str) -> str:
    """Return one self-contained HTML file about a run; ``Row.page`` is a relative path, not yet quoted."""
    ranked = sorted(rows, key=_worst_first)
    data = [_cells(row) for row in ranked]
    found = _total(row.kinds for row in rows)
    removed = _total(row.removed for row in rows)
    return template(
        "index"
    ).render(
        title=plain(title),
        signature=plain(signature),
        facts=_facts(rows),
        data=Markup(_json(data)),  # noqa: S704  no "<" is left in it
        first=data[:_PAGE],
        page=_PAGE,
        failures=_failures(ranked),
        rules=_rules(rows),
        languages=sorted({str(cells["language"]) for cells in data if cells["language"]}),
        histogram=Markup(charts.histogram(rows)),  # noqa: S704  charts escapes its labels
        found=_bars(found, "Findings by kind") if found else None,
        removed=_bars(removed, "Removed parts by kind") if removed else None,
        names=names,
    )


def _worst_first(row: Row) -> tuple[bool, float, str]:
    return row.status != "failed", row.quality if row.quality is not None else 0.0, row.path


def _cells(row: Row) -> dict[str, object]:
    """Return what the table shows of a document; names are short because they are repeated 5,000 times."""
    heavy = sum(row.counts.get(s, 0) for s in (Severity.CRITICAL, Severity.MAJOR))
    return {
        "name": plain(row.title or row.path)[:_LONGEST],
        "path": plain(row.path)[:_LONGEST],
        "href": f"./{quote(row.page, errors='replace')}" if row.page else None,
        "verdict": row.verdict or "failed",
        "quality": row.quality,
        "findings": row.findings,
        "heavy": heavy if row.status == "done" else None,
        "likely": row.mt_likelihood,
        "language": names.language(row.language),
        "words": row.words,
        "removed": row.removed_share,
        "reason": plain(row.reason)[:_LONGEST] if row.reason else None,
    }


def _facts(rows: Sequence[Row]) -> dict[str, object]:
    qualities = [row.quality for row in rows if row.quality is not None]
    verdicts = Counter(row.verdict or "failed" for row in rows)
    return {
        "documents": len(rows),
        "verdicts": [(v, verdicts[v]) for v in ("pass", "review", "reject", "failed") if verdicts[v]],
        "median": median(qualities) if qualities else None,
        "findings": sum(row.findings or 0 for row in rows),
        "words": sum(row.words or 0 for row in rows),
    }


def _failures(rows: Sequence[Row]) -> list[tuple[str, list[str]]]:
    """Return each reason with the paths of the documents it stopped, the commonest first."""
    reasons: dict[str, list[str]] = {}
    for row in rows:
        if row.status == "failed":
            reasons.setdefault(plain(row.reason or "no reason given"), []).append(plain(row.path))
    return sorted(reasons.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def _rules(rows: Sequence[Row]) -> list[tuple[str, int, int]]:
    """Return each rule, how often it spoke, and in how many documents, the busiest first."""
    times = _total(row.rules for row in rows)
    documents = Counter(rule for row in rows for rule in row.rules)
    ranked = sorted(times, key=lambda rule: (-times[rule], rule))
    return [(plain(rule), times[rule], documents[rule]) for rule in ranked]


def _total(counts: Iterable[dict[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return total


def _bars(counts: Counter[str], title: str) -> Markup:
    return Markup(charts.bars(counts, title, {kind: names.words(kind) for kind in counts}))  # noqa: S704  escaped there


def _json(value: object) -> str:
    # "<" would let a title close the script element that holds the data.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
