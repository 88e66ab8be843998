"""The end of a run: the summary, the index page and the table, read from the manifest and never from memory."""
# ruff: noqa: PLC0415  imported late: a run that needs none of it should not pay for it

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from cleaners.summary import Row
from flows.assemble import rows_name
from flows.corpus import TABLES, Input
from flows.folder import Folder
from flows.manifest import Manifest
from flows.names import printable
from flows.settings import CSV, JobSettings
from flows.totals import Totals

SUMMARY = "summary.jsonl"


def wrap_up(
    inputs: list[Input],
    todo: set[str],
    job: JobSettings,
    folder: Folder,
    manifest: Manifest,
    signature: str,
    tell: Callable[[str], None],
) -> Totals:
    """Write what a run has beside its documents, and return what they come to. ``todo`` are the stems done now;
    ``tell`` hears each line of the summary."""
    totals = Totals()
    with folder.writing(SUMMARY) as stream:
        for item in inputs:
            before = totals.documents
            for row in _rows(item, job, folder, manifest):
                totals.add(row, job.fail_under)
                line = row.model_dump_json()
                stream.write(line.encode() + b"\n")
                tell(line)
            if totals.documents == before and item.kind in TABLES:
                totals.passed_over["table without a row"] += 1
            if item.stem not in todo:
                totals.unchanged += totals.documents - before
    if "html" in job.formats:
        from cleaners.render import index

        with folder.open(SUMMARY) as lines:
            rows = map(Row.model_validate_json, lines)
            page = index.render(rows, title=_title(job), signature=signature)
        folder.write("index.html", page.encode())
    if CSV in job.formats:
        _write_csv(folder)
    return totals


def _rows(item: Input, job: JobSettings, folder: Folder, manifest: Manifest) -> Iterator[Row]:
    entry = manifest.get(item.stem)
    if entry is None:
        return
    if entry.row is None:
        with folder.open(rows_name(item.stem)) as lines:
            yield from map(Row.model_validate_json, lines)
        return
    row = Row.model_validate_json(entry.row)
    if row.status == "done" and "html" in job.formats:
        row = row.model_copy(update={"page": printable(item.stem) + ".html"})
    yield row


def _write_csv(folder: Folder) -> None:
    from cleaners.render import as_csv

    with folder.open(SUMMARY) as lines, folder.writing("summary.csv") as stream:
        rows = map(Row.model_validate_json, lines)
        stream.write(as_csv.render([]).encode())
        while some := list(islice(rows, 1000)):
            _, _, body = as_csv.render(some).partition("\n")
            stream.write(body.encode())


def _title(job: JobSettings) -> str:
    return ", ".join(Path(path).name or path for path in job.paths)
