"""JSON Lines: a document a line, read and written as a stream."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from pydantic_core import PydanticSerializationError, from_json, to_json

from cleaners.errors import DocumentError
from flows.compressed import packing, reading
from flows.corpus import Input
from flows.decode import decode, utf8, whole
from flows.settings import JobSettings
from flows.shards import Block
from flows.tables import Record
from flows.unpacked import kept, opened

_ENCODER = json.JSONEncoder(ensure_ascii=False)
_LONG = 500  # code points


def blocks(item: Input, job: JobSettings, target: int, work: str) -> Iterator[Block]:
    """Cut a file at line ends. A block's part carries a digest of its bytes: what was done before is known by it."""
    with reading(item) as stream:
        start = at = 0
        first = number = 1
        digest = hashlib.sha256()
        for piece in kept(_pieces(stream), item, job):
            digest.update(piece)
            at += len(piece)
            number += piece.endswith(b"\n")
            if at - start >= target and piece.endswith(b"\n"):
                yield _block(start, at, first, digest.hexdigest(), work)
                start, first, digest = at, number, hashlib.sha256()
        if at > start:
            yield _block(start, at, first, digest.hexdigest(), work)


def records(item: Input, block: Block, job: JobSettings) -> Iterator[Record]:
    """Yield the lines of a block as rows; what is no JSON object is a row with a reason."""
    with opened(item, job) as stream:
        stream.seek(block.start)
        at, number = block.start, block.first
        while at < block.stop:
            line, length = _line(stream, job.rules.max_bytes)
            if not length:
                raise DocumentError("became shorter while it was read")
            at += length
            if line is None:
                most = job.rules.max_bytes
                yield Record(number, {}, f"is larger than max_bytes of the settings, {most:,} bytes")
            elif line.strip():
                yield _record(number, line)
            number += 1


class sink:  # noqa: N801  called like a function
    """Writes rows as lines."""

    def __init__(self, stream: BinaryIO, _item: Input) -> None:
        self._stream = stream

    def add(self, fields: dict[str, Any]) -> None:
        """Write one row."""
        self._stream.write(_encoded(fields) + b"\n")

    def close(self) -> None:
        """Nothing is held back."""


def join(parts: list[Path], stream: BinaryIO, item: Input) -> None:
    """Write parts one after the other, packed the way the input is."""
    with packing(stream, item) as out:
        for part in parts:
            with part.open("rb") as lines:
                shutil.copyfileobj(lines, out, 1 << 20)


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the stream in lines, a long one in pieces: 50 MB without an end are no reason to hold 50 MB here."""
    while piece := stream.readline(1 << 16):
        yield piece


def _block(start: int, stop: int, first: int, content: str, work: str) -> Block:
    name = hashlib.sha256(f"{content} {first} {work}".encode()).hexdigest()[:16]
    return Block(start, stop, first, f"{first}-{name}")


def _line(stream: BinaryIO, most: int) -> tuple[bytes | None, int]:
    """Return a line and its length; None for one over ``most``, which is read past in pieces."""
    line = stream.readline(most + 1)
    if len(line) <= most or line.endswith(b"\n"):
        return line, len(line)
    length = len(line)
    while piece := stream.readline(1 << 20):
        length += len(piece)
        if piece.endswith(b"\n"):
            break
    return None, length


def _encoded(fields: dict[str, Any]) -> bytes:
    """Return a row as the standard library writes it; its long texts are written by pydantic, five times as fast."""
    members: list[bytes] = []
    short: dict[str, Any] = {}
    for key, value in fields.items():
        if isinstance(value, str) and len(value) > _LONG:
            members += (*_members(short), _string(key) + b": " + _string(value))
            short = {}
        else:
            short[key] = value
    return b"{" + b", ".join([*members, *_members(short)]) + b"}"


def _members(fields: dict[str, Any]) -> list[bytes]:
    return [utf8(_ENCODER.encode(fields))[1:-1]] if fields else []


def _string(value: str) -> bytes:
    try:
        return to_json(value)
    except PydanticSerializationError:  # half a surrogate pair
        return utf8(_ENCODER.encode(value))


def _record(number: int, line: bytes) -> Record:
    try:
        fields = from_json(line)
    except ValueError:  # no strict JSON in UTF-8, or a lone surrogate half
        return _mended(number, line)
    return _row(number, fields)


def _mended(number: int, line: bytes) -> Record:
    """Return a line as a row where that takes more than one look: its encoding, half a character in it."""
    try:
        fields = json.loads(decode(line).text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, DocumentError) else "is not JSON"
        return Record(number, {"copydesk_line": line.decode("utf-8", "replace").rstrip("\r\n")}, reason)
    if isinstance(fields, dict):
        fields = {key: _whole(value) for key, value in fields.items()}
    return _row(number, fields)


def _row(number: int, fields: Any) -> Record:
    if isinstance(fields, dict):
        return Record(number, fields)
    return Record(number, {"copydesk_line": fields}, "is not a JSON object")


def _whole(value: Any) -> Any:
    return whole(value) if isinstance(value, str) else value
