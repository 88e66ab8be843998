"""The headline and the standfirst below it."""

from cleaners.strip.cues import KINDS
from cleaners.strip.facts import LONG, Facts
from cleaners.strip.lines import Row
from cleaners.strip.shape import case

_NOT_DEK = sum(1 << KINDS.index(kind) for kind in KINDS if kind not in ("caption", "nav"))
_BYLINE = 1 << KINDS.index("byline")
# A headline stands at most so many lines above the first paragraph.
_REACH = 6
_STOPS = (".", "。", "!", "?", "！", "？", "…")


def _shared(left: Facts, right: Facts) -> float:
    """Return the share of the shorter line's longer words that the other line has too."""
    a = {word for word in left.words if len(word) > 2 or not word.isascii()}
    b = {word for word in right.words if len(word) > 2 or not word.isascii()}
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _could_be(row: Row, fact: Facts) -> bool:
    """Tell whether a line may be a headline: not long, not a label, not a paragraph."""
    if not 4 <= fact.width <= 220 or not any(map(str.isalpha, row.text)):
        return False
    return not (fact.width > 120 and row.text.endswith((".", "。")))


def find(page: list[Row], known: list[Facts], start: int) -> int | None:
    """Return which line is the headline of a body that starts at line ``start``, or None.

    A page says its title twice, in the window's bar (the first line) and above the text: the last line above the
    body that shares most words with the first is the headline. A blog's bar may say the blog's name: then it is the
    line above author and date. Without either it is the first line.
    """
    if not page or not _could_be(page[0], known[0]):
        return None
    first = set(known[0].words)
    alike = [
        k
        for k in range(1, start)
        if not first.isdisjoint(known[k].words)
        and _could_be(page[k], known[k])
        and _long_enough(known[k])
        and _shared(known[0], known[k]) >= 0.6
    ]
    if alike:
        return alike[-1]
    if signed := _above_byline(page, known, start):
        return signed
    return 0 if start > 0 or _stands_out(page, known) else None


def _above_byline(page: list[Row], known: list[Facts], start: int) -> int | None:
    """Return which of the lines right above a body that starts at line ``start`` stands over author or date."""
    for k in range(start - 2, max(start - 2 - _REACH, 0), -1):
        fact, below = known[k], known[k + 1]
        plain = not fact.cues and not fact.dated and _could_be(page[k], fact) and _long_enough(fact)
        if plain and fact.ending in (0, 2) and (below.dated or below.start & _BYLINE):
            return k
    return None


def _long_enough(fact: Facts) -> bool:
    """Tell whether a line has words enough to be a headline; a menu's "News" is in many titles."""
    return len(fact.words) >= 3 or (fact.width > 12 and not fact.words[0].isascii())


def _stands_out(page: list[Row], known: list[Facts]) -> bool:
    """Tell whether the first line of a bare article reads as its headline rather than as its first paragraph."""
    if len(page) < 3 or known[0].width > 140:
        return False
    longest = max(fact.width for fact in known[1:])
    if longest < 2 * known[0].width or longest < 80:
        return False
    return not page[0].text.endswith((*_STOPS, ":", ",")) or (
        page[1].gap > 0 and known[0].width < 100 and case(page[0].text) >= 3
    )


def find_dek(known: list[Facts], scores: list[float], title: int, start: int) -> int | None:
    """Return which line between headline and body is the standfirst: one sentence, no byline, date or credit.

    A standfirst stands right below the headline. A sentence below the byline is the article's first, however low
    it scores.
    """
    for k in range(title + 1, min(start, title + 4)):
        fact = known[k]
        if fact.dated or fact.start & _BYLINE:
            return None
        plain = not fact.cues & _NOT_DEK or fact.width > LONG
        if 35 <= fact.width <= 400 and plain and len(fact.words) >= 5 and fact.small >= 2:
            return k if k + 1 < start or scores[k] < -1 else None
    return None
