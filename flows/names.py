"""What a file's name says: of which kind it is, and what its results are called."""

import hashlib
import os
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath

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
LONGEST = 230
"""Bytes of the longest stem: a file's name may have 255, and `~2.webannotation.jsonld` may come after it. One bound
for all formats, so that a document is called the same whatever is asked for."""

# Beside a document's own results stand these; an input so named keeps its suffix, or two would write one file.
_TAKEN = ("index", "summary")
_TAKEN_ENDS = (".extracted", ".edited", ".reports", ".rejected", ".webannotation", ".labelstudio", ".mqm")
_SUFFIXES = tuple(KINDS)


def suffix_of(name: str) -> str:
    """Return the known ending of a name as it is written there, else what follows its last dot."""
    lower = name.lower()
    if lower.endswith(_SUFFIXES):
        return name[-len(next(known for known in _SUFFIXES if lower.endswith(known))) :]
    return PurePosixPath(name).suffix


def printable(name: str) -> str:
    """Return a file's name as text: bytes that are no UTF-8 become U+FFFD."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "replace")


def inside(relative: str) -> str:
    """Return a relative path that stays inside a folder: object stores allow keys such as ``../x``."""
    return "/".join(part for part in relative.split("/") if part not in ("", ".", ".."))


def stem_of(relative: str) -> str:
    """Return what the results of a file are called when nothing is in the way: its path without its suffix."""
    path = inside(relative)
    return path.removesuffix(suffix_of(path))


def is_free(stem: str) -> bool:
    """Tell whether a stem can be used as it is: no other file of a run is called so, and it is not too long."""
    taken = stem in _TAKEN or stem.endswith(_TAKEN_ENDS)
    return not taken and (len(stem) <= LONGEST // 4 or _fitting(stem) == stem)


def stems(files: Sequence[tuple[str, str]]) -> list[str]:
    """Return a unique stem for each file, given as its relative path and the name of the folder above that.

    It is the path without its suffix, else with it, else under its folder's name, else numbered; too long a name is
    cut, and ends with a digest of the whole.
    """
    names = [(stem_of(rel), inside(rel), f"{label}/{inside(rel)}") for rel, label in files]
    level = [int(not is_free(_fitting(name[0]))) for name in names]
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
    return _numbered([_fitting(name[level[index]]) for index, name in enumerate(names)])


def _fitting(stem: str) -> str:
    """Return a stem whose last part leaves room for a suffix, as a file's name. A document called by 90 Chinese
    characters would otherwise get a ``.txt`` and no ``.html``.
    """
    folder, slash, name = stem.rpartition("/")
    data = os.fsencode(name)
    if len(data) <= LONGEST:
        return stem
    mark = "~" + hashlib.sha256(os.fsencode(stem)).hexdigest()[:12]
    return folder + slash + data[: LONGEST - len(mark)].decode("utf-8", "ignore") + mark


def _numbered(names: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    out = []
    for name in names:
        seen[name] += 1
        out.append(name if seen[name] == 1 else f"{name}~{seen[name]}")
    return out
