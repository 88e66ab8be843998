"""Words that give furniture away, in many languages: which kinds of it a line speaks of, and where in the line."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import ahocorasick

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


class Met(NamedTuple):
    """Kinds met in a line, as bits: anywhere, at its start, at its end, and covering more than half of it."""

    inside: int
    start: int
    end: int
    whole: int


NOTHING = Met(0, 0, 0, 0)
Automata = tuple[ahocorasick.Automaton, ...]


def _automaton(bits: dict[str, int]) -> ahocorasick.Automaton:
    """Return the automaton that finds these phrases."""
    automaton = ahocorasick.Automaton()
    for phrase, kinds in bits.items():
        automaton.add_word(phrase, (len(phrase) - 1, kinds))
    automaton.make_automaton()
    return automaton


@cache
def _automata() -> Automata:
    """Return the automaton of the Latin cues and that of all others; a cue of several kinds has all their bits."""
    bits: dict[str, int] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        for kind, phrases in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for phrase in phrases:
                bits[phrase] = bits.get(phrase, 0) | 1 << KINDS.index(kind)
    latin = {phrase: kinds for phrase, kinds in bits.items() if not _BEYOND_LATIN.search(phrase)}
    return _automaton(latin), _automaton({p: kinds for p, kinds in bits.items() if p not in latin})


def automata(folded: str) -> Automata:
    """Return what can find cues in a page, ``folded`` by ``cleaners.fold``."""
    return _automata() if not folded.isascii() and _BEYOND_LATIN.search(folded) else _automata()[:1]


def _spaceless(char: str) -> bool:
    """Tell whether the script of ``char`` puts no spaces between words (Han, kana) or glues endings (Hangul)."""
    return "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3"


def _joined(folded: str, left: int) -> bool:
    """Tell whether the characters at ``left`` and ``left + 1`` are of one word."""
    a, b = folded[left], folded[left + 1]
    return a.isalnum() and b.isalnum() and not (_spaceless(a) or _spaceless(b))


def met(folded: str, begin: int, stop: int, finders: Automata) -> Met:
    """Return the kinds of cue that stand on word boundaries in the line ``folded[begin:stop]``."""
    size, beyond = stop - begin, len(folded)
    inside = start = end = whole = 0
    parts = ((begin, stop),) if size < _LONG else ((begin, begin + _END), (stop - _END, stop))
    for finder in finders:
        for part in parts:
            for last, (reach, kinds) in finder.iter(folded, *part):
                first, after = last - reach, last + 1
                if (first and folded[first - 1].isalnum() and _joined(folded, first - 1)) or (
                    after < beyond and folded[after].isalnum() and _joined(folded, last)
                ):
                    continue
                inside |= kinds
                if first - begin < 3:
                    start |= kinds
                if stop - after < 3:
                    end |= kinds
                if (reach + 1) * 2 > size:
                    whole |= kinds
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
