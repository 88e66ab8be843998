"""What a line holds besides words: digits, dates, separators, addresses, commas, sentence ends, quotation marks."""

import re
from bisect import bisect_right

NAMES = ("digits", "separators", "address", "clauses", "sentences", "copyright", "quotes")
_DIGIT = re.compile(r"\d")
_ASCII_DIGIT = re.compile(r"[0-9]")
_SEPARATORS = re.compile(r"[|»›·•>→←▸►/│]")
_DASHES = re.compile(r" [-–—] ")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w|(?<!\w)@\w|\w\.com\b|(?<!\w)#\w")
_SENTENCES = re.compile(r"[.!?。！？](?:[\s\"”’»」』)]|\Z|(?<=[。！？]))")
_SHARES = (0.001, 0.05, 0.15, 0.4)
# Separators and addresses tell what a label is; deep in a paragraph they tell nothing.
_FRONT = 400
_NONE = {long: (0, 0, int(long), 0, 0, 0, int(long)) for long in (False, True)}


def none(*, long: bool) -> tuple[int, ...]:
    """Return the numbers of a line of letters and spaces alone."""
    return _NONE[long]


def signs(text: str, *, long: bool) -> tuple[int, ...]:
    """Return the numbers of ``NAMES`` for a line."""
    digits = len((_ASCII_DIGIT if text.isascii() else _DIGIT).findall(text, 0, 120))
    clauses = text.count(",") + text.count(";")
    rights = int("(c)" in text[:20] or "(C)" in text[:20])
    quotes = int(long)
    if not text.isascii():
        clauses += text.count("，") + text.count("、")
        rights = rights or int("©" in text)
        quotes += long and ("“" in text or "«" in text)
    return (
        bisect_right(_SHARES, digits / min(len(text), 120)) if digits else 0,
        _separators(text),
        _addresses(text) * 2 + long,
        min(clauses, 4),
        min(len(_SENTENCES.findall(text)), 4),
        rights,
        2 if quotes and '"' in text else quotes,
    )


def _separators(text: str) -> int:
    """Return how many signs between labels stand in the line, at most 3."""
    front = text[:_FRONT]
    count = sum(map(front.count, "|>/")) if text.isascii() else len(_SEPARATORS.findall(front))
    if "-" in front or "–" in front or "—" in front:
        count += len(_DASHES.findall(front))
    return min(count, 3)


def _addresses(text: str) -> int:
    """Return how many addresses, handles and hashtags stand in the line, at most 2; the cheap test comes first."""
    if "@" in text or "#" in text or "www." in text or "://" in text or ".com" in text:
        return min(len(_ADDRESS.findall(text, 0, _FRONT)), 2)
    return 0
