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
# Every ASCII sign as a space, capitals as small letters: bytes are translated at the speed of memory.
_ASCII = "".join(char if char.isalnum() else " " for char in map(chr, range(128))).lower().encode()
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


def words(line: str, *, spaceless: bool) -> list[str]:
    """Return the words of a line in small letters; of spaceless scripts, what stands between signs."""
    if line.isascii():
        return line.encode().translate(_TABLE).decode().split()
    low = fold(line)
    if spaceless:
        return _GLUED.findall(low)
    for sign in _SIGNS:
        low = low.replace(sign, " ")
    return low.encode("utf-8", "surrogatepass").translate(_TABLE).decode("utf-8", "surrogatepass").split()
