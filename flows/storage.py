"""Reading from wherever documents are: this machine's files, or any address that fsspec has a driver for."""
# ruff: noqa: PLC0415  imported late: a run that needs none of it should not pay for it

import os
import stat
from collections.abc import Iterator
from enum import Enum
from glob import glob, has_magic
from itertools import takewhile
from pathlib import Path
from sys import intern
from typing import IO, Any, NamedTuple, cast

from flows.errors import UsageError

STATE, MANIFEST = ".copydesk", "manifest.sqlite"  # house-keeping of an output folder


class What(Enum):
    """What was met in a folder, in the words of the line that says what was passed over."""

    FILE = "file"
    UNREADABLE = "unreadable folder"
    LINK = "linked folder"
    RESULTS = "folder of results"
    SPECIAL = "special file"


class Found(NamedTuple):
    """Something in a folder: the address is ``folder + relative``; ``size`` is in bytes, -1 when it has none."""

    folder: str
    relative: str
    size: int
    what: What = What.FILE

    @property
    def address(self) -> str:
        """Where to read it."""
        return self.folder + self.relative


def is_remote(address: str) -> bool:
    """Tell whether ``address`` is for fsspec (``s3://bucket/key``) rather than a local path."""
    return "://" in address


def open_binary(address: str) -> IO[bytes]:
    """Open a file for reading. Raises OSError."""
    if is_remote(address):
        return cast("IO[bytes]", _remote(address)[0].open(_remote(address)[1], "rb"))
    return Path(address).open("rb")


def upload(path: Path, address: str) -> None:
    """Copy a file of this machine to a remote address. Raises OSError."""
    system, remote = _remote(address)
    system.makedirs(remote.rpartition("/")[0], exist_ok=True)
    system.put_file(str(path), remote)


def remove(address: str) -> None:
    """Take a file away if it is there. Raises OSError."""
    if is_remote(address):
        system, path = _remote(address)
        if system.exists(path):
            system.rm_file(path)
    else:
        Path(address).unlink(missing_ok=True)


def lies_in(address: str, folder: str) -> bool:
    """Tell whether ``address`` is ``folder`` or something in it."""
    if is_remote(address) != is_remote(folder):
        return False
    if is_remote(address):
        (system, path), (other, root) = _remote(address), _remote(folder)
        return system is other and f"{path}/".startswith(f"{root.rstrip('/')}/")
    # Unlike Path.resolve, realpath has an answer for links that go round in a circle.
    return Path(os.path.realpath(address)).is_relative_to(os.path.realpath(folder))


def walk(folder: str, avoid: str) -> Iterator[Found]:
    """Yield what is under ``folder``, in any order, but for hidden files and those in ``avoid``.

    Raises UsageError when the folder itself may not be read.
    """
    yield from _walk_remote(folder, avoid) if is_remote(folder) else _walk_local(folder, avoid)


def kind_of(address: str) -> str | None:
    """Return ``folder``, ``file`` or None when there is neither. Raises UsageError when that cannot be told."""
    try:
        if is_remote(address):
            system, path = _remote(address)
            return "folder" if system.isdir(path) else "file" if system.exists(path) else None
        local = Path(address)
        return "folder" if local.is_dir() else "file" if local.is_file() else None
    except OSError as error:
        raise UsageError(f"{address:.200}: cannot be read: {error.strerror or error}") from error


def size_of(address: str) -> int:
    """Return the size in bytes. Raises OSError."""
    if is_remote(address):
        system, path = _remote(address)
        return int(system.size(path) or 0)
    return Path(address).stat().st_size


def matching(pattern: str) -> Iterator[Found]:
    """Yield the files that a glob stands for, sorted; their relative paths begin where its first wildcard does."""
    system, path = _remote(pattern) if is_remote(pattern) else (None, pattern)
    fixed = "/".join(takewhile(lambda part: not has_magic(part), path.split("/")))
    # A pattern may be absolute, which Path.glob refuses.
    for name in sorted(set(system.glob(path) if system else glob(path, recursive=True))):  # noqa: PTH207
        address = str(system.unstrip_protocol(name)) if system else name
        if kind_of(address) == "file":
            relative = name.removeprefix(fixed).lstrip("/")
            yield Found(intern(address.removesuffix(relative)), relative, size_of(address))


def _walk_local(folder: str, avoid: str) -> Iterator[Found]:
    refused: list[OSError] = []
    output, above = os.path.realpath(avoid), os.path.join(folder, "")  # noqa: PTH118  a Path would lose the slash
    for here, folders, names in os.walk(folder, onerror=refused.append):
        under = os.path.join(here, "").removeprefix(above)  # noqa: PTH118
        seen = [n for n in folders if not n.startswith(".") and os.path.realpath(Path(here, n)) != output]
        kinds = {name: _folder(Path(here, name)) for name in seen}
        folders[:] = [name for name, what in kinds.items() if what is None]
        yield from (Found(above, under + name, -1, what) for name, what in kinds.items() if what)
        yield from (_file(above, under + n) for n in names if not n.startswith("."))
    for error in refused:
        if error.filename == folder:
            raise UsageError(f"{folder}: cannot be read: {error.strerror}")
        # A folder that may not be read is a failure among the documents, and is named there.
        yield Found(above, os.path.join(error.filename, "").removeprefix(above), -1, What.UNREADABLE)  # noqa: PTH118


def _folder(path: Path) -> What | None:
    """Return why a folder is not looked into, if so: links may go round, another run's results are no articles."""
    if path.is_symlink():
        return What.LINK
    return What.RESULTS if os.path.lexists(path / STATE / MANIFEST) else None


def _file(folder: str, relative: str) -> Found:
    try:
        about = os.stat(folder + relative)  # noqa: PTH116  of a hundred thousand files; a Path costs ten times that
    except OSError:
        return Found(folder, relative, 0)  # a link to nothing fails as it is read, and is named there
    if not stat.S_ISREG(about.st_mode):
        return Found(folder, relative, -1, What.SPECIAL)
    return Found(folder, relative, about.st_size)


def _walk_remote(folder: str, avoid: str) -> Iterator[Found]:
    system, root = _remote(folder)
    for name, detail in system.find(root, detail=True).items():
        relative = name[len(root.rstrip("/")) :].lstrip("/")
        parts = relative.split("/")
        address = str(system.unstrip_protocol(name))
        hidden = any(part.startswith(".") or not part for part in parts)
        if not hidden and not lies_in(address, avoid):
            yield Found(intern(address.removesuffix(relative)), relative, int(detail.get("size") or 0))


def _remote(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs

        system, path = url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise UsageError(
            f"{address}: {error}; install copydesk[corpus] and the driver of this address"
        ) from error
    return system, str(path)
