"""Under which heading a line stands, and how much talk and furniture is around it, by the words of short lines."""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise

from cleaners.strip.cues import KINDS
from cleaners.strip.facts import Facts
from cleaners.strip.steps import between

_FEW = (1, 2, 4, 9)
_STEPS = [bisect_right(_FEW, count) for count in range(_FEW[-1] + 1)]
_COMMENTS = 1 << KINDS.index("comments")
# A heading or a label is no longer than this.
_SHORT = 60
# So much prose above or below, and talk is not at the page's edge any more.
_SOME = 300
# Headings that open a stretch of one kind, the clearest first.
_KINDS = (
    "comments", "sidebar_header", "author_bio", "newsletter", "share", "tags", "reference", "ad_label", "nav",
    "legal",
)  # fmt: skip
_OPENERS = tuple((1 << KINDS.index(kind), number) for number, kind in enumerate(_KINDS, 1))
# How far back a heading is for the lines below it: next to it, near, in reach; further down it is far.
_AGES = [[kind * 4 + age for age in [0] + [1] * 3 + [2] * 8] for kind in range(len(_KINDS) + 1)]
Columns = dict[str, list[int]]


@lru_cache(maxsize=4096)
def _opener(cues: int) -> int:
    """Return which stretch a short line opens, 0 for none."""
    return next((number for bit, number in _OPENERS if cues & bit), 0) if cues else 0


def columns(known: list[Facts]) -> Columns:
    """Return what the headings, the talk and the labels around each line say of it."""
    labels = [k for k, fact in enumerate(known) if fact.cues and fact.width <= _SHORT]
    opened = {k: _opener(known[k].start | known[k].whole) for k in labels}
    found = _headings({k: kind for k, kind in opened.items() if kind}, len(known))
    talk = [k for k in labels if (known[k].whole | known[k].start) & _COMMENTS]
    prose = [k for k, fact in enumerate(known) if fact.prose]
    found |= _talk(known, talk, prose)
    inside, whole = set(prose), {k for k in labels if known[k].whole}
    marks = [2 if k in inside else k in whole for k in range(len(known))]
    found["furniture_above"] = _since_prose(marks)
    found["furniture_below"] = _since_prose(marks[::-1])[::-1]
    return found


def _headings(opened: dict[int, int], total: int) -> Columns:
    """Return the heading last met above each line, the same with how far it is, and the heading right below."""
    marks, kinds = list(opened), [0, *opened.values()]
    below = [0] * total
    distance = [0]
    for k, kind in opened.items():
        if k:
            below[k - 1] = kind
    for kind, (above, mark) in zip(kinds, pairwise((0, *marks, total - 1)), strict=True):
        distance += _AGES[kind][: mark - above] + [kind * 4 + 3] * (mark - above - 12)
    return {"heading": between(marks, kinds, total), "heading_far": distance, "next_heading": below}


def _talk(known: list[Facts], talk: list[int], prose: list[int]) -> Columns:
    """Return how many lines of readers' talk stand above and below each line, apart where prose stands there too."""
    total, count = len(known), len(talk)
    above = between(talk, [bisect_right(_FEW, n) for n in range(count + 1)], total)
    below = between(talk, [bisect_right(_FEW, count - n) for n in range(count + 1)], total)
    for k in talk:
        below[k] = below[k + 1] if k + 1 < total else 0
    upto = list(accumulate([known[k].width for k in prose], initial=0))
    first = next((k for k, mass in zip(prose, upto[1:], strict=True) if mass > _SOME), total)
    last = next((k for k, mass in zip(prose[::-1], upto[-2::-1], strict=True) if upto[-1] - mass > _SOME), 0)
    above[first + 1 :] = [number + 5 for number in above[first + 1 :]]
    below[:last] = [number + 5 for number in below[:last]]
    return {"comments_above": above, "comments_below": below}


def _since_prose(marks: list[int]) -> list[int]:
    """Return how many labels (1) stand between each line and the prose (2) above it, in steps; 5 more for prose."""
    found, count = [], 0
    for mark in marks:
        if mark == 2:
            found.append(_STEPS[count] + 5)
            count = 0
        else:
            found.append(_STEPS[count])
            count += mark if count < _FEW[-1] else 0
    return found
