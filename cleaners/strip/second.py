"""A second look at the lines the scores are unsure of: how far from the body, and whose words are theirs.

The scores see a line and two on each side. Only when all lines have one can be asked what the sure ones make of the
page: where its body is, what stands between it and a line, whether a line's words are the body's or the menu's. Trees
weigh the answers (see ``trees``), and what they say takes the place of the first score.
"""

from itertools import accumulate
from math import sqrt
from operator import mul
from typing import NamedTuple

from cleaners.strip import prose, trees
from cleaners.strip.facts import Facts
from cleaners.strip.segment import Body

# A score nearer to zero than this is unsure, one this far off or further is sure.
_UNSURE, _SURE = 2.0, 2.5
# What of a line's place is asked (see ``context``).
_PLACES = ("dates_near", "repeat", "page_prose", "furniture_above", "heading", "prose_above")
# What stands between the body and a line inside it: more than beside any other line.
_INSIDE = 50
Columns = dict[str, list[int]]


class Measures(NamedTuple):
    """Words of each line of a page, and those of its largest block of prose.

    They are counted as widths in sixes: Chinese has no spaces to count.
    """

    words: list[int]
    block: int


class Told(NamedTuple):
    """The scores after the second look, and the lines it turned from the author's to the site's."""

    scores: list[float]
    turned: frozenset[int]


def measures(known: list[Facts]) -> Measures:
    """Return the measures of a page's lines."""
    return Measures([fact.width // 6 for fact in known], prose.largest(prose.blocks(known))[2] // 6)


def unsure(scores: list[float]) -> list[int]:
    """Return the lines whose scores are unsure."""
    return [k for k, score in enumerate(scores) if -_UNSURE < score < _UNSURE]


def look(known: list[Facts], scores: list[float], places: Columns, sizes: Measures, body: Body) -> Told:
    """Return the scores, with new ones for the lines they are unsure of; ``body`` is what they speak for."""
    asked = unsure(scores)
    if not asked:
        return Told(scores, frozenset())
    again = list(scores)
    for k, score in zip(asked, trees.scores(numbers(known, scores, places, sizes, body, asked)), strict=True):
        again[k] = score
    return Told(again, frozenset([k for k in asked if scores[k] > 0 >= again[k]]))


def numbers(
    known: list[Facts], scores: list[float], places: Columns, sizes: Measures, body: Body, asked: list[int]
) -> Columns:
    """Return what the trees may ask: under each question's name its numbers, one for each line ``asked`` about."""
    weight, spoken = _sums(scores, sizes.words)
    sure = [k for k in range(body.start, body.end) if scores[k] >= _SURE]
    first = sure[0] if sure else body.start
    found = {
        "score": [int(10 * scores[k]) for k in asked],
        "near": [_mean(spoken, weight, k, 2) for k in asked],
        "around": [_mean(spoken, weight, k, 5) for k in asked],
        "between": [_between(spoken, body, k) for k in asked],
        "first": [max(-30, min(k - first, 30)) for k in asked],
        "width": [min(sizes.words[k], 60) for k in asked],
        "ending": [known[k].ending for k in asked],
        "start": [int(known[k].start > 0) for k in asked],
        "cues": [int(known[k].cues > 0) for k in asked],
        "kin": _kin(known, scores, sure, asked),
        "sure_lines": [min(len(sure), 60)] * len(asked),
    }
    mass = sum(sizes.words[body.start : body.end])
    found["body"] = [min(mass // 10, 200)] * len(asked)
    found["share"] = [100 * mass // (sum(sizes.words) or 1)] * len(asked)
    return found | {name: [places[name][k] for k in asked] for name in _PLACES}


def _sums(scores: list[float], words: list[int]) -> tuple[list[float], list[float]]:
    """Return what the lines above each line weigh together, and what they say.

    A line weighs the root of its length and is clipped, as where the body is looked for (see ``segment``).
    """
    roots = [sqrt(count + 1) for count in words]
    clipped = [-_SURE if score < -_SURE else _SURE if score > _SURE else score for score in scores]
    return list(accumulate(roots, initial=0.0)), list(accumulate(map(mul, clipped, roots), initial=0.0))


def _mean(spoken: list[float], weight: list[float], k: int, reach: int) -> int:
    """Return what the lines within ``reach`` of a line score, in tenths."""
    low, high = max(0, k - reach), min(len(weight) - 1, k + reach + 1)
    return int(10 * (spoken[high] - spoken[low]) / (weight[high] - weight[low]))


def _between(spoken: list[float], body: Body, k: int) -> int:
    """Return what the lines between a line and the body say together."""
    if body.start <= k < body.end:
        return _INSIDE
    told = spoken[body.start] - spoken[k + 1] if k < body.start else spoken[k] - spoken[body.end]
    return max(-100, min(int(told), _INSIDE))


def _kin(known: list[Facts], scores: list[float], sure: list[int], asked: list[int]) -> list[int]:
    """Return in hundredths which share of a line's longer words the ``sure`` lines have, less the site's share.

    The site's are the words of lines that are surely not the author's. A line without such words is below all others.
    """
    own = set().union(*[known[k].longer for k in sure])
    other = set().union(*[fact.longer for fact, score in zip(known, scores, strict=True) if score <= -_SURE])
    found = []
    for k in asked:
        words = set(known[k].longer)
        found.append(100 * (len(words & own) - len(words & other)) // len(words) if words else -101)
    return found
