"""A worker notes which document it is on, so that its death can name it."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.folder import STATE
from flows.shards import Shard


@contextmanager
def noting(shard: Shard) -> Iterator[Callable[[str], None]]:
    """Give a function that notes the document's name; the note goes when the shard is done."""
    path = _path(shard)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb", buffering=0) as stream:

        def note(name: str) -> None:
            stream.seek(0)
            stream.truncate()
            stream.write(name.encode("utf-8", "surrogateescape"))

        yield note
    path.unlink(missing_ok=True)


def last_note(shard: Shard) -> str | None:
    """Return the document that a dead worker was on, or None when it had not begun or was through."""
    try:
        return _path(shard).read_bytes().decode("utf-8", "surrogateescape") or None
    except FileNotFoundError:
        return None


def _path(shard: Shard) -> Path:
    key = f"{shard.inputs[0].stem}\n{shard.block and shard.block.part}"
    name = hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Path(shard.job.output, STATE, "at", name)
