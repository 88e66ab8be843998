"""The one place that rewrites: edits applied to a text, and black boxes turned into edits."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from operator import attrgetter

from cleaners.alignment import Alignment, Hunk, Mark
from cleaners.types import Edit, Span

_DIFF_LIMIT = 2000
"""Longest stretch, in code points, that is compared letter by letter: difflib is quadratic at worst."""


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, Alignment]:
    """Return ``text`` with ``edits`` made, and the map from it to the result.

    Edits that change nothing are left out. Raises ValueError when two edits overlap or leave the text.
    """
    pieces: list[str] = []
    hunks: list[Hunk] = []
    at = length = 0
    for edit in sorted(edits, key=attrgetter("span")):
        start, end = edit.span
        if start < at or end > len(text) or end < start:
            raise ValueError(f"{edit.rule}: edit {start}:{end} overlaps another or leaves the text")
        if (old := text[start:end]) == edit.new:
            continue
        pieces += (text[at:start], edit.new)
        length += start - at
        mark = Mark(edit.rule, edit.kind, len("".join((old + edit.new).split())))
        hunks.append(Hunk(Span(start, end), Span(length, length + len(edit.new)), (mark,)))
        length += len(edit.new)
        at = end
    pieces.append(text[at:])
    return ("".join(pieces), Alignment(tuple(hunks))) if hunks else (text, Alignment())


def rewrite(text: str, span: Span, new: str, rule: str, kind: str) -> Iterator[Edit]:
    """Yield the edits that turn ``text[span]`` into ``new``, as small as a comparison can make them."""
    old = text[span.start : span.end]
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    start = span.start + head
    if not old and not new:
        return
    if max(len(old), len(new)) > _DIFF_LIMIT or set(old).isdisjoint(
        new
    ):  # nothing in common, nothing to compare
        yield Edit(Span(start, start + len(old)), new, rule, kind)
        return
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Edit(Span(start + a0, start + a1), new[b0:b1], rule, kind)


def _common(a: str, b: str) -> int:
    """Length of the common start of two strings, by halving: slices compare at the speed of memory."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
