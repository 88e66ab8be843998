"""Well-known names by any capitals or single slip a text may give them (``data/names.txt``)."""

import re
from functools import cache, lru_cache

from cleaners.detect.near import MIN_LENGTH, NearIndex, slip
from cleaners.detect.tables import lines_of

HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@cache
def by_fold() -> dict[str, str]:
    """Return the right spelling of each well-known name by its form in small letters."""
    return {name.lower(): name for name in lines_of("names")}


@cache
def alike() -> frozenset[str]:
    """Return the words, in small letters, that look like a slip and are none (``data/alike.txt``)."""
    return frozenset(word.lower() for word in lines_of("alike"))


@lru_cache(maxsize=4096)  # names in the news come back
def meant(low: str) -> str | None:
    """Return the well-known name of which ``low`` (in small letters) is one slip away, where there is just one.

    A changed letter makes another name out of a short one (Hilton, Hinton), a missing or moved one hardly does.
    """
    if len(low) < MIN_LENGTH or low in alike():
        return None
    near = _index().near(low)
    difference = slip(near[0], low) if len(near) == 1 else None
    if not difference:
        return None
    left, right, tail = difference
    changed = len(left) == len(right) == 1
    # Only a letter at the end: Googles, Teslas.
    return None if tail == 0 or (changed and len(low) < 9) else by_fold()[near[0]]


@lru_cache(maxsize=4096)
def odd(name: str) -> bool:
    """Tell whether ``name`` may be a well-known one with a slip: other capitals (Openai), or another letter.

    "Github" and "Youtube" are how half the world writes.
    """
    right = by_fold().get(name.lower())
    if right:
        return right[-1].isupper() and name[1:].islower()
    return not name.isupper() and meant(name.lower()) is not None


@cache
def _index() -> NearIndex:
    index = NearIndex(bucket=40)
    for low in by_fold():
        if len(low) >= MIN_LENGTH:
            index.add(low)
    return index
