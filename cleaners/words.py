"""The words of a text as its spaces part them, split once for all who ask."""

from functools import lru_cache


@lru_cache(maxsize=1)  # duplication and the count of words ask for those of one text, one after the other
def spaced(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` with the marks that stand beside them."""
    return tuple(text.split())
