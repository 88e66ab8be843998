"""The words of a text, split once for all who ask."""

from functools import lru_cache

from cleaners.fold import words_only


@lru_cache(maxsize=1)  # duplication and the count of words ask for those of one text, one after the other
def spaced(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` with the marks that stand beside them."""
    return tuple(text.split())


@lru_cache(maxsize=1)
def vocabulary(text: str) -> frozenset[str]:
    """Return the different words of ``text`` in small letters, parted by everything that is no letter, digit or _.

    Most of what detectors look for needs a word that most texts do not have: this asks for it at no cost.
    """
    return frozenset(words_only(text).split())
