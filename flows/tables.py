"""Tables of documents: what every kind of table can do, and which module does it."""
# ruff: noqa: PLC0415  imported late: a run that needs none of it should not pay for it

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Protocol

from flows.corpus import Input
from flows.settings import JobSettings
from flows.shards import Block


class Record(NamedTuple):
    """A row of a table: its number from 1, and its columns; ``reason`` says why it cannot be a document."""

    number: int
    fields: dict[str, Any]
    reason: str | None = None


class Sink(Protocol):
    """Where the rows of a block go."""

    def add(self, fields: dict[str, Any]) -> None:
        """Write one row."""

    def close(self) -> None:
        """Write what is still held back."""


class Format(Protocol):
    """A kind of table. Each is a module: jsonl, parquet."""

    def blocks(self, item: Input, job: JobSettings, target: int, work: str, /) -> Iterator[Block]:
        """Cut a table into blocks of some ``target`` bytes. Raises OSError or DocumentError."""

    def records(self, item: Input, block: Block, job: JobSettings, /) -> Iterator[Record]:
        """Yield the rows of a block."""

    def sink(self, stream: BinaryIO, item: Input, /) -> Sink:
        """Open a part for writing."""

    def join(self, parts: list[Path], stream: BinaryIO, item: Input, /) -> None:
        """Write parts one after the other as one table of the input's kind."""


def format_of(item: Input) -> Format:
    """Return the module that reads and writes tables of this kind."""
    if item.kind == "parquet":
        from flows import parquet

        return parquet
    from flows import jsonl

    return jsonl
