"""A text that is plainly one article: paragraphs that need no second look, and hardly a line besides."""

from functools import cache

import ahocorasick

from cleaners.strip.cues import NOTHING
from cleaners.strip.facts import PROSE, Facts, ends, facts
from cleaners.strip.lines import Row
from cleaners.strip.shape import ending
from cleaners.strip.wholeness import FEW
from cleaners.strip.words import stop_words

# No line below the first width is prose. Of one above the second that ends so, nobody asks the cues where it stands
# in an article that came alone and holds no address: no rule of ``edges``, ``furniture`` and ``zones`` speaks of it.
_NARROW, _WIDE = 80, 200
_ENDS = (".", "!", "?", "”", '"')
_ALNUM = bytes(code for code in range(128) if chr(code).isalnum())


def glance(page: list[Row], text: str) -> list[Facts] | None:
    """Return the facts of an article that may have come alone, None for a page; paragraphs are only known as such."""
    if sum([len(row.text) < _NARROW for row in page]) >= FEW or "://" in text or "www." in text:
        return None
    sure = [_paragraph(row.text) for row in page]
    others = iter(facts([row for row, is_sure in zip(page, sure, strict=True) if not is_sure]))
    return [
        _only_prose(row.text) if is_sure else next(others) for row, is_sure in zip(page, sure, strict=True)
    ]


@cache
def _small_words() -> ahocorasick.Automaton:
    """Return what finds small words between spaces."""
    automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    for word in stop_words():
        automaton.add_word(f" {word} ")
    automaton.make_automaton()
    return automaton


def _paragraph(text: str) -> bool:
    """Tell whether a line is prose beyond doubt: of fewer words than it can have, enough are small.

    Its words are no more than its signs and spaces and one; in other scripts than Latin nothing is beyond doubt.
    """
    if len(text) < _WIDE or not text.endswith(_ENDS):
        return False
    seen = ends(text)
    between = len(seen.encode("ascii", "replace").translate(None, _ALNUM))
    return between * 2 < len(seen) and len(list(_small_words().iter(seen))) / (between + 1) >= PROSE


def _only_prose(text: str) -> Facts:
    """Return the facts of a paragraph of which only that it is one is ever asked."""
    return Facts(text, len(text), [], [], False, False, 3, ending(text), True, 0, False, 0, 0, 0, NOTHING)
