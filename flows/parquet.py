"""Parquet: a document a row, read and written a thousand rows at a time."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from cleaners.errors import DocumentError
from flows import storage
from flows.compressed import FREE, MOST_TIMES
from flows.corpus import Input
from flows.errors import UsageError
from flows.settings import JobSettings
from flows.shards import Block
from flows.tables import Record

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError as error:
    raise UsageError("Parquet is read with copydesk[corpus]; install it") from error

_ROWS = 1000  # a row group of the output: what is held in memory at once
_READ = 64
_ADDED = pa.schema(
    [
        (f"copydesk_{name}", pa.string())
        for name in ("id", "language", "title", "author", "published", "outlet")
    ]
    + [("copydesk_source_urls", pa.list_(pa.string())), ("copydesk_quality", pa.float64())]
    + [("copydesk_verdict", pa.string()), ("copydesk_points", pa.float64())]
    + [("copydesk_words", pa.int64()), ("copydesk_findings", pa.int64())]
    + [("copydesk_mt_likelihood", pa.float64()), ("copydesk_mt_source_language", pa.string())]
    + [("copydesk_boilerplate_share", pa.float64()), ("copydesk_repairs_per_1000", pa.float64())]
    + [("copydesk_signature", pa.string())]
)


def blocks(item: Input, job: JobSettings, target: int, work: str) -> Iterator[Block]:
    """Cut a file between row groups. Raises DocumentError when it is no Parquet or lacks a column."""
    with storage.open_binary(item.address) as raw:
        content = hashlib.file_digest(raw, "sha256").hexdigest()  # type: ignore[arg-type]
        raw.seek(0)
        file = _open(raw)
        _check(file, item, job)
        start, first, size, rows = 0, 1, 0, 1
        for group in range(file.metadata.num_row_groups):
            size += file.metadata.row_group(group).total_byte_size
            rows += file.metadata.row_group(group).num_rows
            if size >= target or group == file.metadata.num_row_groups - 1:
                name = hashlib.sha256(f"{content} {start} {group} {work}".encode()).hexdigest()[:16]
                yield Block(start, group + 1, first, f"{first}-{name}")
                start, first, size = group + 1, rows, 0


def records(item: Input, block: Block, _job: JobSettings) -> Iterator[Record]:
    """Yield the rows of a block."""
    with storage.open_binary(item.address) as raw:
        number = block.first
        for batch in _open(raw).iter_batches(_READ, row_groups=list(range(block.start, block.stop))):
            for fields in batch.to_pylist():
                yield Record(number, fields)
                number += 1


class sink:  # noqa: N801  called like a function
    """Writes rows under the input's own columns and those of the report."""

    def __init__(self, stream: BinaryIO, item: Input) -> None:
        with storage.open_binary(item.address) as raw:
            own = _open(raw).schema_arrow
        kept = [field for field in own if field.name not in _ADDED.names]
        self._schema = pa.schema(kept + list(_ADDED))
        self._writer = pq.ParquetWriter(stream, self._schema)
        self._rows: list[dict[str, Any]] = []

    def add(self, fields: dict[str, Any]) -> None:
        """Write one row, when enough of them are together."""
        self._rows.append(fields)
        if len(self._rows) == _ROWS:
            self._flush()

    def close(self) -> None:
        """Write what is still held back."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, self._schema))
            self._rows = []


def join(parts: list[Path], stream: BinaryIO, _item: Input) -> None:
    """Write all parts into one file, in row groups that do not depend on where the parts were cut."""
    with pq.ParquetWriter(stream, pq.read_schema(parts[0])) as writer:
        waiting: list[Any] = []
        for part in parts:
            for batch in pq.ParquetFile(part).iter_batches(_ROWS):
                waiting.append(batch)
                if sum(b.num_rows for b in waiting) >= _ROWS:
                    table = pa.Table.from_batches(waiting)
                    writer.write_table(table.slice(0, _ROWS))
                    waiting = table.slice(_ROWS).to_batches()
        if waiting:
            writer.write_table(pa.Table.from_batches(waiting))


def _open(raw: Any) -> Any:
    try:
        return pq.ParquetFile(raw)
    except pa.ArrowInvalid as error:
        raise DocumentError(f"is not Parquet: {error}") from error


def _check(file: Any, item: Input, job: JobSettings) -> None:
    groups = (file.metadata.row_group(n) for n in range(file.metadata.num_row_groups))
    if sum(group.total_byte_size for group in groups) > MOST_TIMES * item.size + FREE:
        raise DocumentError(f"unfolds to more than {MOST_TIMES} times its size")
    names = file.schema_arrow.names
    for column in filter(None, (job.text_column, job.id_column)):
        if column not in names:
            raise DocumentError(f"has no column {column!r}; its columns are {', '.join(names)}")
