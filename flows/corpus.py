"""Which documents a PATH stands for, and under which name each one's results are written."""

import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from glob import has_magic
from pathlib import PurePosixPath
from typing import NamedTuple

from flows import storage
from flows.errors import UsageError
from flows.storage import Found

KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".jsonl.gz": "jsonl",
    ".jsonl.zst": "jsonl",
    ".parquet": "parquet",
}
TABLES = ("jsonl", "parquet")
# Beside a document's own results stand these; an input so named keeps its suffix, or two would write one file.
_TAKEN = ("index", "summary")
_TAKEN_ENDS = (".extracted", ".edited", ".reports", ".rejected", ".webannotation", ".labelstudio", ".mqm")


class Input(NamedTuple):
    """A file to process.

    ``path`` is relative to the PATH that was given and printable; ``stem`` is the relative path of its results
    without their suffixes, unique in the run; ``size`` is in bytes.
    """

    address: str
    path: str
    kind: str
    size: int
    stem: str

    @property
    def suffix(self) -> str:
        """The known ending of the file's name, as it is written there."""
        return _suffix(self.address)


def find(paths: tuple[str, ...], output: str) -> list[Input]:
    """Return the inputs that ``paths`` stand for, sorted, without the output folder.

    Raises UsageError for a path that is not there and for paths that hold no text.
    """
    found: dict[str, tuple[Found, str]] = {}
    for path in paths:
        if storage.lies_in(path, output):
            raise UsageError(
                f"{path} lies in the output folder {output}: results would take the place of inputs"
            )
        for one in _expand(path, output):
            found.setdefault(one.address, (one, _label(path)))
    if not found:
        raise UsageError(f"no text found in {', '.join(paths)}; known suffixes: {' '.join(KINDS)}")
    files = sorted(found.values(), key=lambda pair: (pair[0].relative, pair[0].address))
    stems = _stems([(_clean(one.relative), label) for one, label in files])
    return [
        Input(
            one.address,
            printable(_clean(one.relative)),
            KINDS.get(_suffix(one.relative).lower(), "text"),
            one.size,
            stem,
        )
        for (one, _), stem in zip(files, stems, strict=True)
    ]


def printable(name: str) -> str:
    """Return a file's name as text: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _expand(path: str, avoid: str) -> Iterator[Found]:
    kind = storage.kind_of(path)
    if kind == "folder":
        yield from (
            one for one in storage.walk(path, avoid) if _suffix(one.relative).lower() in KINDS or one.size < 0
        )
    elif kind == "file":
        yield Found(path, PurePosixPath(path).name, storage.size_of(path))
    elif has_magic(path):
        yield from _glob(path, avoid)
    else:
        raise UsageError(f"{path}: there is no such file or folder")


def _glob(pattern: str, avoid: str) -> Iterator[Found]:
    for one in storage.matching(pattern):
        if not storage.lies_in(one.address, avoid) and not PurePosixPath(one.address).name.startswith("."):
            yield one


def _stems(files: list[tuple[str, str]]) -> list[str]:
    """Return a unique stem a file: without its suffix, else with it, else under its folder's name, else numbered."""
    stems = [rel.removesuffix(_suffix(rel)) for rel, _ in files]
    if len(set(stems)) == len(stems) and not any(map(_is_taken, stems)):
        return (
            stems  # nearly always, and a hundred thousand files should not be grouped in memory for nothing
        )
    names = [(rel.removesuffix(_suffix(rel)), rel, f"{label}/{rel}") for rel, label in files]
    level = [int(_is_taken(name[0])) for name in names]
    for _ in range(2 * len(names[0])):
        groups = defaultdict(list)
        for index, name in enumerate(names):
            groups[name[level[index]]].append(index)
        for group in groups.values():
            # `a.md` that keeps its suffix may meet the stem of `a.md.txt`: only the shorter name gives way.
            shortest = min(level[index] for index in group)
            if len(group) > 1 and shortest < 2:
                for index in group:
                    level[index] += level[index] == shortest
    return _numbered([name[level[index]] for index, name in enumerate(names)])


def _numbered(stems: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    out = []
    for stem in stems:
        seen[stem] += 1
        out.append(stem if seen[stem] == 1 else f"{stem}~{seen[stem]}")
    return out


def _is_taken(stem: str) -> bool:
    return stem in _TAKEN or stem.endswith(_TAKEN_ENDS)


def _suffix(name: str) -> str:
    known = next((k for k in KINDS if name.lower().endswith(k)), None)
    return name[-len(known) :] if known else PurePosixPath(name).suffix


def _label(path: str) -> str:
    return PurePosixPath(path.rstrip("/")).name.lstrip(".") or "input"


def _clean(relative: str) -> str:
    """Return a relative path that stays inside a folder: object stores allow keys such as ``../x``."""
    return "/".join(part for part in relative.split("/") if part not in ("", ".", ".."))
