"""Compressed tables read as a stream, with a bound: a small file must not unfold without end."""
# ruff: noqa: PLC0415  imported late: a run that needs none of it should not pay for it

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, BinaryIO, cast

from cleaners.errors import DocumentError
from flows import storage
from flows.corpus import Input
from flows.errors import UsageError

MOST_TIMES = 200  # text packs 3 to 10 times, a log of one repeated line perhaps 100
FREE = 100_000_000


class _Bounded(io.RawIOBase):
    """Reads another stream and stops with a DocumentError when more comes out than is allowed."""

    def __init__(self, inner: IO[bytes], most: int, damage: type[Exception]) -> None:
        self._inner, self._left, self._damage = inner, most, damage

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(len(buffer))
        except (OSError, EOFError, zlib.error, self._damage) as error:
            raise DocumentError(f"is damaged: {error}") from error
        self._left -= len(data)
        if self._left < 0:
            raise DocumentError(
                f"unfolds to more than {MOST_TIMES} times its size; decompress it yourself if that is right"
            )
        buffer[: len(data)] = data
        return len(data)


def is_packed(item: Input) -> bool:
    """Tell whether a table's bytes are compressed."""
    return item.suffix.endswith((".gz", ".zst"))


@contextmanager
def reading(item: Input) -> Iterator[BinaryIO]:
    """Open a table's bytes, decompressed. Raises OSError, and DocumentError when it unfolds beyond the bound."""
    with storage.open_binary(item.address) as raw:
        if is_packed(item):
            inner, damage = _unpacked(raw, item)
            bounded = _Bounded(inner, MOST_TIMES * item.size + FREE, damage)
            yield cast("BinaryIO", io.BufferedReader(bounded, 1 << 20))
        else:
            yield cast("BinaryIO", raw)


@contextmanager
def packing(stream: BinaryIO, item: Input) -> Iterator[IO[bytes]]:
    """Give a stream that packs what is written the way the input is packed; no time or name goes into it."""
    if item.suffix.endswith(".gz"):
        with gzip.GzipFile("", "wb", 6, stream, mtime=0) as packed:
            yield cast("IO[bytes]", packed)
    elif item.suffix.endswith(".zst"):
        with _zstandard(item).ZstdCompressor(3).stream_writer(stream, closefd=False) as packed:
            yield packed
    else:
        yield stream


def _unpacked(raw: IO[bytes], item: Input) -> tuple[IO[bytes], type[Exception]]:
    """Return the stream and the error by which its unpacker says that the file is damaged."""
    if item.suffix.endswith(".gz"):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=raw)), gzip.BadGzipFile
    library = _zstandard(item)
    stream = library.ZstdDecompressor().stream_reader(raw, read_across_frames=True)
    return cast("IO[bytes]", stream), library.ZstdError


def _zstandard(item: Input) -> Any:
    try:
        import zstandard
    except ImportError as error:
        raise UsageError(f"{item.path}: install copydesk[corpus] to read .zst") from error
    return zstandard
