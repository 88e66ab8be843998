"""What a person sees of a finished run in the Prefect dashboard: the scores, worst first, and a page that sums up."""

import hashlib
import re
from pathlib import Path
from typing import Any

from prefect import runtime
from prefect.artifacts import create_markdown_artifact, create_table_artifact

from cleaners.summary import Row
from flows.corpus import left_out
from flows.figures import Figures, exchange
from flows.job import RunResult
from flows.settings import JobSettings
from flows.storage import is_remote

_VERDICTS = ("pass", "review", "reject")
_KINDS = 40  # lines of the table of findings; the rest is in the summary
_BAR = 30  # characters


def show(result: RunResult) -> None:
    """Put the run's table and its page into the dashboard."""
    job, key = result.job, _key(result.job)
    last = None if job.dry_run else exchange(result)
    create_table_artifact(
        key=f"copydesk-{key}-scores",
        table=[_line(row, job) for row in result.totals.worst()],
        description=f"The worst documents of {code(title(job))}, worst first; pages are on the machine that ran it.",
    )
    create_markdown_artifact(
        key=f"copydesk-{key}-summary",
        markdown=page(result, last),
        description=f"{code(title(job))}: {sentence(result)}",
    )


def title(job: JobSettings) -> str:
    """Return what a run is about, in a few words: the names of its inputs."""
    names = [Path(path).name or path for path in job.paths]
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def sentence(result: RunResult) -> str:
    """Return the outcome in a sentence."""
    totals = result.totals
    parts = [_count(totals.documents, "document")]
    parts += [f"{totals.verdicts[name]:,} {name}" for name in _VERDICTS if totals.verdicts[name]]
    parts += [f"{totals.failed:,} failed"] * bool(totals.failed)
    parts += [f"{totals.under:,} under {result.job.fail_under}"] * bool(totals.under)
    parts += [f"{totals.unchanged:,} unchanged since the last run"] * bool(totals.unchanged)
    return ", ".join(parts)


def page(result: RunResult, last: Figures | None) -> str:
    """Return the page that sums a run up, in Markdown; ``last`` are the figures of the run before."""
    parts = [f"# {code(title(result.job))}", f"**{sentence(result)}.** {_where(result.job)}"]
    if result.totals.passed_over:
        parts.append(f"{code(left_out(result.totals.passed_over))}.")
    parts += [_figures(result, last), _failures(result), _scores(result), _kinds(result)]
    return "\n\n".join(part for part in parts if part) + f"\n\nSignature: {code(result.signature)}\n"


def code(text: str) -> str:
    """Return text that the dashboard shows as it is, in one line: no file's name can make a link or a heading.

    Of Markdown's ways to do that it is the only one that holds there: entities are shown as they are written, and
    an escaped address still becomes a link.
    """
    line = " ".join(text.split())
    fence = "`" * (1 + max(map(len, re.findall("`+", line)), default=0))
    return f"{fence} {line} {fence}" if line else ""


def cell(text: str) -> str:
    """Return text as ``code`` does, for a table."""
    return code(text).replace("|", "\\|")


def _figures(result: RunResult, last: Figures | None) -> str:
    now = Figures.of(result)
    if last is None:
        return table(("", "this run"), ((name, shown) for name, shown, _ in now.lines()))
    when = f"{last.when:%Y-%m-%d %H:%M} UTC"
    rows = (
        (name, shown, before, f"{value - old:+,.1f}".removesuffix(".0") if value != old else "")
        for (name, shown, value), (_, before, old) in zip(now.lines(), last.lines(), strict=True)
    )
    return table(("", "this run", f"last run, {when}", "change"), rows)


def _scores(result: RunResult) -> str:
    deciles = result.totals.deciles
    if not deciles:
        return ""
    most = max(deciles.values())
    rows = (
        (f"{10 * n} to {10 * n + 10}", f"{deciles[n]:,}", "█" * -(-_BAR * deciles[n] // most))
        for n in range(9, min(deciles) - 1, -1)
    )
    return "## Quality\n\n" + table(("quality", "documents", ""), rows)


def _kinds(result: RunResult) -> str:
    kinds = sorted(result.totals.kinds.items(), key=lambda item: (-item[1], item[0]))[:_KINDS]
    rows = ((cell(kind), f"{count:,}") for kind, count in kinds)
    return "## Findings by kind\n\n" + (table(("kind", "findings"), rows) if kinds else "None.")


def _failures(result: RunResult) -> str:
    failures, failed = result.totals.failures, result.totals.failed
    if not failures:
        return ""
    rows = ((cell(row.place), cell(row.reason or "")) for row in failures)
    more = f"\n\nand {failed - len(failures):,} more in `summary.jsonl`" * (failed > len(failures))
    return "## Failures\n\n" + table(("document", "reason"), rows) + more


def table(head: tuple[str, ...], rows: Any) -> str:
    """Return a table in Markdown; what is in it is escaped already."""
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _line(row: Row, job: JobSettings) -> dict[str, Any]:
    return {
        "quality": row.quality,
        "verdict": row.verdict,
        "findings": row.findings,
        "removed": f"{100 * (row.removed_share or 0):.0f} %",
        "language": row.language,
        "document": row.place,
        "page": _path(job, row.page) if row.page and not job.dry_run else "",
    }


def _path(job: JobSettings, name: str) -> str:
    """Return a full path, to be copied: browsers do not follow links from a server's page to files."""
    return (
        f"{job.output.rstrip('/')}/{name}" if is_remote(job.output) else str(Path(job.output, name).resolve())
    )


def _where(job: JobSettings) -> str:
    if job.dry_run:
        return "A dry run: nothing was written."
    name = "index.html" if "html" in job.formats else "summary.jsonl"
    return f"To read on, open {code(_path(job, name))} on the machine that ran it."


def _key(job: JobSettings) -> str:
    """Return what an artifact's key has from run to run: the name of the deployment, or else of the output."""
    name = (runtime.deployment.id and runtime.deployment.name) or Path(job.output).resolve().name
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return slug or hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' if number != 1 else ''}"
