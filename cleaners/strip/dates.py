"""Dates as pages write them, in a dozen languages, and what they are in ISO form when that is sure."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import NamedTuple

_NAMES = tomllib.loads(Path(__file__).with_name("months.toml").read_text(encoding="utf-8"))
MONTHS = {name: int(number) for number, names in _NAMES.items() for name in names.split()}

_YEAR = r"(?:19|20)\d\d"
_NUMERIC = re.compile(
    rf"(?<!\d)(?:(?P<iso>{_YEAR}[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9]))"
    rf"|(?P<dmy>\d{{1,2}}[-/.]\s?\d{{1,2}}[-/.]\s?(?:{_YEAR}|\d\d))"
    rf"|(?P<cjk>{_YEAR}\s?[年년]\s?\d{{1,2}}\s?[月월]\s?\d{{1,2}}\s?[日일]))(?!\d)"
)
_WORD = r"[^\W\d_]{3,12}"
_WRITTEN = re.compile(
    rf"(?<!\w)(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?,?\s?(?:de |of )?(?P<month>{_WORD})\.?,?\s?"
    rf"(?:de |del )?(?P<year>{_YEAR})?"
    rf"|(?P<month2>{_WORD})\.?\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,|\s|$)\s?(?P<year2>{_YEAR})?)(?!\w)"
)
_CLOCK = re.compile(r"(?<!\d)[012]?\d[:.h][0-5]\d(?!\d)")
_NUMBERS = re.compile(r"\d+")
_DIGIT = re.compile(r"\d")


class Dated(NamedTuple):
    """A date met at ``[start, end)``; ``iso`` is its ISO form, or None when day and month may be swapped."""

    start: int
    end: int
    iso: str | None


def _iso(year: int, month: int, day: int) -> str | None:
    """Return the ISO form, or None when there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _numeric(match: re.Match[str]) -> str | None:
    """Return the ISO form of digits; 3/4/2020 is two different days in two countries, so it has none."""
    numbers = [int(n) for n in _NUMBERS.findall(match[0])]
    if not match["dmy"]:
        return _iso(*numbers)
    first, second, year = numbers
    if year < 100:
        return None
    if first > 12:
        return _iso(year, second, first)
    if second > 12:
        return _iso(year, first, second)
    return _iso(year, second, first) if "." in match[0] or first == second else None


def _written(match: re.Match[str]) -> tuple[bool, str | None]:
    """Tell whether the words are a date at all, and its ISO form when the year is there."""
    month = MONTHS.get((match["month"] or match["month2"]).lower())
    day, year = int(match["day"] or match["day2"]), match["year"] or match["year2"]
    if month is None or not 1 <= day <= 31:
        return False, None
    return True, _iso(int(year), month, day) if year else None


def find_date(text: str) -> Dated | None:
    """Return the first date in ``text``, best a dated year; ``text`` is a line, not a page."""
    if match := _NUMERIC.search(text):
        return Dated(match.start(), match.end(), _numeric(match))
    first = None
    for match in _WRITTEN.finditer(text):
        known, iso = _written(match)
        if known and iso:
            return Dated(match.start(), match.end(), iso)
        if known and first is None:
            first = Dated(match.start(), match.end(), None)
    return first


def has_clock(text: str) -> bool:
    """Tell whether a time of day stands in ``text``."""
    return _CLOCK.search(text) is not None


def share(line: str, words: list[str]) -> int:
    """Return how much of a line is a date: none, less than half, more; and 3 more where a time of day stands.

    ``words`` are its folded words: a date in ASCII without one that names a month has a sign between its digits.
    """
    if not _DIGIT.search(line):
        return 0
    signs = "." in line or "/" in line or "-" in line or not line.isascii()
    dated = find_date(line) if signs or not MONTHS.keys().isdisjoint(words) else None
    part = 0 if dated is None else 2 if (dated.end - dated.start) * 2 > len(line) else 1
    return part + 3 * ((signs or ":" in line or "h" in line) and has_clock(line))
