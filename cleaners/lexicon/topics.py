"""What a text is about: "landlord" is wrong in a forum (楼主, who opened the thread), right where flats are let."""

import tomllib
from functools import cache, lru_cache
from math import log2
from pathlib import Path

from cleaners.words import count, vocabulary

NEEDED = 5
"""A text of up to USUAL words is on a topic when it holds so many different words of it."""

USUAL = 800

MORE = 2
"""So many more are needed at each doubling, since a long text holds some words of everything: native pages of 600
words are on 1.5 topics by the mean, and those of 4,000 are on 3 this way, on 12 without.
"""


@cache
def words_of() -> dict[str, tuple[str, ...]]:
    """Return the words of each topic, in small letters, by its name in the lexicon's ``topics.toml``."""
    table = tomllib.loads((Path(__file__).parent / "topics.toml").read_text(encoding="utf-8"))
    return {name: tuple(words.split()) for name, words in table.items()}


@lru_cache(maxsize=1)
def of(text: str) -> frozenset[str]:
    """Return the topics that ``text`` is on: it holds enough of their words, as they are or with an -s."""
    held = vocabulary(text)
    needed = NEEDED + MORE * max(0.0, log2((count(text) or 1) / USUAL))
    return frozenset(
        topic
        for topic, words in words_of().items()
        if sum(word in held or f"{word}s" in held for word in words) >= needed
    )
