"""What a line looks like, as small numbers that do not depend on its language: what the model weighs."""

from bisect import bisect_right

from cleaners.strip import cues
from cleaners.strip.cues import KINDS
from cleaners.strip.facts import LONG, Facts
from cleaners.strip.lines import Row
from cleaners.strip.shape import case, start
from cleaners.strip.signs import NAMES as SIGNS
from cleaners.strip.signs import none, signs

_SIZES = (4, 10, 18, 26, 36, 48, 62, 80, 105, 140, 200, 300, 450)
#: Features of a line by its look, in the order of ``look``.
LOOK = ("size", "stop", "ending", "start", "case", "person", "date", *SIGNS)
#: White space around a line, in blank lines.
GAPS = ("gap_before", "gap_after")
#: All features of a line by itself, in the order of ``bins``.
NAMES = (*LOOK, *GAPS, *(f"cue.{kind}" for kind in KINDS))


def look(text: str, fact: Facts) -> tuple[int, ...]:
    """Return the numbers of ``LOOK`` for a line.

    Most lines of a menu are letters and spaces alone, and need not be searched for signs.
    """
    width = fact.width
    long = width > LONG
    scale = 0 if width < 40 else 1 if not long else 2
    return (
        bisect_right(_SIZES, width),
        fact.small * 3 + scale,
        fact.ending * 3 + scale,
        start(text[0]),
        case(text) * 3 + scale,
        1 + scale if fact.person else 0,
        fact.date,
        *(none(long=long) if fact.plain else signs(fact.ends, ended=fact.ending in (1, 2), long=long)),
    )


def gaps(page: list[Row]) -> tuple[list[int], list[int]]:
    """Return the blank lines before and after each line, at most 4."""
    before = [min(row.gap, 4) for row in page]
    return before, [*before[1:], 0]


def bins(page: list[Row], known: list[Facts]) -> list[tuple[int, ...]]:
    """Return the numbers of ``NAMES`` for each line."""
    return [
        (*look(row.text, fact), *beside, *cues.bins(fact.met, long=fact.width > LONG))
        for row, fact, *beside in zip(page, known, *gaps(page), strict=True)
    ]
