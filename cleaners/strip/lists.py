"""A list belongs to the article as a whole: a body never ends between two of its items."""

import re

from cleaners.strip.facts import Facts
from cleaners.strip.lines import Row
from cleaners.strip.shape import start as first_sign

# An item is no longer than this.
_ITEM = 130
# "7) ", "(7) ", "7. " at the start of a line.
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s?(?=\D)")
# So many lines may belong to one numbered item: a price, an address, a picture's label.
_LINES = 4


def whole(page: list[Row], known: list[Facts], first: int, body: tuple[int, int]) -> tuple[int, int]:
    """Return the body with the lists it begins or ends in, upwards no further than line ``first``."""
    start, end = body
    if end - start < 2:
        return body
    end = _counted(page, _like(page, known, end, len(page), 1), len(page))
    return _like(page, known, start - 1, first - 1, -1) + 1, end


def _like(page: list[Row], known: list[Facts], k: int, stop: int, step: int) -> int:
    """Return the first line from ``k`` on that does not look like the two before it."""
    if 0 <= k < len(page) and _alike(page, known, k - step, k - 2 * step):
        while k != stop and _alike(page, known, k, k - step):
            k += step
    return k


def _alike(page: list[Row], known: list[Facts], a: int, b: int) -> bool:
    """Tell whether two lines are items of one list: no labels, of like length, that start and end alike."""
    left, right = known[a], known[b]
    return (
        left.width <= _ITEM >= right.width
        and not left.whole | right.whole
        and left.ending == right.ending
        and left.width < 2 * right.width < 4 * left.width
        and left.dated == right.dated
        and first_sign(page[a].text[0]) == first_sign(page[b].text[0])
    )


def _counted(page: list[Row], end: int, total: int) -> int:
    """Return the end of a body whose last lines are numbered, moved on as long as the next number follows."""
    number = max((n for row in page[max(0, end - _LINES) : end] if (n := _number(row.text))), default=0)
    while number:
        ahead = (k for k in range(end, min(end + _LINES, total)) if _number(page[k].text) == number + 1)
        k = next(ahead, None)
        if k is None:
            break
        end, number = k + 1, number + 1
    return end


def _number(text: str) -> int:
    """Return the number that a line starts with, 0 for none."""
    match = _NUMBER.match(text)
    return int(match[1]) if match else 0
