"""What is already done, by content: so that a second run does only what is new."""

import json
import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from flows.errors import StoppedError, UsageError

_TABLE = """create table if not exists documents
    (stem blob primary key, content text, work text, outputs text, row text) without rowid"""


class Entry(NamedTuple):
    """A document done, or a table of documents.

    ``content`` is the SHA-256 of the input's bytes, ``work`` the digest of everything else that the result
    depends on, ``outputs`` the SHA-256 of each file written; ``row`` is the document's line of the summary
    (None for a table, whose lines are one of its outputs).
    """

    stem: str
    content: str
    work: str
    outputs: dict[str, str]
    row: str | None


class Manifest:
    """The run's own book, in SQLite: each write is whole or absent, whenever the run is killed.

    It is also the lock on the output folder: the connection holds the file alone, and the operating system
    takes that away from a process that dies. Raises UsageError when another run holds it.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._base = sqlite3.connect(path, timeout=0, isolation_level=None)
            self._base.execute("pragma locking_mode = exclusive")
            self._base.execute("pragma journal_mode = wal")
            self._base.execute("pragma synchronous = normal")
            self._base.execute(_TABLE)
            self._base.execute("begin immediate")
            self._base.execute("commit")
        except sqlite3.Error as error:
            if "locked" in str(error):
                raise UsageError(
                    f"{path.parent.parent}: another run writes here; wait for it or choose another"
                ) from error
            raise UsageError(f"{path}: cannot be used ({error}); delete it to begin afresh") from error

    def get(self, stem: str) -> Entry | None:
        """Return what is known of a document, or None."""
        row = self._base.execute("select * from documents where stem = ?", (os.fsencode(stem),)).fetchone()
        return row and Entry(stem, row[1], row[2], json.loads(row[3]), row[4])

    def put(self, entries: Iterable[Entry]) -> None:
        """Write entries down, all or none. Raises StoppedError when that cannot be done (a full disk)."""
        rows = [(os.fsencode(e.stem), e.content, e.work, json.dumps(e.outputs), e.row) for e in entries]
        try:
            self._base.execute("begin")
            self._base.executemany("insert or replace into documents values (?, ?, ?, ?, ?)", rows)
            self._base.execute("commit")
        except sqlite3.Error as error:
            raise StoppedError(f"the manifest cannot be written: {error}") from error

    def sync(self) -> None:
        """Bring to the disk what was written down. Until then a power failure may take it back; it is done again."""
        with suppress(sqlite3.Error):
            self._base.execute("pragma wal_checkpoint")

    @classmethod
    def is_held(cls, path: Path) -> bool:
        """Tell whether a run that is alive holds the manifest at ``path``."""
        if not path.exists():
            return False
        try:
            with cls(path):
                return False
        except UsageError:
            return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()
