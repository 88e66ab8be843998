"""The output folder: nothing appears in it under its final name before it is whole."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

STATE = ".copydesk"
_PASSING = ("tmp", "at")


class Folder:
    """A folder that results are written into. Temporary and house-keeping files stand in its ``.copydesk``."""

    def __init__(self, root: str) -> None:
        self.root = Path(root)
        self.state = self.root / STATE

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
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """Open ``name`` for writing; it appears when the block ends well, and not at all when it does not."""
        final = self.root / name
        final.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.state / "tmp" / token_hex(8)
        try:
            with temporary.open("xb") as stream:
                yield stream
            temporary.replace(final)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise

    def write(self, name: str, data: bytes) -> str:
        """Write a whole file and return the SHA-256 of its bytes."""
        with self.writing(name) as stream:
            stream.write(data)
        return hashlib.sha256(data).hexdigest()

    def digest(self, name: str) -> str | None:
        """Return the SHA-256 of a file's bytes, or None when it cannot be read."""
        try:
            with (self.root / name).open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return None

    def remove(self, name: str) -> None:
        """Take ``name`` away if it is there."""
        (self.root / name).unlink(missing_ok=True)
