"""The output folder: nothing appears in it under its final name before it is whole."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import IO, BinaryIO

from flows import storage

STATE = storage.STATE
_PASSING = ("tmp", "at")


class Folder:
    """A folder that results are written into; temporary and house-keeping files stand in its ``.copydesk``.

    ``root`` may be an address of fsspec: its house-keeping is then kept on this machine, in the user's cache.
    """

    def __init__(self, root: str) -> None:
        self._root = root.rstrip("/") if storage.is_remote(root) else root
        self._is_remote = storage.is_remote(root)
        self.state = _cache(self._root) if self._is_remote else Path(root, STATE)

    def prepare(self) -> None:
        """Make the folder ready for a run and drop what a killed run left half done. Raises OSError."""
        self.tidy()
        for name in _PASSING:
            (self.state / name).mkdir(parents=True)

    def tidy(self) -> None:
        """Drop the files that only a run in progress has."""
        for name in _PASSING:
            shutil.rmtree(self.state / name, ignore_errors=True)

    @contextmanager
    def writing(self, name: str, *, lasting: bool = False) -> Iterator[BinaryIO]:
        """Open ``name`` for writing; it appears when the block ends well, and not at all when it does not.

        What is ``lasting`` is on the disk by then, and would be there after a power failure.
        """
        temporary = self.state / "tmp" / token_hex(8)
        try:
            with temporary.open("xb") as stream:
                yield stream
                if lasting:
                    stream.flush()
                    os.fsync(stream.fileno())
            self._publish(temporary, self.address(name))
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise

    def write(self, name: str, data: bytes) -> str:
        """Write a whole file and return the SHA-256 of its bytes."""
        with self.writing(name) as stream:
            stream.write(data)
        return hashlib.sha256(data).hexdigest()

    def open(self, name: str) -> IO[bytes]:
        """Open a file for reading. Raises OSError."""
        return storage.open_binary(self.address(name))

    def digest(self, name: str) -> str | None:
        """Return the SHA-256 of a file's bytes, or None when it cannot be read."""
        try:
            with self.open(name) as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
        except OSError:
            return None

    def remove(self, name: str) -> None:
        """Take ``name`` away if it is there."""
        storage.remove(self.address(name))

    def address(self, name: str) -> str:
        """Return where a file of the folder is."""
        if name.startswith(STATE + "/"):
            return str(self.state / name.removeprefix(STATE + "/"))
        return f"{self._root}/{name}" if self._is_remote else str(Path(self._root, name))

    @staticmethod
    def _publish(temporary: Path, address: str) -> None:
        if storage.is_remote(address):
            # An object appears in its store when all of it has arrived.
            storage.upload(temporary, address)
            temporary.unlink()
        else:
            Path(address).parent.mkdir(parents=True, exist_ok=True)
            temporary.replace(address)


def _cache(root: str) -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base, "copydesk", hashlib.sha256(root.encode()).hexdigest()[:16])
