"""What a person sees of a run: progress on a terminal, plain lines elsewhere, and a table at the end."""

import sys
import time
from collections.abc import Sequence
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from cleaners.reference import CorpusComparison
from cleaners.summary import Row
from flows.corpus import left_out
from flows.job import RunResult
from flows.plain import Plain
from flows.shards import Result

_ROWS = 50
_EVERY = 5.0  # seconds between plain lines
_COLOURS = {"pass": "green", "review": "yellow", "reject": "red"}


class Screen(Plain):
    """Shows a run on stderr: how far it is, and what it came to."""

    def __init__(self, *, rows: bool = False) -> None:
        super().__init__(rows=rows)
        self.console = Console(stderr=True, highlight=False, soft_wrap=not sys.stderr.isatty())
        self._total = self._sum = 0
        self._told = time.monotonic()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeRemainingColumn(),
            console=self.console,
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._task = self._bar.add_task("reading")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def start(self, documents: int, size: int) -> None:
        """Show how much there is to do."""
        self._total = size
        self._bar.update(self._task, total=max(size, 1), description=f"{documents:,} to do")

    def done(self, result: Result) -> None:
        """Show that a shard is through."""
        self._sum += result.shard.size
        self._bar.update(self._task, advance=result.shard.size, description=escape(result.shard.name[-40:]))
        if not sys.stderr.isatty() and time.monotonic() - self._told > _EVERY:
            self._told = time.monotonic()
            self.tell(f"{100 * self._sum / max(self._total, 1):.0f} % done: {result.shard.name}")

    def say(self, line: str) -> None:
        """Show a line."""
        self.console.print(escape(line))

    def tell(self, line: str) -> None:
        """Show a line."""
        self.say(line)

    def report(self, result: RunResult) -> None:
        """Show what the run came to: worst documents first, failures with their reasons, totals."""
        totals = result.totals
        rows = totals.worst(_ROWS)
        if rows:
            self.console.print(_table(rows))
        if totals.done > len(rows):
            self.tell(f"... and {totals.done - len(rows):,} better ones")
        super().report(result)
        if result.comparison:
            self.tell(_help(result.comparison))
        if totals.passed_over:
            self.tell(left_out(totals.passed_over))
        self.tell(_sentence(result))


def _table(rows: Sequence[Row]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("file", overflow="fold")
    for name in ("quality", "verdict", "findings", "removed", "language"):
        table.add_column(name, justify="right" if name in ("quality", "findings", "removed") else "left")
    for row in rows:
        verdict = row.verdict or ""
        table.add_row(
            escape(row.place),
            f"{row.quality:.1f}",
            f"[{_COLOURS[verdict]}]{verdict}[/]",
            str(row.findings),
            f"{100 * (row.removed_share or 0):.0f} %",
            row.language,
        )
    return table


def _help(comparison: CorpusComparison) -> str:
    """Say what cleaning did to the likeness with human texts, metric by metric."""
    lines = [f"against {comparison.documents:,} human texts (95 % interval; p: by luck):"]
    for metric, variants in comparison.metrics.items():
        scores = (
            f"{n} {s.score:.1f} ±{s.ci:.1f}" + ("" if s.p_value is None else f" p={s.p_value:.3f}")
            for n, s in variants.items()
        )
        lines.append(f"  {metric}: {', '.join(scores)}")
    return "\n".join(lines)


def _sentence(result: RunResult) -> str:
    totals = result.totals
    parts = [f"{totals.documents:,} document{'s' if totals.documents != 1 else ''}"]
    parts += [f"{totals.verdicts[name]:,} {name}" for name in _COLOURS if totals.verdicts[name]]
    if totals.failed:
        parts.append(f"{totals.failed:,} failed")
    if totals.unchanged:
        parts.append(f"{totals.unchanged:,} unchanged since the last run")
    where = "nothing written" if result.job.dry_run else f"results in {result.job.output}"
    if "html" in result.job.formats and not result.job.dry_run:
        where += f"; open {result.job.output.rstrip('/')}/index.html"
    return f"{', '.join(parts)}; {where}"
