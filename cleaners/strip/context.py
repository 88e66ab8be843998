"""Where a line stands: what it repeats, what prose is near, under which heading, how far down the page."""

from bisect import bisect_right

from cleaners.strip import headings, prose
from cleaners.strip.facts import Facts
from cleaners.strip.kin import kin, title_overlap
from cleaners.strip.lines import Row
from cleaners.strip.steps import far, near, ramp

_PAGE_ROWS = (3, 6, 12, 25, 50, 100, 200)
_SHORT = 70
Columns = dict[str, list[int]]


def context(page: list[Row], known: list[Facts]) -> Columns:
    """Return features of place: under each feature's name its numbers, one for each line of the page."""
    total = len(page)
    start, end, _ = prose.largest(prose.blocks(known))
    index = [0, *ramp(total - 1)]
    titles = title_overlap(known)
    found = {
        "repeat": _repeats(page),
        "title": [titles[0] + 5, *titles[1:]],
        "title_far": _below_title(titles, known),
        "index": index,
        "from_end": index[::-1],
        "page_rows": [bisect_right(_PAGE_ROWS, total)] * total,
        "depth": _depth(page),
        "run": _runs(known),
        "kin": kin(known, start, end),
    }
    return found | _near(known) | prose.columns(known) | headings.columns(known)


def _repeats(page: list[Row]) -> list[int]:
    """Return 0 for a line met once, 1 for the first of equal lines, 2 for a later one."""
    first: dict[str, int] = {}
    found = [0] * len(page)
    for k, row in enumerate(page):
        before = first.setdefault(row.text, k)
        if before != k:
            found[before], found[k] = 1, 2
    return found


def _below_title(titles: list[int], known: list[Facts]) -> list[int]:
    """Return 1 above the last line that repeats the title over half of the prose, more the further below it."""
    total = len(titles)
    left, every = 0, sum([fact.width for fact in known if fact.prose])
    for k in range(total - 1, 0, -1):
        if titles[k] >= 3 and left * 2 >= every:
            return [1] * k + [2] + [2 + step for step in ramp(total - 1 - k)]
        left += known[k].width if known[k].prose else 0
    return [0] * total


def _depth(page: list[Row]) -> list[int]:
    """Return in which tenth of the page each line starts."""
    end = page[-1].end or 1
    return [int(row.start / end * 9.99) for row in page]


def _runs(known: list[Facts]) -> list[int]:
    """Return the length of the run of short lines each short line belongs to, in steps; 0 for long lines."""
    found: list[int] = []
    for k in [k for k, fact in enumerate(known) if fact.width > _SHORT] + [len(known)]:
        run = k - len(found)
        found += [far(run)] * run + [0]
    return found[:-1]


def _near(known: list[Facts]) -> Columns:
    """Return how many dates and words to the reader stand around each line, and how many dates on the page."""
    total = len(known)
    dates = [k for k, fact in enumerate(known) if fact.dated]
    persons = [k for k, fact in enumerate(known) if fact.person]
    around = near(dates, 5, 6, total)
    for k in dates:
        around[k] += 7
    return {
        "dates_near": around,
        "dates_page": [far(len(dates))] * total,
        "words_near": near(persons, 3, 5, total),
    }
