"""A page as a person reads it: the lines that hold something, and the white space before each."""

from dataclasses import dataclass


@dataclass(slots=True, eq=False)  # not frozen: that makes one three times as dear
class Row:
    """One line that is not blank: ``[start, end)`` in the text, its stripped ``text``, blank lines before it."""

    start: int
    end: int
    text: str
    gap: int


def rows(text: str) -> list[Row]:
    """Return the lines of ``text`` that hold more than white space, split at line feeds only."""
    found: list[Row] = []
    start = gap = 0
    for line in text.split("\n"):
        end = start + len(line)
        stripped = line.strip()
        if stripped:
            found.append(Row(start, end, stripped, gap))
            gap = 0
        else:
            gap += 1
        start = end + 1
    return found
