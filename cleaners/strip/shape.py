"""How a line starts and ends, and where its capitals stand."""

from functools import lru_cache

_ENDINGS = {
    **dict.fromkeys(".。．｡।", 1), **dict.fromkeys("!?！？؟", 2), **dict.fromkeys(":：", 3),
    **dict.fromkeys(",;、，；", 4), "…": 5, **dict.fromkeys("\"'”’»」』", 6), **dict.fromkeys(")]）】", 7),
}  # fmt: skip


def ending(text: str) -> int:
    """Return a number for how the line ends.

    Letter, full stop, question, colon, comma, dots, quotation mark, bracket, digit.
    """
    if text.endswith(("...", "…", "[…]", "[...]")):
        return 5
    last = _ENDINGS.get(text[-1], 0)
    if last in (6, 7) and len(text) > 1 and text[-2] in ".!?。！？…,":
        return 1
    return 8 if last == 0 and text[-1].isdigit() else last


@lru_cache(maxsize=1024)
def start(first: str) -> int:
    """Return a number for a line's first character: other letter, capital, small, digit, quote, bullet, sign."""
    if first.isalpha():
        return 1 if first.isupper() else 2 if first.islower() else 0
    if first.isdigit():
        return 3
    return 4 if first in "\"'“‘«„「『" else 5 if first in "•*-–—·►▪●○" else 6


def case(text: str) -> int:
    """Return a number for capitals: no case, all small, sentence, some, title, all capitals."""
    if text.isupper():
        return 5
    first = [word[0] for word in text[:400].split() if len(word) > 3]
    if not first:
        return 0
    share = sum(map(str.isupper, first)) / len(first)
    return 1 if share == 0 else 2 if share < 0.3 else 3 if share < 0.75 else 4
