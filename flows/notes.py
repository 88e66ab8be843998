"""A worker notes which document it is on, so that its death can name it."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.folder import Folder
from flows.shards import Shard

_OFTEN = 2


class Notes:
    """The notes on one shard: ``deaths`` names the documents that earlier workers were on when they died."""

    def __init__(self, shard: Shard) -> None:
        self.deaths = deaths(shard)
        self._stream = _path(shard).open("r+b" if self.deaths else "wb", buffering=0)
        self._end = self._stream.seek(0, 2)
        self._width = 0

    def on(self, name: str) -> None:
        """Note that the worker begins with a document."""
        note = json.dumps(name).encode()
        self._width = max(self._width, len(note))
        self._stream.seek(self._end)
        self._stream.write(note.ljust(self._width) + b"\n")  # spaces over what a longer name left

    def is_deadly(self, name: str) -> bool:
        """Tell whether two workers died on a document; a third is not sent after them."""
        return self.deaths.count(name) >= _OFTEN

    def close(self) -> None:
        """Close the notes' file."""
        self._stream.close()


@contextmanager
def noting(shard: Shard) -> Iterator[Notes]:
    """Give the notes on a shard; they are thrown away when it is done."""
    _path(shard).parent.mkdir(parents=True, exist_ok=True)
    notes = Notes(shard)
    try:
        yield notes
    finally:
        notes.close()
    _path(shard).unlink(missing_ok=True)


def deaths(shard: Shard) -> tuple[str, ...]:
    """Return the documents that dead workers were on in this shard, one for each death."""
    try:
        return tuple(json.loads(line) for line in _path(shard).read_bytes().splitlines())
    except FileNotFoundError:
        return ()


def _path(shard: Shard) -> Path:
    key = f"{shard.inputs[0].stem}\n{shard.block and shard.block.part}"
    name = hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Folder(shard.job.output).state / "at" / name
