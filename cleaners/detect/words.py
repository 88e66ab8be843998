"""Lists of plain words that detectors look up."""

from functools import cache

from cleaners.detect.tables import lines_of


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of ``data/NAME.txt``, several to a line."""
    return frozenset(word for line in lines_of(name) for word in line.split())
