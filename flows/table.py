"""One block of a table of documents, done: its rows go to part files that are joined in order later."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from pydantic_core import to_json

from cleaners import Report, summary
from cleaners.errors import DocumentError
from cleaners.report import Source
from flows.columns import columns
from flows.decode import utf8
from flows.folder import STATE, Folder
from flows.notes import Notes
from flows.read import Loaded
from flows.settings import JobSettings
from flows.shards import Shard
from flows.tables import Record, format_of

PARTS = ("rows", "rejected", "reports", "main")
_SHOWN = 10
SIZES = "sizes"  # of the parts, written when they are whole
TOGETHER = 16  # documents that are written in one go
MUCH = 200_000  # bytes; so much text waits for no other


class Judged(NamedTuple):
    """A row that the desk is done with: its report, or the reason why it has none."""

    record: Record
    name: str
    report: Report | None
    reason: str = ""


def do_block(shard: Shard, notes: Notes) -> None:
    """Process the rows of a block and write its parts, all of them or none. Raises OSError or DocumentError."""
    item, job, block = shard.inputs[0], shard.job, shard.block
    if block is None:
        raise ValueError("a shard of whole files has no block")
    table, folder = format_of(item), Folder(job.output)
    with ExitStack() as stack:
        rows, rejected, reports, main = (
            stack.enter_context(folder.writing(part_name(item.stem, block.part, kind))) for kind in PARTS
        )
        sink = table.sink(main, item)
        for pile in _piles(_judged(table.records(item, block, job), shard, notes)):
            rows.writelines(_line(_row(one, item.path)) for one in pile)
            rejected.writelines(_rejected(one) for one in pile if not one.report)
            done = [(one.record.fields, one.report) for one in pile if one.report]
            reports.writelines(_line(report) for _, report in done)
            for fields, report in done:
                sink.add({**fields, job.text_column: report.text, **columns(report)})
        sink.close()
    sizes = {
        kind: Path(folder.address(part_name(item.stem, block.part, kind))).stat().st_size for kind in PARTS
    }
    folder.write(part_name(item.stem, block.part, SIZES), json.dumps(sizes).encode())


def part_name(stem: str, part: str, kind: str) -> str:
    """Return where a part is kept until the table is whole, relative to the output folder."""
    return f"{STATE}/parts/{digest(stem)}/{part}.{kind}"


def digest(stem: str) -> str:
    """Return a short name for a table that is safe as a file's name."""
    return hashlib.sha256(stem.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _judged(records: Iterable[Record], shard: Shard, notes: Notes) -> Iterator[Judged]:
    for record in records:
        name = _name(record, shard.job)
        notes.on(name)
        try:
            yield Judged(record, name, _judge(record, name, shard, notes))
        except DocumentError as error:
            yield Judged(record, name, None, str(error))


def _piles(judged: Iterable[Judged]) -> Iterator[list[Judged]]:
    """Put documents together to be written.

    One by one, each writer would find the processor's caches full of rules: writing then takes a quarter longer.
    """
    pile: list[Judged] = []
    size = 0
    for one in judged:
        pile.append(one)
        size += one.report.source.bytes if one.report else MUCH  # what failed may be of any size
        if len(pile) == TOGETHER or size >= MUCH:
            yield pile
            pile, size = [], 0
    if pile:
        yield pile


def _judge(record: Record, name: str, shard: Shard, notes: Notes) -> Report:
    from flows.work import DEADLY, judge  # noqa: PLC0415  work imports this module

    if record.reason:
        raise DocumentError(record.reason)
    if notes.is_deadly(name):
        raise DocumentError(DEADLY)
    column = shard.job.text_column
    if column not in record.fields:
        names = ", ".join(list(record.fields)[:_SHOWN])
        raise DocumentError(f"has no column {column!r}; its columns are {names or 'none'}")
    text = record.fields[column]
    if not isinstance(text, str):
        found = json.dumps(text, default=str)
        raise DocumentError(f"has no text in column {column!r} (found {found:.40})")
    data = text.encode("utf-8", "replace")
    if len(data) > shard.job.rules.max_bytes:
        raise DocumentError(f"is larger than max_bytes of the settings, {shard.job.rules.max_bytes:,} bytes")
    path = shard.inputs[0].path
    source = Source(path=path, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), encoding="utf-8")
    return judge(Loaded(text, source), name, shard.job)


def _name(record: Record, job: JobSettings) -> str:
    name = record.fields.get(job.id_column or "id")
    return str(record.number) if name is None else str(name)


def _row(one: Judged, path: str) -> summary.Row:
    return summary.row(one.report) if one.report else summary.failed(one.name, path, one.reason)


def _rejected(one: Judged) -> bytes:
    fields = {**one.record.fields, "copydesk_id": one.name, "copydesk_reason": one.reason}
    return utf8(json.dumps(fields, ensure_ascii=False, default=str)) + b"\n"


def _line(part: Report | summary.Row) -> bytes:
    return to_json(part) + b"\n"
