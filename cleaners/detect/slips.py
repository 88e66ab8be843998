"""One name with a slip in it: Babuschkin and then Babushkin, without a list of names.

Two people may bear similar names, so first names decide: the same, or none where the name comes back.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from cleaners.detect.known_names import alike
from cleaners.detect.near import MIN_LENGTH, NearIndex, slip
from cleaners.detect.spellings import misspelled, ordinary, uses
from cleaners.types import Finding, Span

_FIRST_NAME = re.compile(r"([A-Z][a-z]+)(?: [A-Z]\.)? $")
_SENTENCE_END = re.compile(r"(?:^|[.!?:•][\"”’')]{0,2}\s{1,3}|\n|^[\"“])$")
# A capital at the start of a sentence or heading makes no first name of these.
_NO_NAME = {
    "The",
    "This",
    "That",
    "A",
    "An",
    "In",
    "On",
    "At",
    "For",
    "And",
    "But",
    "Of",
    "To",
    "With",
    "From",
    "By",
}
_MAX_PAIRS = 50


def surnames(text: str, names: list[str]) -> Iterator[Finding]:
    """Yield slips among ``names`` of one word: the rarer spelling, or the later where both are as frequent."""
    for first, second in islice(near_pairs(names), _MAX_PAIRS):
        difference = slip(first.lower(), second.lower())
        # A different ending is grammar or another name: Indian, Indiana; Clark, Clarke; Anderson, Andersen.
        if difference and difference[2] >= 2 and not ordinary(text, first, second):
            yield from _same_person(text, first, second)


def full_names(text: str, pairs: list[str]) -> Iterator[Finding]:
    """Yield slips in one half of a full name: Oskar Reinhart and then Oskar Reinhard or Oscar Reinhart.

    ``pairs`` are two capitalised words each.
    """
    halves = [half for pair in pairs for half in enumerate(pair.split(" "))]
    if len(set(halves)) == len(halves):  # no two names share a half
        return
    seen: dict[tuple[int, str], str] = {}
    for pair in pairs:
        words = pair.split(" ")
        if words[0] in _NO_NAME:
            continue
        for place in (0, 1):
            other = seen.setdefault((place, words[place]), pair)
            if other is not pair and _slipped(text, other.split(" ")[1 - place], words[1 - place]):
                yield from _rarer_half(text, other, pair, 1 - place)


def _slipped(text: str, one: str, other: str) -> bool:
    difference = slip(one.lower(), other.lower()) if min(len(one), len(other)) > 3 else None
    # A letter more at the end is grammar or another name: North American, North America; Daniel, Daniela.
    if difference is None or (difference[2] == 0 and "" in difference[:2]):
        return False
    return not ordinary(text, one, other)


def _rarer_half(text: str, one: str, other: str, place: int) -> Iterator[Finding]:
    good, bad, right = uses(text, one), uses(text, other), one
    if len(good) < len(bad):
        good, bad, right, other = bad, good, other, one
    if len(bad) > 2:
        return
    word, gap = right.split(" ")[place], other.index(" ")
    for span in bad:
        at = Span(span.start + gap + 1, span.end) if place else Span(span.start, span.start + gap)
        yield misspelled(text, at, "names.full-name", word, 0.8)


def near_pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield those of ``names`` that are one slip apart, the earlier first."""
    index, spelled = NearIndex(), dict[str, str]()
    for name in _with_likes(names):
        low = name.lower()
        if name.isupper() or low in spelled or low in alike():
            continue
        for earlier in index.near(low):
            yield spelled[earlier], name
        spelled[low] = name
        index.add(low)


def _with_likes(names: list[str]) -> list[str]:
    """Return the long ``names`` that share beginning and end with another, as two spellings of one name do.

    One slip touches the first three letters or the last three of six or more, never both.
    """
    long = [name for name in names if len(name) >= MIN_LENGTH]
    lows = [name.lower() for name in long]
    heads, tails = [low[:3] + low[-1] for low in lows], [low[0] + low[-3:] for low in lows]
    if len({*heads, *tails}) == len(heads) + len(tails):
        return []
    times = Counter(chain(heads, tails))
    ends = zip(long, heads, tails, strict=True)
    return [name for name, head, tail in ends if times[head] > 1 or times[tail] > 1]


def _same_person(text: str, first: str, second: str) -> Iterator[Finding]:
    good, bad, right = uses(text, first), uses(text, second), first
    if len(good) < len(bad):
        good, bad, right = bad, good, second
    if not bad or len(good) < 2 < len(bad):
        return
    given = {_first_name(text, span) for span in good} - {None}
    doubtful = {_first_name(text, span) for span in bad} - {None}
    if given and doubtful <= given and not all(opens_sentence(text, span) for span in bad):
        yield from (misspelled(text, span, "names.spelling", right, 0.8) for span in bad)


def _first_name(text: str, span: Span) -> str | None:
    match = _FIRST_NAME.search(text, max(0, span.start - 24), span.start)
    return match[1] if match else None


def opens_sentence(text: str, span: Span) -> bool:
    """Tell whether a word stands where every word has a capital."""
    return bool(_SENTENCE_END.search(text, max(0, span.start - 6), span.start))
