"""The map between a text before and after its edits: only changed places are stored.

Between two hunks positions move by a constant, so a look-up is one bisection::

    raw    The cat , it sat          hunk: raw [7, 8)  clean [7, 7)
    clean  The cat, it sat           after it: clean = raw - 1
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from cleaners.types import Span


class Mark(NamedTuple):
    """Which rule changed a hunk, as what, and how many visible code points it took and gave."""

    rule: str
    kind: str
    size: int


class Hunk(NamedTuple):
    """A changed place: ``raw`` of the text before became ``clean`` of the text after, by these ``marks``."""

    raw: Span
    clean: Span
    marks: tuple[Mark, ...] = ()

    @property
    def shift(self) -> int:
        """What this hunk leaves behind it: ``clean - raw`` for every position after it."""
        return self.clean.end - self.raw.end


@dataclass(frozen=True, slots=True)
class Alignment:
    """Hunks in order, disjoint on both sides. Text at an edge of a span does not belong to it:
    a span that ends where text was deleted or inserted stops before it, one that starts there starts after.
    """

    hunks: tuple[Hunk, ...] = ()
    _raw_ends: list[int] = field(init=False, repr=False, compare=False)
    _clean_ends: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_raw_ends", [h.raw.end for h in self.hunks])
        object.__setattr__(self, "_clean_ends", [h.clean.end for h in self.hunks])

    def to_clean(self, span: Span) -> Span:
        """Return the part of the text after that ``span`` of the text before became (empty where deleted)."""
        start = self._start(span.start, self._raw_ends, raw=True)
        return Span(start, max(start, self._end(span.end, self._raw_ends, raw=True)))

    def to_raw(self, span: Span) -> Span:
        """Return the part of the text before that ``span`` of the text after came from."""
        start = self._start(span.start, self._clean_ends, raw=False)
        return Span(start, max(start, self._end(span.end, self._clean_ends, raw=False)))

    def _start(self, at: int, ends: list[int], *, raw: bool) -> int:
        # Hunks that end at or before ``at`` lie before it; one that reaches over it claims it from its start.
        index = bisect_right(ends, at)
        if index < len(ends):
            own, other = self._sides(index, raw=raw)
            if own.start < at:
                return other.start
        return at + self._shift(index, raw=raw)

    def _end(self, at: int, ends: list[int], *, raw: bool) -> int:
        # The first hunk that ends at or after ``at``: if it starts before ``at`` its other side is covered.
        index = bisect_left(ends, at)
        if index < len(ends):
            own, other = self._sides(index, raw=raw)
            if own.start < at:
                return other.end
        return at + self._shift(index, raw=raw)

    def _sides(self, index: int, *, raw: bool) -> tuple[Span, Span]:
        hunk = self.hunks[index]
        return (hunk.raw, hunk.clean) if raw else (hunk.clean, hunk.raw)

    def _shift(self, index: int, *, raw: bool) -> int:
        shift = self.hunks[index - 1].shift if index else 0
        return shift if raw else -shift


IDENTITY = Alignment()


def compose(first: Alignment, second: Alignment) -> Alignment:
    """Return the map of ``first`` and then ``second``; hunks that overlap in the text between become one.

    Only a deletion inside one that took fewer visible letters stays itself, so that a removed line keeps its own
    record when the blank lines around it go.
    """
    if not first.hunks or not second.hunks:
        return first if first.hunks else second
    out: list[Hunk] = []
    before = after = 0  # what the hunks of first and of second so far have shifted
    for ours, theirs in _clusters(first.hunks, second.hunks):
        if len(ours) + len(theirs) > 1:
            out += _joined(ours, theirs, before, after)
        elif ours:  # it meets nothing of the other map, and only moves
            out.append(ours[0]._replace(clean=_moved(ours[0].clean, after)))
        else:
            out.append(theirs[0]._replace(raw=_moved(theirs[0].raw, -before)))
        before = ours[-1].shift if ours else before
        after = theirs[-1].shift if theirs else after
    return Alignment(tuple(out))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _joined(ours: Sequence[Hunk], theirs: Sequence[Hunk], before: int, after: int) -> list[Hunk]:
    """Return what becomes of hunks that overlap, where ``before`` and ``after`` is what those before them shifted."""
    start = min(h.start for h in [*(h.clean for h in ours), *(h.raw for h in theirs)])
    end = max(h.end for h in [*(h.clean for h in ours), *(h.raw for h in theirs)])
    raw = Span(start - before, end - (ours[-1].shift if ours else before))
    clean = Span(start + after, end + (theirs[-1].shift if theirs else after))
    marks = tuple(m for h in [*ours, *theirs] for m in h.marks)
    return _apart(raw, clean, ours, theirs) or [Hunk(raw, clean, marks)]


def _apart(raw: Span, clean: Span, ours: Sequence[Hunk], theirs: Sequence[Hunk]) -> list[Hunk]:
    """Cut a place that was deleted at last into the larger deletions made before, and what lay between them."""
    if len(theirs) != 1 or clean.start != clean.end:
        return []
    size = _size(theirs[0])
    larger = [h for h in ours if _stands(h, size)]
    smaller = tuple(m for h in ours if not _stands(h, size) for m in h.marks)
    out: list[Hunk] = []
    at = raw.start
    for hunk in larger:
        if at < hunk.raw.start:
            out.append(Hunk(Span(at, hunk.raw.start), clean, (*smaller, *theirs[0].marks)))
        out.append(Hunk(hunk.raw, clean, hunk.marks))
        at = hunk.raw.end
    if out and at < raw.end:
        out.append(Hunk(Span(at, raw.end), clean, (*smaller, *theirs[0].marks)))
    return out


def _stands(hunk: Hunk, size: int) -> bool:
    return hunk.clean.start == hunk.clean.end and _size(hunk) > size


def _size(hunk: Hunk) -> int:
    return sum(mark.size for mark in hunk.marks)


def _clusters(first: Sequence[Hunk], second: Sequence[Hunk]) -> list[tuple[list[Hunk], list[Hunk]]]:
    """Group hunks of both maps that overlap in the text between them, in order."""
    places = [(h.clean, 0, h) for h in first] + [(h.raw, 1, h) for h in second]
    places.sort(key=itemgetter(0, 1))
    groups: list[tuple[list[Hunk], list[Hunk]]] = []
    reach: Span | None = None
    for span, side, hunk in places:
        if reach is not None and span.overlaps(reach):
            reach = Span(reach.start, max(reach.end, span.end))
        else:
            groups.append(([], []))
            reach = span
        groups[-1][side].append(hunk)
    return groups
