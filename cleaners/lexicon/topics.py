"""What a text is about: "landlord" is wrong in a forum (楼主, who opened the thread), right where flats are let."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from cleaners.words import vocabulary

NEEDED = 5
"""A text is on a topic when it holds so many different words of it."""


@cache
def words_of() -> dict[str, tuple[str, ...]]:
    """Return the words of each topic, in small letters, by its name in the lexicon's ``topics.toml``."""
    table = tomllib.loads((Path(__file__).parent / "topics.toml").read_text(encoding="utf-8"))
    return {name: tuple(words.split()) for name, words in table.items()}


def is_on(topics: Iterable[str], text: str) -> bool:
    """Tell whether ``text`` is on one of ``topics``: it holds NEEDED of its words, as they are or with an -s."""
    words = vocabulary(text)
    return any(sum(w in words or f"{w}s" in words for w in words_of()[topic]) >= NEEDED for topic in topics)
