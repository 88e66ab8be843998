"""A run's summary as CSV: a line a document, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Sequence

from cleaners.render.escape import plain
from cleaners.summary import Row
from cleaners.types import Severity

_COLUMNS = (
    *("id", "path", "status", "reason", "page", "title", "language", "quality", "verdict", "points", "words"),
    *("findings", "mt_likelihood", "mt_source_language", "removed_share"),
)
_FORMULA = tuple("=+-@|＝＋－＠")
"""A cell that opens with one of these is run, or sent elsewhere, by some spreadsheet (OWASP, CSV Injection)."""


def render(rows: Sequence[Row]) -> str:
    """Return the table with its header; findings of each severity follow in columns of their own."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*_COLUMNS, *(severity.value for severity in Severity)])
    for row in rows:
        counts = [row.counts.get(severity, 0) for severity in Severity]
        writer.writerow([*(_cell(getattr(row, name)) for name in _COLUMNS), *counts])
    return out.getvalue()


def _cell(value: object) -> object:
    """Return a value as a cell: text that a spreadsheet could take for a formula gets an apostrophe before it."""
    if not isinstance(value, str):
        return value
    text = plain(value)
    # A leading tab or space hides a formula from the eye, not from the spreadsheet.
    return "'" + text if text.lstrip().startswith(_FORMULA) or text[:1].isspace() else text
