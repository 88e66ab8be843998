"""How much prose stands near a line, and in which block of it the line is."""

from bisect import bisect_right
from itertools import accumulate

from cleaners.strip.facts import LONG, Facts
from cleaners.strip.steps import between, since, until

_MASS = (1, 150, 400, 900, 1800)
Columns = dict[str, list[int]]


def blocks(known: list[Facts]) -> list[tuple[int, int, int]]:
    """Return first line, end and characters of each block of prose.

    A block is prose lines with at most three others between two of them; lines between belong to it.
    """
    found: list[tuple[int, int, int]] = []
    for k, fact in enumerate(known):
        if not fact.prose:
            continue
        if found and k - found[-1][1] < 4:
            start, _, mass = found.pop()
            found.append((start, k + 1, mass + fact.width))
        else:
            found.append((k, k + 1, fact.width))
    return found


def largest(stretches: list[tuple[int, int, int]]) -> tuple[int, int, int]:
    """Return the block with most characters, the first of equal ones; an empty one for no blocks."""
    return max(stretches, key=lambda block: block[2], default=(0, 0, 0))


def columns(known: list[Facts]) -> Columns:
    """Return for each line what prose stands above and below it."""
    total = len(known)
    marks = [k for k, fact in enumerate(known) if fact.prose]
    above = list(accumulate([known[k].width for k in marks], initial=0))
    everything = sum([fact.width for fact in known]) or 1
    seen = between(marks, [int(mass / (above[-1] or 1) * 9.99) for mass in above], total)
    found = {
        "prose_above": since(marks, total),
        "prose_below": until(marks, total),
        "page_prose": [int(above[-1] / everything * 9.99)] * total,
        "prose_seen": seen,
        "prose_left": _sides(marks, total),
    }
    found |= _blocks(known)
    for k, fact in enumerate(known):
        if fact.width > LONG:
            found["page_prose"][k] += 10
            found["prose_seen"][k] += 10
            found["block"][k] += 5
    return found


def _sides(marks: list[int], total: int) -> list[int]:
    """Return 1 for a line above prose, 2 for one below it, 3 for one between, 0 where there is none."""
    if not marks:
        return [0] * total
    first, last = marks[0], marks[-1]
    return [(k < last) + 2 * (k > first) for k in range(total)]


def _blocks(known: list[Facts]) -> Columns:
    """Return of each line's block its share of the largest one, its size, and its place beside the largest."""
    total, stretches = len(known), blocks(known)
    main = largest(stretches)
    share, size, place = [0] * total, [0] * total, [0] * total
    for start, end, mass in stretches:
        lines = end - start
        share[start:end] = [int(mass / main[2] * 4.99)] * lines
        size[start:end] = [bisect_right(_MASS, mass)] * lines
        place[start:end] = [1 if start < main[0] else 2 if start == main[0] else 3] * lines
    return {"block": share, "block_size": size, "block_place": place}
