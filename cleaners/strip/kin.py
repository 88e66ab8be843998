"""How many words a line shares with the page's title and with its largest block of prose."""

from bisect import bisect_right

from cleaners.strip.facts import LONG, Facts

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


def kin(known: list[Facts], start: int, end: int) -> list[int]:
    """Return how many of its longer words each line shares with other lines of the block ``[start, end)``, in steps.

    0 stands for a line without such words; long and short lines are counted apart.
    """
    once: set[str] = set()
    twice: set[str] = set()
    for fact in known[start:end]:
        twice |= once.intersection(fact.longer)
        once.update(fact.longer)
    found = []
    for k, fact in enumerate(known):
        others = twice if start <= k < end else once
        base = 1 if fact.width < 40 else 8 if fact.width <= LONG else 15
        if others.isdisjoint(fact.longer):
            found.append(base if fact.longer else 0)
        else:
            words = set(fact.longer)
            found.append(base + bisect_right(_KIN, len(others & words) / len(words)))
    return found
