"""What a line holds besides words: digits, dates, separators, addresses, commas, sentence ends, quotation marks."""

import re
from bisect import bisect_right

NAMES = ("digits", "separators", "address", "clauses", "sentences", "copyright", "quotes")
# What is left of ASCII without these is digits and signs that tell something, or digits alone.
_TELLING = frozenset('0123456789|>/,;.("-@#')
_MUTE = bytes(code for code in range(128) if chr(code) not in _TELLING)
_NO_DIGITS = bytes(code for code in range(128) if not 48 <= code < 58)
_SEPARATORS = re.compile(r"[»›·•→←▸►│]")
# A hyphen between spaces; where two stand side by side, one in two. It opens with the hyphen itself, which is found
# at the speed of memory.
_DASHES = re.compile(r"-(?<=\s-)\s(?:-\s)?")
_SHARES = (0.001, 0.05, 0.15, 0.4)
_NONE = {long: (0, 0, int(long), 0, 0, 0, int(long)) for long in (False, True)}


def none(*, long: bool) -> tuple[int, ...]:
    """Return the numbers of a line of letters and spaces alone."""
    return _NONE[long]


def signs(text: str, *, ended: bool, long: bool) -> tuple[int, ...]:
    """Return the numbers of ``NAMES`` for a line; ``ended`` tells whether it ends as a sentence does."""
    marks = text.encode("ascii", "ignore").translate(None, _MUTE)
    if not marks and text.isascii():
        return 0, 0, int(long), 0, int(ended), 0, int(long)
    digits = len(marks.translate(None, _NO_DIGITS))
    separators = marks.count(b"|") + marks.count(b">") + marks.count(b"/")
    clauses = marks.count(b",") + marks.count(b";")
    sentences = ended + text.count(". ")
    rights = int(b"(" in marks and "(c)" in text)
    quotes = long and b'"' in marks
    if not text.isascii():
        separators += len(_SEPARATORS.findall(text))
        clauses += text.count("，") + text.count("、")
        sentences += text.count("。")
        rights = rights or int("©" in text)
        quotes = quotes or (long and ("“" in text or "«" in text))
        text = text.replace("–", "-").replace("—", "-")
    if "-" in text:
        separators += len(_DASHES.findall(text))
    return (
        bisect_right(_SHARES, digits / len(text)) if digits else 0,
        separators if separators < 3 else 3,
        _addresses(text, marks) * 2 + long,
        clauses if clauses < 4 else 4,
        sentences if sentences < 4 else 4,
        rights,
        long + quotes,
    )


def _addresses(text: str, marks: bytes) -> int:
    """Return how many addresses, handles and hashtags stand in the line, at most 2."""
    count = marks.count(b"@") + marks.count(b"#")
    if b"." in marks:
        count += text.count("://") + text.count("www.") + text.count(".com")
    return min(count, 2)
