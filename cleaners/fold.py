"""Text folded for comparison without moving a single position."""

import re
from functools import lru_cache

# Curly quotes, low quotes, odd hyphens and no-break spaces, each with its plain key: one for one.
_PLAIN = (("‘’‚‛ʼ", "'"), ("“”„‟", '"'), ("‐‑", "-"), ("\u00a0\u202f", " "))
_PAIRS = tuple((odd, key) for odds, key in _PLAIN for odd in odds)


_MARKS = "\t\n\r!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~\x00\x02\x03"
_OTHER = re.compile(r"[^\w ]")


def plain(text: str) -> str:
    """Return ``text`` with curly quotes, odd hyphens and no-break spaces as plain keys; same length."""
    if not text.isascii():
        # One replace a character runs at the speed of memory; str.translate looks every letter up.
        for odd, key in _PAIRS:
            text = text.replace(odd, key)
    return text


def fold(text: str) -> str:
    """Return ``plain(text)`` in lower case, same length: ``str.lower`` alone would lengthen a Turkish İ."""
    straight = plain(text)
    low = straight.lower()
    if len(low) == len(straight):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in straight)


@lru_cache(maxsize=1)  # the lexicons and the detectors ask one after another
def words_only(text: str) -> str:
    """Return ``fold(text)`` with everything but letters, digits and _ as spaces, same length."""
    low = fold(text)
    for mark in _MARKS:
        low = low.replace(mark, " ")
    return low if low.isascii() else _OTHER.sub(" ", low)
