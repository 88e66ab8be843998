"""How common a piece of text is in English: a guess that only ranks what to look for first."""

import re
import tomllib
from functools import cache
from pathlib import Path

RARE = 5.0
"""Occurrences in a million words of a word that is none of the common ones."""

SHORT = 1000.0
"""The same of a figure, or a word of one or two letters."""

_WORD = re.compile(r"\w+")


def of_text(text: str) -> float:
    """Return how often in a million words ``text`` may stand: its rarest word, and a tenth for each word beside it.

    A word that may go on beyond the text is found in other words too: the shorter, the more. Small letters; where
    the text opens or ends with no letter, the word there is whole.
    """
    words = _WORD.findall(text)
    if not words:
        return 1e6
    found = []
    for index, word in enumerate(words):
        cuts = (index == 0 and text[:1].isalnum()) + (index == len(words) - 1 and text[-1:].isalnum())
        found.append(of_word(word) + cuts * 10.0 ** (6 - len(word)))
    return min(found) * 0.1 ** (len(words) - 1)


def of_word(word: str) -> float:
    """Return how often in a million words ``word``, in small letters, stands at least."""
    # The table holds no "s" of "it's", no initials and no figures, common as they are.
    return _table().get(word, SHORT if len(word) < 3 or word.isdigit() else RARE)


@cache
def _table() -> dict[str, float]:
    table = tomllib.loads(Path(__file__).with_name("common.toml").read_text(encoding="utf-8"))
    return {word: float(times) for times, words in table.items() for word in words.split()}
