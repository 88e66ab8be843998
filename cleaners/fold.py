"""Text folded for comparison without moving a single position."""

import re
from functools import lru_cache

# Curly quotes, low quotes, odd hyphens and no-break spaces, each with its plain key: one for one.
_PLAIN = (("‘’‚‛ʼ", "'"), ("“”„‟", '"'), ("‐‑", "-"), ("\u00a0\u202f", " "))
_PAIRS = tuple((odd, key) for odds, key in _PLAIN for odd in odds)

_LOSSLESS = "surrogatepass"
_ASCII = "".join(map(chr, range(128)))
_SMALL_WORDS = re.sub(r"\W", " ", _ASCII.lower()).encode() + bytes(range(128, 256))
"""What becomes of each byte of a text: no letter beyond ASCII has a byte of ASCII in it."""


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
    low = plain(text)
    if any(letter != letter.lower() for letter in _beyond_ascii(low)):
        low = fold(low)
    odd = _beyond_ascii(low)
    # Bytes are translated at the speed of memory, letters of Unicode made small one by one: so few texts need that.
    low = low.encode("utf-8", _LOSSLESS).translate(_SMALL_WORDS).decode("utf-8", _LOSSLESS)
    for letter in odd:
        if not letter.isalnum():
            low = low.replace(letter, " ")
    return low


def _beyond_ascii(text: str) -> set[str]:
    """Return the different characters of ``text`` that are not ASCII."""
    if text.isascii():
        return set()
    return set(text.encode("utf-8", _LOSSLESS).translate(None, _ASCII.encode()).decode("utf-8", _LOSSLESS))
