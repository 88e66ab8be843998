"""How a line starts and ends, and where its capitals stand."""

from functools import lru_cache

_ENDINGS = {
    **dict.fromkeys(".。．｡।", 1), **dict.fromkeys("!?！？؟", 2), **dict.fromkeys(":：", 3),
    **dict.fromkeys(",;、，；", 4), "…": 5, **dict.fromkeys("\"'”’»」』", 6), **dict.fromkeys(")]）】", 7),
}  # fmt: skip
# ASCII capitals as "A", small letters as "a", all white space as spaces.
_CLASSES = bytes(
    65 if char.isupper() else 97 if char.islower() else 32 if char.isspace() else code
    for code, char in enumerate(map(chr, range(256)))
)


def ending(text: str) -> int:
    """Return a number for how the line ends.

    Letter, full stop, question, colon, comma, dots, quotation mark, bracket, digit.
    """
    last = _ENDINGS.get(text[-1], 0)
    if last and text.endswith(("...", "…", "[…]", "[...]")):
        return 5
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
    capitals, small = _initials(text[:200])
    if not capitals + small:
        return 0
    share = capitals / (capitals + small)
    return 1 if share == 0 else 2 if share < 0.3 else 3 if share < 0.65 else 4


def _initials(text: str) -> tuple[int, int]:
    """Return how many words start with a capital and with a small letter."""
    if text.isascii():
        classes = b" " + text.encode().translate(_CLASSES)
        return classes.count(b" A"), classes.count(b" a")
    first = "".join([word[0] for word in text.split()])
    if first.isascii():
        classes = first.encode().translate(_CLASSES)
        return classes.count(b"A"), classes.count(b"a")
    return sum(map(str.isupper, first)), sum(map(str.islower, first))
