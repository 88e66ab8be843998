"""Which documents a PATH stands for, and under which name each one's results are written."""

from collections import Counter
from collections.abc import Iterator
from glob import has_magic
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from flows import storage
from flows.errors import UsageError
from flows.names import KINDS, inside, is_free, printable, stem_of, stems, suffix_of
from flows.storage import Found, What

TABLES = ("jsonl", "parquet")
_NO_SUFFIX = "no suffix"
_LONG = 20  # what follows the last dot of a name may be half a sentence


class Input(NamedTuple):
    """A file to process: what a run of a hundred thousand files keeps of each, and what follows from that.

    ``address`` is ``folder + relative``; ``size`` is in bytes, -1 for a folder that may not be read; ``name`` is
    the stem where it is not the one that follows from the path.
    """

    folder: str
    relative: str
    size: int
    name: str | None = None

    @property
    def address(self) -> str:
        """Where to read it."""
        return self.folder + self.relative

    @property
    def path(self) -> str:
        """The path below the PATH that was given, printable."""
        return printable(inside(self.relative))

    @property
    def kind(self) -> str:
        """One of KINDS; a file of another suffix that was named is text."""
        return KINDS.get(self.suffix.lower(), "text")

    @property
    def stem(self) -> str:
        """The relative path of its results without their suffixes, unique in the run."""
        return self.name or stem_of(self.relative)

    @property
    def suffix(self) -> str:
        """The known ending of the file's name, as it is written there."""
        return suffix_of(self.relative)


def find(paths: tuple[str, ...], output: str, passed_over: Counter[str] | None = None) -> list[Input]:
    """Return the inputs that ``paths`` stand for, sorted, without the output folder.

    ``passed_over`` counts what lies there and is no input, by suffix. Raises UsageError for a path that is not
    there and for paths that hold no text.
    """
    left = Counter[str]() if passed_over is None else passed_over
    found: list[Input] = []
    for path in paths:
        if storage.lies_in(path, output):
            raise UsageError(
                f"{path} lies in the output folder {output}: results would take the place of inputs"
            )
        found += _expand(path, output, left)
    if not found:
        more = f" ({left_out(left)})" if left else ""
        raise UsageError(f"no text found in {', '.join(paths)}{more}; known suffixes: {' '.join(KINDS)}")
    if len(paths) > 1:
        # The first PATH under which a file was named is its path.
        found = list({one.address: one for one in reversed(found)}.values())
        found.sort(key=attrgetter("address"))
    found.sort(key=attrgetter("relative"))
    return found if _are_apart(found) else _named(found)


def left_out(passed_over: Counter[str]) -> str:
    """Return what was passed over in a few words, the most frequent suffixes first."""
    counts = sorted(passed_over.items(), key=lambda one: (-one[1], one[0]))
    rest = sum(count for _, count in counts[8:])
    parts = [f"{count:,} {name}" for name, count in counts[:8]] + [f"{rest:,} others"] * bool(rest)
    return f"passed over: {', '.join(parts)}"


def _expand(path: str, avoid: str, passed_over: Counter[str]) -> Iterator[Input]:
    kind = storage.kind_of(path)
    if kind == "folder":
        for one in storage.walk(path, avoid):
            if one.what == What.UNREADABLE or (
                one.what == What.FILE and suffix_of(one.relative).lower() in KINDS
            ):
                yield _input(one)
            else:
                passed_over[_other(one)] += 1
    elif kind == "file":
        name = PurePosixPath(path).name
        yield Input(path[: path.rindex(name)], name, storage.size_of(path))
    elif has_magic(path):
        yield from map(_input, _glob(path, avoid))
    elif Path(path).exists():
        raise UsageError(f"{path}: is neither a file nor a folder; - is stdin")
    else:
        raise UsageError(f"{path}: there is no such file or folder")


def _glob(pattern: str, avoid: str) -> Iterator[Found]:
    for one in storage.matching(pattern):
        if not storage.lies_in(one.address, avoid) and not PurePosixPath(one.address).name.startswith("."):
            yield one


def _input(one: Found) -> Input:
    return Input(one.folder, one.relative, one.size)


def _other(one: Found) -> str:
    if one.what != What.FILE:
        return str(one.what.value)
    return printable(suffix_of(one.relative).lower())[:_LONG] or _NO_SUFFIX


def _are_apart(found: list[Input]) -> bool:
    """Tell whether all stems can stay as they are. Nearly always; so a hundred thousand are not held for it."""
    seen = set()
    for one in found:
        stem = one.stem
        if not is_free(stem):
            return False
        seen.add(hash(stem))
    return len(seen) == len(found)


def _named(found: list[Input]) -> list[Input]:
    names = stems([(one.relative, _label(one.folder)) for one in found])
    return [one._replace(name=name) for one, name in zip(found, names, strict=True)]


def _label(folder: str) -> str:
    return PurePosixPath(folder).name.lstrip(".") or "input"
