"""A packed table is unpacked once: a block in its middle cannot be reached but through all that stands before it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from flows.compressed import is_packed, reading
from flows.corpus import Input
from flows.folder import Folder
from flows.settings import JobSettings
from flows.table import part_name


def kept(pieces: Iterator[bytes], item: Input, job: JobSettings) -> Iterator[bytes]:
    """Pass on what is read of a table; of a packed one keep a copy, until the table is done."""
    if not is_packed(item):
        yield from pieces
        return
    with Folder(job.output).writing(_copy(item)) as copy:
        for piece in pieces:
            copy.write(piece)
            yield piece


@contextmanager
def opened(item: Input, job: JobSettings) -> Iterator[BinaryIO]:
    """Open a table's bytes where any block can be reached at once: the copy of a packed one. Raises OSError."""
    if is_packed(item):
        with Folder(job.output).open(_copy(item)) as copy:
            yield cast("BinaryIO", copy)
    else:
        with reading(item) as stream:
            yield stream


def _copy(item: Input) -> str:
    return part_name(item.stem, "unpacked", "jsonl")
