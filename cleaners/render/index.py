"""The page of a run: which documents need a person, and what the rules did, worst first."""

import json
from collections import Counter
from collections.abc import Iterable
from heapq import nsmallest
from urllib.parse import quote

from markupsafe import Markup

from cleaners.render import charts, names
from cleaners.render.assets import template
from cleaners.render.escape import plain
from cleaners.render.tally import Tally
from cleaners.summary import Row
from cleaners.types import Severity

_SHOWN = 5000
"""Documents in the table, the worst ones; everything else on the page counts all of them."""
_PAGE = 100
"""Rows written into the file; all of them are in its data block, from which the table is paged."""
_LONGEST = 160
"""Code points of a title, path or reason that are kept: 5,000 documents stay under 3 MB."""


def render(rows: Iterable[Row], *, title: str, signature: str) -> str:
    """Return one self-contained HTML file about a run; ``Row.page`` is a relative path, not yet quoted.

    ``rows`` are read once and never held together.
    """
    tally = Tally()
    worst = nsmallest(_SHOWN, tally.counting(rows), key=_worst_first)
    data = [_cells(row) for row in worst]
    return template(
        "index"
    ).render(
        title=plain(title),
        signature=plain(signature),
        tally=tally,
        verdicts=[
            (v, tally.verdicts[v]) for v in ("pass", "review", "reject", "failed") if tally.verdicts[v]
        ],
        data=Markup(_json(data)),  # noqa: S704  no "<" is left in it
        first=data[:_PAGE],
        page=_PAGE,
        failures=sorted(tally.failures.items(), key=lambda pair: (-pair[1].count, pair[0])),
        rules=_rules(tally),
        languages=sorted({str(cells["language"]) for cells in data if cells["language"]}),
        histogram=Markup(charts.histogram(tally.bins)),  # noqa: S704  charts escapes its labels
        found=_bars(tally.kinds, "Findings by kind"),
        removed=_bars(tally.removed, "Removed parts by kind"),
    )


def _worst_first(row: Row) -> tuple[bool, float, str]:
    return row.status != "failed", row.quality if row.quality is not None else 0.0, row.path


def _cells(row: Row) -> dict[str, object]:
    """Return what the table shows of a document; names are short because they are repeated 5,000 times."""
    heavy = sum(row.counts.get(s, 0) for s in (Severity.CRITICAL, Severity.MAJOR))
    return {
        "name": plain(row.title or row.place)[:_LONGEST],
        "path": plain(row.place)[:_LONGEST],
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


def _rules(tally: Tally) -> list[tuple[str, int, int]]:
    """Return each rule, how often it spoke, and in how many documents, the busiest first."""
    ranked = sorted(tally.rules, key=lambda rule: (-tally.rules[rule], rule))
    return [(plain(rule), tally.rules[rule], tally.documents_of[rule]) for rule in ranked]


def _bars(counts: Counter[str], title: str) -> Markup | None:
    if not counts:
        return None
    long = {kind: names.words(kind) for kind in counts}
    return Markup(charts.bars(counts, title, long))  # noqa: S704  escaped there


def _json(value: object) -> str:
    # "<" would let a title close the script element that holds the data.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
