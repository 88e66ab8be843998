"""Words that give furniture away, in many languages: which kinds of it a line speaks of, and where in the line."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import ahocorasick

from cleaners.strip.words import WORD, stop_words
from cleaners.strip.words import words as words_of

KINDS = (
    "share", "sidebar_header", "ad_label", "newsletter", "comments", "author_bio", "tagline",
    "source_link", "reference", "reprint", "tags", "counter", "gallery", "player", "nav",
    "legal", "credit", "caption", "byline", "inline_related",
)  # fmt: skip
_FOLDER = Path(__file__).parent / "cues"
# Letters beyond Latin. Cues with such are kept apart: an automaton tries the first letters of its cues one by one,
# and a page in English need not try those of Chinese.
_BEYOND_LATIN = re.compile(r"[\u0370-\u1fff\u2070-\U0010ffff]")
# Of a line as long as this only so many characters at each end are read: deeper in it the words are an author's.
_LONG = 105
_END = 50
# Scripts that put no spaces between words (Han, kana) or glue endings to them (Hangul).
_SPACELESS = re.compile(r"[\u3040-\u9fff\uac00-\ud7a3]")


class Met(NamedTuple):
    """Kinds met in a line, as bits: anywhere, at its start, at its end, and covering more than half of it."""

    inside: int
    start: int
    end: int
    whole: int


NOTHING = Met(0, 0, 0, 0)


class Finder(NamedTuple):
    """Automata of the cues in Latin script and of all others; in every Latin cue is a word of ``anchors``."""

    latin: ahocorasick.Automaton
    others: ahocorasick.Automaton
    anchors: frozenset[str]


def _automaton(bits: dict[str, int]) -> ahocorasick.Automaton:
    """Return the automaton that finds these phrases."""
    automaton = ahocorasick.Automaton()
    for phrase, kinds in bits.items():
        automaton.add_word(phrase, (len(phrase) - 1, kinds))
    automaton.make_automaton()
    return automaton


@cache
def _finder() -> Finder:
    """Return what finds cues; one that is listed under several kinds has all their bits.

    A cue's anchor is its longest word that is not a small one: most lines have no anchor, and need no search.
    """
    bits: dict[str, int] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        for kind, phrases in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for phrase in phrases:
                bits[phrase] = bits.get(phrase, 0) | 1 << KINDS.index(kind)
    latin = {phrase: kinds for phrase, kinds in bits.items() if not beyond_latin(phrase)}
    others = {phrase: kinds for phrase, kinds in bits.items() if phrase not in latin}
    common = stop_words()
    anchors = frozenset(max(WORD.findall(p), key=lambda word: (word not in common, len(word))) for p in latin)
    return Finder(_automaton(latin), _automaton(others), anchors)


def beyond_latin(folded: str) -> bool:
    """Tell whether letters of other scripts than Latin stand in a line."""
    return not folded.isascii() and _BEYOND_LATIN.search(folded) is not None


def _joined(a: str, b: str) -> bool:
    """Tell whether two neighbours are of one word."""
    return a.isalnum() and b.isalnum() and not (_SPACELESS.match(a) or _SPACELESS.match(b))


def _standing(folded: str, words: list[str], *, latin: bool) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and kinds of the cues at either end of a line that stand on word boundaries.

    Beyond Latin a word may be glued to the next one, as it is by "_", and anchors are no help.
    """
    finder, size, padded = _finder(), len(folded), folded + " "
    glued = not latin or "_" in folded
    for begin, stop in ((0, size),) if size < _LONG else ((0, _END), (size - _END, size)):
        if not glued and finder.anchors.isdisjoint(words if size < _LONG else words_of(folded[begin:stop])):
            continue
        for automaton in (finder.latin,) if latin else (finder.latin, finder.others):
            for last, (reach, kinds) in automaton.iter(folded, begin, stop):
                first = last - reach
                if not (_joined(padded[first - 1], padded[first]) or _joined(padded[last], padded[last + 1])):
                    yield first, last + 1, kinds


def met(folded: str, words: list[str], *, latin: bool) -> Met:
    """Return the kinds of cue met in a line of these ``words``; ``latin`` when it has no other script."""
    size = len(folded)
    inside = start = end = whole = 0
    for first, after, kinds in _standing(folded, words, latin=latin):
        inside |= kinds
        start |= kinds if first < 3 else 0
        end |= kinds if size - after < 3 else 0
        whole |= kinds if (after - first) * 2 > size else 0
    return Met(inside, start, end, whole) if inside else NOTHING


def bins(found: Met, *, long: bool) -> tuple[int, ...]:
    """Return for each kind where it is met: 1 and 2 inside, 3 and 4 at the start, 5 and 6 at the end, 7 most of it.

    The first number of each pair is for long lines.
    """
    places = [0] * len(KINDS)
    for number in range(len(KINDS)):
        bit = 1 << number
        if found.inside & bit:
            place = 7 if found.whole & bit else 3 if found.start & bit else 5 if found.end & bit else 1
            places[number] = place if long or place == 7 else place + 1
    return tuple(places)
