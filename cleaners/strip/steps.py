"""Numbers for the lines of a page, written stretch by stretch between the few lines where they change."""

from bisect import bisect_right
from itertools import accumulate, pairwise
from operator import sub

_FAR = (1, 2, 3, 4, 6, 9, 14, 22, 40)
_BINNED = [bisect_right(_FAR, far) for far in range(_FAR[-1] + 1)]


def far(count: int) -> int:
    """Return how a distance of ``count`` lines is written down, 0 to 9: the further, the coarser."""
    return _BINNED[count] if count < len(_BINNED) else _BINNED[-1]


def ramp(size: int) -> list[int]:
    """Return ``far`` of 1, 2, 3 ... ``size``."""
    return _BINNED[1 : size + 1] + [_BINNED[-1]] * (size - len(_BINNED) + 1)


def since(marks: list[int], total: int) -> list[int]:
    """Return for each of ``total`` lines ``far`` of its distance to the last marked line above."""
    if not marks:
        return [_BINNED[-1]] * total
    found = [_BINNED[-1]] * (marks[0] + 1)
    for above, mark in pairwise((*marks, total - 1)):
        found += ramp(mark - above)
    return found


def until(marks: list[int], total: int) -> list[int]:
    """Return for each of ``total`` lines ``far`` of its distance to the next marked line below."""
    return since(flipped(marks, total), total)[::-1]


def flipped(marks: list[int], total: int) -> list[int]:
    """Return the marked lines as they are counted from the page's end."""
    return [total - 1 - mark for mark in reversed(marks)]


def between(marks: list[int], values: list[int], total: int) -> list[int]:
    """Return ``values[n]`` for each of ``total`` lines with ``n`` marked lines above it."""
    found: list[int] = []
    for mark, value in zip((*marks, total - 1), values, strict=True):
        found += [value] * (mark + 1 - len(found))
    return found


def near(marks: list[int], reach: int, most: int, total: int) -> list[int]:
    """Return how many marked lines stand within ``reach`` of each of ``total`` lines, at most ``most``."""
    marked = [0] * (total + reach)
    for mark in marks:
        marked[mark] = 1
    upto = [0] * (reach + 1) + list(accumulate(marked))
    return [count if count < most else most for count in map(sub, upto[2 * reach + 1 :], upto)]
