"""The words of a text: which, and how many."""

from functools import lru_cache

from cleaners.fold import words_only
from cleaners.unusual import unusual

_SPACE_OR_NOT = bytes(b" x"[not chr(code).isspace()] for code in range(128)) + b"x" * 128


@lru_cache(maxsize=1)
def vocabulary(text: str) -> frozenset[str]:
    """Return the different words of ``text`` in small letters, parted by everything that is no letter, digit or _.

    Most of what detectors look for needs a word that most texts do not have: this asks for it at no cost.
    """
    return frozenset(words_only(text).split())


def count(text: str) -> int:
    """Return how many words stand in ``text`` between spaces, like ``len(text.split())``."""
    if any(map(str.isspace, unusual(text))):
        return len(text.split())
    # A word begins where a space ends: bytes are translated and counted at the speed of memory, and none is kept.
    return (b" " + text.encode("utf-8", "surrogatepass").translate(_SPACE_OR_NOT)).count(b" x")
