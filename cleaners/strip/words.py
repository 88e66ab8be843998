"""The words of a line, and the small ones among them that make prose."""

import re
import tomllib
from functools import cache
from pathlib import Path

from cleaners.fold import fold

# Scripts that put no spaces between words (Han, kana) or glue endings to them (Hangul).
_WIDE = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_SPACELESS = re.compile(f"[{_WIDE}]")
_GLUED = re.compile(rf"[^\W{_WIDE}]+|[{_WIDE}]+")
# Every ASCII sign but the line feed as a space, capitals as small letters: bytes are translated at the speed of
# memory.
_ASCII = (
    "".join(char if char.isalnum() or char == "\n" else " " for char in map(chr, range(128))).lower().encode()
)
_TABLE = _ASCII + bytes(range(128, 256))
_SIGNS = "–—…«»·•©"


@cache
def stop_words() -> frozenset[str]:
    """Return the small words of all languages in ``stopwords.toml``."""
    table = tomllib.loads(Path(__file__).with_name("stopwords.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in table.values() for word in words.split())


def wide(line: str) -> int:
    """Return how many characters of a line are of spaceless scripts."""
    return 0 if line.isascii() else len(_SPACELESS.findall(line))


def letters(text: str) -> str:
    """Return ``text`` in small letters, with spaces for its signs; same length, same lines."""
    if not text.isascii():
        for sign in _SIGNS:
            text = text.replace(sign, " ")
        text = fold(text)
    if text.isascii():
        return text.encode().translate(_TABLE).decode()
    return text.encode("utf-8", "surrogatepass").translate(_TABLE).decode("utf-8", "surrogatepass")


def each_in_letters(lines: list[str]) -> list[str]:
    """Return ``letters`` of each line, looking for the signs of all of them at once.

    Beside a Turkish İ folding walks from letter to letter: then line by line.
    """
    page = "\n".join(lines)
    alone = len(lines) < 2 or "İ" in page
    return list(map(letters, lines)) if alone else letters(page).split("\n")


def glued(folded: str) -> list[str]:
    """Return the words of a folded line of spaceless script: what stands between its signs."""
    return _GLUED.findall(folded)
