"""A page as a person reads it: the lines that hold something, and the white space before each."""

from typing import NamedTuple

from cleaners.types import lines


class Row(NamedTuple):
    """One line that is not blank: ``[start, end)`` in the text, its stripped ``text``, blank lines before it."""

    start: int
    end: int
    text: str
    gap: int


def rows(text: str) -> list[Row]:
    """Return the lines of ``text`` that hold more than white space."""
    found: list[Row] = []
    gap = 0
    for start, end, line in lines(text):
        stripped = line.strip()
        if stripped:
            found.append(Row(start, end, stripped, gap))
            gap = 0
        else:
            gap += 1
    return found
