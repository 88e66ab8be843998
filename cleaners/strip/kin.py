"""How many words a line shares with the page's title and with its largest block of prose."""

from bisect import bisect_right
from functools import lru_cache

from cleaners.strip.facts import LONG, Facts, label
from cleaners.strip.lines import Row
from cleaners.strip.words import stop_words

_KIN = (0.01, 0.1, 0.2, 0.35, 0.5, 0.7)


def title_overlap(known: list[Facts]) -> list[int]:
    """Return how much of the first line's words each line shares, in steps of a quarter."""
    title = {word for word in known[0].words if len(word) > 2} if known else set()
    found = [0] * len(known)
    for k, fact in enumerate(known):
        if not title.isdisjoint(fact.words) and fact.width <= 200:
            shared = len(title.intersection(fact.words))
            found[k] = int(4 * min(shared / len(title), shared / len(fact.words) * 1.5, 1))
    return found


def kin(page: list[Row], known: list[Facts], start: int, end: int) -> list[int]:
    """Return how many of its longer words each line shares with other lines of the block ``[start, end)``, in steps.

    0 stands for a line without such words; long and short lines are counted apart.
    """
    longer = [
        _label(row.text) if len(row.text) <= LONG else _longer(fact)
        for row, fact in zip(page, known, strict=True)
    ]
    once: set[str] = set()
    twice: set[str] = set()
    for words in longer[start:end]:
        twice |= once & words
        once |= words
    found = []
    for k, words in enumerate(longer):
        others = twice if start <= k < end else once
        width = known[k].width
        base = 1 if width < 40 else 8 if width <= LONG else 15
        if others.isdisjoint(words):
            found.append(base if words else 0)
        else:
            found.append(base + bisect_right(_KIN, len(others & words) / len(words)))
    return found


def _longer(fact: Facts) -> set[str]:
    """Return the words of a line that are not small."""
    return set(fact.words) - stop_words()


@lru_cache(maxsize=4096)
def _label(text: str) -> frozenset[str]:
    """Return the longer words of a label; most are met on many pages."""
    return frozenset(_longer(label(text)))
