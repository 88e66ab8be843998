"""A page with what its lines score, and the record of the lines that go."""

from typing import NamedTuple

from cleaners.strip.facts import Facts
from cleaners.strip.lines import Row

Removed = dict[int, tuple[str, str]]
"""Rule and kind of each line that goes, by the line's number."""


class Scored(NamedTuple):
    """A page's lines with their scores and the body ``[start, end)`` these speak for.

    ``pushed`` is the kind of each line that a page pushes between two paragraphs (see ``furniture.inserted``);
    ``turned`` are lines that a second look turned from the author's to the site's (see ``second``). ``furnished``
    tells whether it is a whole page (see ``wholeness``).
    """

    rows: list[Row]
    known: list[Facts]
    scores: list[float]
    pushed: list[str | None]
    start: int
    end: int
    furnished: bool = False
    turned: frozenset[int] = frozenset()
