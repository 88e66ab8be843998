"""How many words a line shares with the page's title and with its largest block of prose."""

from bisect import bisect_right

from cleaners.strip.facts import LONG, Facts
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


def kin(known: list[Facts], start: int, end: int) -> list[int]:
    """Return how many of its longer words each line shares with other lines of the block ``[start, end)``, in steps.

    0 stands for a line without such words; long and short lines are counted apart.
    """
    longer = _longer(known)
    once: set[str] = set()
    twice: set[str] = set()
    for words in longer[start:end]:
        twice |= once & words
        once |= words
    found = []
    for k, (fact, words) in enumerate(zip(known, longer, strict=True)):
        others = twice if start <= k < end else once
        size = 0 if fact.width < 40 else 1 if fact.width <= LONG else 2
        found.append(1 + bisect_right(_KIN, len(words & others) / len(words)) + 7 * size if words else 0)
    return found


def _longer(known: list[Facts]) -> list[set[str]]:
    """Return the longer words of each line, small words left out; of a long line only the first 60 words are read."""
    lines = [fact.words[:60] for fact in known]
    every = set().union(*lines) - stop_words()
    longer = {word for word in every if len(word) > 3 or not word.isascii()}
    return [longer.intersection(words) for words in lines]
