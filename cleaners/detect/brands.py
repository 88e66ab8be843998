"""Well-known names of two humps written as two words: Space X, Chat GPT."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from cleaners.detect.known_names import HUMP
from cleaners.detect.spellings import misspelled, uses
from cleaners.detect.tables import lines_of
from cleaners.types import Document, Finding
from cleaners.words import vocabulary

if TYPE_CHECKING:
    from cleaners.resources import Resources

# "We Work" and "Black Rock" are ordinary words in a headline.
_ORDINARY = {"WeWork", "WeChat", "BlackRock", "BlackBerry"}


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield the two words that should be one; weak, people write them so too."""
    text = document.text
    words = vocabulary(text)
    for first, second, pair, right in _pairs():
        if first in words and second in words:
            for span in uses(text, pair):
                yield misspelled(text, span, "names.known-spacing", right, 0.75)


@cache
def _pairs() -> tuple[tuple[str, str, str, str], ...]:
    """Return the halves in small letters, the two words and the right name."""
    pairs = [(HUMP.split(name), name) for name in lines_of("names") if HUMP.search(name)]
    return tuple(
        (first.lower(), second.lower(), f"{first} {second}", name)
        for (first, second), name in pairs
        if name not in _ORDINARY
    )
