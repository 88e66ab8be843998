"""Words that give furniture away, in many languages, found in one pass over the page."""

import tomllib
from collections.abc import Iterator
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


class Cue(NamedTuple):
    """A cue met at ``[start, end)``; ``kinds`` are bits, one for each of ``KINDS``."""

    start: int
    end: int
    kinds: int


@cache
def _automaton() -> ahocorasick.Automaton:
    """Return the automaton of all cues; a phrase listed under several kinds carries all their bits."""
    bits: dict[str, int] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        for kind, phrases in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for phrase in phrases:
                bits[phrase] = bits.get(phrase, 0) | 1 << KINDS.index(kind)
    automaton = ahocorasick.Automaton()
    for phrase, kinds in bits.items():
        automaton.add_word(phrase, (len(phrase), kinds))
    automaton.make_automaton()
    return automaton


def _spaceless(char: str) -> bool:
    """Tell whether the script of ``char`` puts no spaces between words (Han, kana) or glues endings (Hangul)."""
    return "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3"


def _joined(folded: str, left: int) -> bool:
    """Tell whether the characters at ``left`` and ``left + 1`` are of one word."""
    a, b = folded[left], folded[left + 1]
    return a.isalnum() and b.isalnum() and not (_spaceless(a) or _spaceless(b))


def cues(folded: str, start: int, end: int) -> Iterator[Cue]:
    """Yield the cues of ``folded[start:end]`` (see ``cleaners.fold``) that stand on word boundaries, by their end."""
    last = len(folded) - 1
    for at, (length, kinds) in _automaton().iter(folded, start, end):
        begin = at - length + 1
        if (begin > 0 and _joined(folded, begin - 1)) or (at < last and _joined(folded, at)):
            continue
        yield Cue(begin, at + 1, kinds)
