"""Where a line stands: what it repeats, what prose is near, under which heading, how far down the page."""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from cleaners.strip.cues import KINDS
from cleaners.strip.features import LONG, Facts, stop_words
from cleaners.strip.lines import Row

NAMES = (
    "repeat", "title", "index", "from_end", "depth", "prose_above", "prose_below", "mass_above", "mass_below",
    "run", "heading", "heading_far", "next_heading", "page_rows", "page_prose", "relative", "prose_seen",
    "prose_left",
    "title_far",
    "block", "block_size", "block_place", "dates_near", "dates_page", "words_near",
    "comments_above", "comments_below", "furniture_above", "furniture_below", "kin",
)  # fmt: skip
_STEPS = (1, 2, 3, 4, 6, 9, 14, 22, 40)
# How a distance of so many lines is counted; further is as far as the last.
_FAR = [bisect_right(_STEPS, far) for far in range(42)]
_MASS = (1, 150, 400, 900, 1800)
_FEW = (1, 2, 4, 9)
_KIN = (0.01, 0.1, 0.2, 0.35, 0.5, 0.7)
_COMMENTS = 1 << KINDS.index("comments")
_PAGE_ROWS = (3, 6, 12, 25, 50, 100, 200)
# Headings that open a stretch of one kind, the clearest first.
_KINDS = (
    "comments", "sidebar_header", "author_bio", "newsletter", "share", "tags", "reference", "ad_label", "nav",
    "legal",
)  # fmt: skip
_OPENERS = tuple((1 << KINDS.index(kind), number) for number, kind in enumerate(_KINDS, 1))


@lru_cache(maxsize=4096)
def _opener(cues: int) -> int:
    """Return which stretch a short line opens, 0 for none."""
    return next((number for bit, number in _OPENERS if cues & bit), 0) if cues else 0


def _repeats(page: list[Row]) -> list[int]:
    """Return 0 for a line met once, 1 for the first of equal lines, 2 for a later one."""
    count: dict[str, int] = {}
    for row in page:
        count[row.text] = count.get(row.text, 0) + 1
    seen: set[str] = set()
    found = []
    for row in page:
        found.append(0 if count[row.text] == 1 else 2 if row.text in seen else 1)
        seen.add(row.text)
    return found


def _title_overlap(known: list[Facts]) -> list[int]:
    """Return how much of the first line's words each line shares, in steps of a quarter."""
    title = {word for word in known[0].words if len(word) > 2} if known else set()
    found = []
    for fact in known:
        if fact.width > 200 or not title:
            found.append(0)
            continue
        shared = len(title.intersection(fact.words))
        found.append(int(4 * min(shared / len(title), shared / (len(fact.words) or 1) * 1.5, 1)))
    return found


def _prose_distance(known: list[Facts]) -> list[int]:
    """Return how many lines above (the line itself not counted) the last prose stands, at most 40."""
    found, far = [], 40
    for fact in known:
        found.append(min(far, 40))
        far = 1 if fact.prose else far + 1
    return found


def _mass(known: list[Facts]) -> list[int]:
    """Return how many characters of prose stand in the six lines above each line."""
    found: list[int] = []
    prose = [fact.width if fact.prose else 0 for fact in known]
    total = 0
    for k, width in enumerate(prose):
        found.append(total)
        total += width - (prose[k - 6] if k >= 6 else 0)
    return found


def _runs(known: list[Facts]) -> list[int]:
    """Return the length of the run of short lines each short line belongs to; 0 for long lines."""
    found = [0] * len(known)
    begin = 0
    for k in range(len(known) + 1):
        if k == len(known) or known[k].width > 70:
            found[begin:k] = [k - begin] * (k - begin)
            begin = k + 1
    return found


def _headings(known: list[Facts]) -> tuple[list[int], list[int]]:
    """Return the last heading above each line, and how many lines ago it was."""
    kinds, distances = [], []
    kind, far = 0, 0
    for fact in known:
        kinds.append(kind)
        distances.append(far)
        opened = _opener(fact.start | fact.whole) if fact.width <= 60 else 0
        kind, far = (opened, 1) if opened else (kind, far + 1)
    return kinds, distances


def _seen(known: list[Facts]) -> list[int]:
    """Return how many characters of prose stand above each line."""
    total, found = 0, []
    for fact in known:
        found.append(total)
        total += fact.width if fact.prose else 0
    return found


def blocks(known: list[Facts]) -> list[tuple[int, int]]:
    """Return for each line the number of its block of prose (0 for none) and the characters of that block.

    A block is prose lines with at most three others between two of them; lines between belong to it.
    """
    found = [(0, 0)] * len(known)
    begin, last, mass, number = -1, -9, 0, 0
    for k in range(len(known) + 1):
        at_end = k == len(known)
        if at_end or (known[k].prose and k - last > 4):
            if begin >= 0:
                number += 1
                found[begin : last + 1] = [(number, mass)] * (last + 1 - begin)
            begin, mass = k, 0
        if not at_end and known[k].prose:
            last, mass = k, mass + known[k].width
    return found


