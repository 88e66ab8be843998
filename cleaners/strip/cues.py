"""Words that give furniture away, in many languages: which kinds of it a line speaks of, and where in the line."""

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import ahocorasick

from cleaners.fold import fold
from cleaners.strip.words import stop_words, wide, words

KINDS = (
    "share", "sidebar_header", "ad_label", "newsletter", "comments", "author_bio", "tagline",
    "source_link", "reference", "reprint", "tags", "counter", "gallery", "player", "nav",
    "legal", "credit", "caption", "byline", "inline_related",
)  # fmt: skip
_FOLDER = Path(__file__).parent / "cues"
# Of a line of more words than twice this only so many at each end are read: deeper in it they are an author's.
_END = 9
# Of a line of spaceless script as long as this only half as many characters at each end are read.
_LONG = 105
Hit = tuple[int, bool, bool, bool]
"""Kinds of a cue as bits; whether it stands at the line's start, at its end, and covers more than half of it."""


class Met(NamedTuple):
    """Kinds met in a line, as bits: anywhere, at its start, at its end, and covering more than half of it."""

    inside: int
    start: int
    end: int
    whole: int


NOTHING = Met(0, 0, 0, 0)


class Finder(NamedTuple):
    """Automata: of cues between spaces, each with a word of ``anchors`` in it, and of those of spaceless scripts."""

    spaced: ahocorasick.Automaton
    spaceless: ahocorasick.Automaton
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
    spaced: dict[str, int] = {}
    spaceless: dict[str, int] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        for kind, phrases in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for phrase in phrases:
                glued = wide(phrase) > 0 or not phrase[0].isalnum()
                plain = words(phrase, spaceless=glued)
                found, key = (spaceless, phrase) if glued else (spaced, f" {' '.join(plain)} ")
                found[key] = found.get(key, 0) | 1 << KINDS.index(kind)
    common = stop_words()
    anchors = frozenset(max(key.split(), key=lambda word: (word not in common, len(word))) for key in spaced)
    return Finder(_automaton(spaced), _automaton(spaceless), anchors)


def _between_spaces(line: list[str]) -> Iterator[Hit]:
    """Yield the cues in a line of these words, or at its ends."""
    finder = _finder()
    whole = len(line) <= 2 * _END
    for part, first, last in (
        ((line, True, True),) if whole else ((line[:_END], True, False), (line[-_END:], False, True))
    ):
        if finder.anchors.isdisjoint(part):
            continue
        joined = f" {' '.join(part)} "
        end = len(joined) - 1
        for at, (reach, kinds) in finder.spaced.iter(joined):
            yield kinds, first and at == reach, last and at == end, whole and (reach - 1) * 2 > end


def _glued(line: str) -> Iterator[Hit]:
    """Yield the cues of spaceless scripts in a line, or at its ends."""
    size = len(line)
    short = size < _LONG
    for begin, stop in ((0, size),) if short else ((0, _LONG // 2), (size - _LONG // 2, size)):
        for at, (reach, kinds) in _finder().spaceless.iter(line, begin, stop):
            yield kinds, at - reach < 3, size - at < 4, short and (reach + 1) * 2 > size


def met(line: str, spoken: list[str], *, spaceless: bool) -> Met:
    """Return the kinds of cue met in a line of the words ``spoken``."""
    inside = start = end = whole = 0
    hits = _between_spaces(spoken)
    for kinds, first, last, most in chain(hits, _glued(fold(line))) if spaceless else hits:
        inside |= kinds
        start |= kinds if first else 0
        end |= kinds if last else 0
        whole |= kinds if most else 0
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
