"""The words of a line, and the small ones among them that make prose."""

import re
import tomllib
from functools import cache
from pathlib import Path

WORD = re.compile(r"\w+")
# ASCII with every sign as a space: splitting at spaces is twice as fast as searching for words.
_SPACED = "".join(char if char.isalnum() or char == "_" else " " for char in map(chr, range(128)))


@cache
def stop_words() -> frozenset[str]:
    """Return the small words of all languages in ``stopwords.toml``."""
    table = tomllib.loads(Path(__file__).with_name("stopwords.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in table.values() for word in words.split())


def words(low: str) -> list[str]:
    """Return the words of a folded line."""
    return low.translate(_SPACED).split() if low.isascii() else WORD.findall(low)