def _between(known: list[Facts]) -> list[int]:
    """Return how many lines of furniture, by their own words, stand between each line and the prose above it."""
    found, count = [], 0
    for fact in known:
        found.append(count)
        if fact.prose:
            count = 0
        elif fact.whole and fact.width <= 60:
            count += 1
    return found


def _kin(known: list[Facts], block: list[bool]) -> list[int]:
    """Return how many of its longer words each line shares with other lines of the largest block of prose, in steps.

    0 stands for a line without such words; long and short lines are counted apart.
    """
    count: dict[str, int] = {}
    longer = [
        {word for word in fact.words[:60] if len(word) > 3 or not word.isascii()} - stop_words()
        for fact in known
    ]
    for words, inside in zip(longer, block, strict=True):
        if inside:
            for word in words:
                count[word] = count.get(word, 0) + 1
    found = []
    for fact, words, inside in zip(known, longer, block, strict=True):
        shared = sum([count.get(word, 0) > inside for word in words])
        size = 0 if fact.width < 40 else 1 if fact.width <= LONG else 2
        found.append(1 + bisect_right(_KIN, shared / len(words)) + 7 * size if words else 0)
    return found


def _before(marks: list[bool]) -> list[int]:
    """Return how many of ``marks`` are set above each line."""
    return list(accumulate(marks, initial=0))[:-1]


def _near(marks: list[int], reach: int) -> list[int]:
    """Return the sum of ``marks`` within ``reach`` places to each side."""
    total = [0]
    for mark in marks:
        total.append(total[-1] + mark)
    size = len(marks)
    return [total[min(k + reach + 1, size)] - total[max(k - reach, 0)] for k in range(size)]


def context(page: list[Row], known: list[Facts]) -> list[tuple[int, ...]]:
    """Return the numbers of ``NAMES`` for each line of the page."""
    total = len(page)
    flipped = known[::-1]
    repeats, titles, runs = _repeats(page), _title_overlap(known), _runs(known)
    above, below = _prose_distance(known), _prose_distance(flipped)[::-1]
    mass_above, mass_below = _mass(known), _mass(flipped)[::-1]
    kinds, far = _headings(known)
    next_kinds, next_far = (side[::-1] for side in _headings(flipped))
    seen, left = _seen(known), _seen(flipped)[::-1]
    prose = sum(fact.width for fact in known if fact.prose)
    everything = sum(fact.width for fact in known) or 1
    longest = sorted(fact.width for fact in known if fact.prose)
    middle = longest[len(longest) // 2] if longest else 100
    end = page[-1].end or 1 if page else 1
    page_rows, page_prose = bisect_right(_PAGE_ROWS, total), int(prose / everything * 9.99)
    title_at = next((k for k in range(total - 1, 0, -1) if titles[k] >= 3 and left[k] * 2 >= prose), 0)
    stretches = blocks(known)
    largest = max((mass for _, mass in stretches), default=0)
    main = next((number for number, mass in stretches if mass == largest), 0)
    dates = _near([fact.dated for fact in known], 5)
    all_dates = sum(fact.dated for fact in known)
    persons = _near([fact.bins[15] > 0 for fact in known], 3)
    kin = _kin(known, [number == main > 0 for number, _ in stretches])
    talk = [fact.width <= 60 and (fact.whole | fact.start) & _COMMENTS > 0 for fact in known]
    talk_above, talk_all = _before(talk), sum(talk)
    apart_above, apart_below = _between(known), _between(flipped)[::-1]
    found: list[tuple[int, ...]] = []
    for k in range(total):
        since = far[k]
        long = known[k].width > LONG
        found.append((
            repeats[k],
            titles[k] + 5 * (k == 0),
            _FAR[min(k, 41)],
            _FAR[min(total - 1 - k, 41)],
            int(page[k].start / end * 9.99),
            _FAR[above[k]],
            _FAR[below[k]],
            bisect_right(_MASS, mass_above[k]),
            bisect_right(_MASS, mass_below[k]),
            _FAR[min(runs[k], 41)],
            kinds[k],
            kinds[k] * 4 + (since > 1) + (since > 4) + (since > 12),
            (next_far[k] == 1) * next_kinds[k],
            page_rows,
            page_prose + 10 * long,
            min(int(known[k].width / middle * 4), 9),
            int(seen[k] / (prose or 1) * 9.99) + 10 * long,
            int(left[k] > 0) + 2 * (seen[k] > 0),
            0 if not title_at else 1 if k < title_at else 2 + _FAR[min(k - title_at, 41)],
            int(stretches[k][1] / (largest or 1) * 4.99) + 5 * long,
            bisect_right(_MASS, stretches[k][1]),
            0 if not stretches[k][0] else 1 if stretches[k][0] < main else 2 if stretches[k][0] == main else 3,
            min(dates[k], 6) + 7 * known[k].dated,
            _FAR[min(all_dates, 41)],
            min(persons[k], 5),
            bisect_right(_FEW, talk_above[k]) + 5 * (seen[k] > 300),
            bisect_right(_FEW, talk_all - talk_above[k] - talk[k]) + 5 * (left[k] > 300),
            bisect_right(_FEW, apart_above[k]) + 5 * known[k].prose,
            bisect_right(_FEW, apart_below[k]) + 5 * known[k].prose,
            kin[k],
        ))  # fmt: skip
    return found
