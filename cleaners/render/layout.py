"""The clean text cut into pieces: wherever a line, a finding or an edit begins or ends."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaners.report import EditReport, FindingReport, Report
from cleaners.types import Span, lines

_LONGEST = 8_000
"""Code points. A browser lays out a paragraph as one: a longer line is shown as several of them."""


class Piece(NamedTuple):
    """A stretch of clean text under the same findings (indexes, in order).

    ``written`` is the edit that wrote it; ``replaced`` tells whether a suggestion would take its place, and
    ``opens_line`` whether a paragraph begins here.
    """

    span: Span
    findings: tuple[int, ...]
    written: EditReport | None
    replaced: bool
    opens_line: bool


def pieces(report: Report) -> Iterator[Piece]:
    """Yield the pieces of the clean text in order, and an empty one at its end."""
    opens, closes = _edges(report.findings, len(report.text))
    starts = {start for start, _ in _paragraphs(report.text)}
    edits = {e.clean.start: e for e in report.edits}
    taken = {e.clean.start: e.clean.end for e in report.suggested}
    ends = {*taken.values(), *(e.clean.end for e in report.edits)}
    cuts = sorted({*starts, *ends, *opens, *closes, *edits, *taken, 0, len(report.text)})
    current: tuple[int, ...] = ()
    written: EditReport | None = None
    until = 0
    for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        if start in closes or start in opens:
            gone = closes.get(start, ())
            current = (*(i for i in current if i not in gone), *opens.get(start, ()))
        written = edits.get(start, written)
        written = written if written and start < written.clean.end else None
        until = taken.get(start, until)
        yield Piece(Span(start, end), current, written, start < until, start in starts)


def shown(finding: FindingReport, length: int) -> Span:
    """Return the span a page marks: a finding between two letters is shown on the one after it."""
    start, end = finding.clean
    if start < end:
        return finding.clean
    start = max(0, min(start, length - 1))
    return Span(start, min(start + 1, length))


def _edges(
    findings: Sequence[FindingReport], length: int
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    opens: dict[int, list[int]] = defaultdict(list)
    closes: dict[int, list[int]] = defaultdict(list)
    for index, finding in enumerate(findings):
        start, end = shown(finding, length)
        opens[start].append(index)
        closes[end].append(index)
    return opens, closes


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield what is shown as a paragraph: a line with its newline, or a stretch of a very long one."""
    for line in lines(text):
        start = line.start
        while line.end - start > _LONGEST:
            space = text.find(" ", start + _LONGEST, start + 2 * _LONGEST) + 1
            stop = space or start + _LONGEST
            yield Span(start, stop)
            start = stop
        yield Span(start, min(line.end + 1, len(text)))
