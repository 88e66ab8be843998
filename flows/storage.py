"""Reading from wherever documents are: this machine's files, or any address that fsspec has a driver for."""
# ruff: noqa: PLC0415  imported late: a run that needs none of it should not pay for it

import os
from collections.abc import Iterator
from glob import glob, has_magic
from itertools import takewhile
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from flows.errors import UsageError


class Found(NamedTuple):
    """A file: where to read it, its path relative to the folder that was named, its size in bytes.

    A folder that may not be read stands as a file of size -1.
    """

    address: str
    relative: str
    size: int


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
    return Path(address).resolve().is_relative_to(Path(folder).resolve())


def walk(folder: str, avoid: str) -> Iterator[Found]:
    """Yield the files under ``folder``, sorted by relative path, without hidden ones and those in ``avoid``."""
    yield from sorted(
        _walk_remote(folder, avoid) if is_remote(folder) else _walk_local(folder, avoid), key=_relative
    )


def kind_of(address: str) -> str | None:
    """Return ``folder``, ``file`` or None when there is neither."""
    if is_remote(address):
        system, path = _remote(address)
        return "folder" if system.isdir(path) else "file" if system.exists(path) else None
    local = Path(address)
    return "folder" if local.is_dir() else "file" if local.is_file() else None


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
    for name in sorted(system.glob(path) if system else glob(path, recursive=True)):  # noqa: PTH207
        address = str(system.unstrip_protocol(name)) if system else name
        if kind_of(address) == "file":
            yield Found(address, name.removeprefix(fixed).lstrip("/"), size_of(address))


def _relative(found: Found) -> str:
    return found.relative


def _walk_local(folder: str, avoid: str) -> Iterator[Found]:
    refused: list[OSError] = []
    output = Path(avoid).resolve()
    for here, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = [n for n in folders if not n.startswith(".") and Path(here, n).resolve() != output]
        for name in names:
            path = Path(here, name)
            if not name.startswith(".") and path.is_file():
                yield Found(str(path), path.relative_to(folder).as_posix(), path.stat().st_size)
    for error in refused:
        # A folder that may not be read is a failure among the documents, and is named there.
        yield Found(error.filename, Path(error.filename).relative_to(folder).as_posix(), -1)


def _walk_remote(folder: str, avoid: str) -> Iterator[Found]:
    system, root = _remote(folder)
    for name, detail in system.find(root, detail=True).items():
        relative = name[len(root.rstrip("/")) :].lstrip("/")
        parts = relative.split("/")
        address = str(system.unstrip_protocol(name))
        hidden = any(part.startswith(".") or not part for part in parts)
        if not hidden and not lies_in(address, avoid):
            yield Found(address, relative, int(detail.get("size") or 0))


def _remote(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs

        system, path = url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise UsageError(
            f"{address}: {error}; install copydesk[corpus] and the driver of this address"
        ) from error
    return system, str(path)
