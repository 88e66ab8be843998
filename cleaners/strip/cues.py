"""Words that give furniture away, in many languages: which kinds of it a line speaks of, and where in the line."""

import tomllib
from collections.abc import Iterator
from functools import cache
from operator import or_
from pathlib import Path
from typing import NamedTuple

import ahocorasick

from cleaners.strip.words import each_in_letters, stop_words, wide

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
    for bit, phrases in _listed():
        for phrase, low in zip(phrases, each_in_letters(phrases), strict=True):
            glued = not phrase[0].isalnum() or wide(low) > 0
            found, key = (spaceless, phrase) if glued else (spaced, f" {' '.join(low.split())} ")
            found[key] = found.get(key, 0) | bit
    return Finder(_automaton(spaced), _automaton(spaceless), frozenset(map(_anchor, spaced)))


def _listed() -> Iterator[tuple[int, list[str]]]:
    """Yield a kind's bit and its phrases, for each kind in each file."""
    for path in sorted(_FOLDER.glob("*.toml")):
        for kind, phrases in tomllib.loads(path.read_text(encoding="utf-8")).items():
            yield 1 << KINDS.index(kind), list(map(str.strip, phrases.split(",")))


def _anchor(phrase: str) -> str:
    """Return the longest word of a phrase that is not a small one."""
    common, words = stop_words(), phrase.split()
    return max([word for word in words if word not in common] or words, key=len)


def met(spoken: list[str], folded: str) -> Met:
    """Return the kinds of cue met in a line of the words ``spoken``.

    ``folded`` is the line itself where it is of a spaceless script, else empty.
    """
    long = len(spoken) > 2 * _END
    # No cue goes over the line feed between the two ends.
    words = [*spoken[:_END], "\n", *spoken[-_END:]] if long else spoken
    finder = _finder()
    if not folded and finder.anchors.isdisjoint(words):
        return NOTHING
    inside = start = end = whole = 0
    joined = f" {' '.join(words)} "
    last = len(joined) - 1
    for at, (reach, kinds) in finder.spaced.iter(joined):
        inside |= kinds
        if at == reach:
            start |= kinds
        if at == last:
            end |= kinds
        if not long and (reach - 1) * 2 > last:
            whole |= kinds
    found = Met(inside, start, end, whole) if inside else NOTHING
    return _with(found, _glued(folded)) if folded else found


def _glued(line: str) -> Met:
    """Return the kinds of cue of spaceless scripts in a folded line, or at its ends."""
    inside = start = end = whole = 0
    size = len(line)
    short = size < _LONG
    for begin, stop in ((0, size),) if short else ((0, _LONG // 2), (size - _LONG // 2, size)):
        for at, (reach, kinds) in _finder().spaceless.iter(line, begin, stop):
            inside |= kinds
            start |= kinds if at - reach < 3 else 0
            end |= kinds if size - at < 4 else 0
            whole |= kinds if short and (reach + 1) * 2 > size else 0
    return Met(inside, start, end, whole)


def _with(found: Met, more: Met) -> Met:
    """Return the kinds of two searches together."""
    both = Met(*map(or_, found, more))
    return both if both.inside else NOTHING


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
