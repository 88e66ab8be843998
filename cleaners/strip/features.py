"""What a line looks like, as small numbers that do not depend on its language."""

import re
import tomllib
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cleaners.fold import fold
from cleaners.strip.cues import KINDS, cues
from cleaners.strip.dates import find_date, has_clock
from cleaners.strip.lines import Row

_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# Function characters of Chinese and kana: about a fifth of prose, hardly any of a menu.
_SMALL_WIDE = frozenset(
    "的了在是和不有这這中也就都而及与與着著或个個没我们們你他她它被把对對从從于於"
    "为為以会會能但并之所其のはがをにでともたるいれすまりく은는이가을를에의로다고"
)
_ENDINGS = {
    **dict.fromkeys(".。．｡।", 1), **dict.fromkeys("!?！？؟", 2), **dict.fromkeys(":：", 3),
    **dict.fromkeys(",;、，；", 4), "…": 5, **dict.fromkeys("\"'”’»」』", 6), **dict.fromkeys(")]）】", 7),
}  # fmt: skip
_SEPARATORS = re.compile(r"[|»›·•>→←▸►/│]| [-–—] ")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w|(?<!\w)@\w|\w\.com\b|(?<!\w)#\w")
_SENTENCES = re.compile(r"[.!?。！？][\s\"”’»」』)]|[。！？]")
_SIZES = (4, 10, 18, 26, 36, 48, 62, 80, 105, 140, 200, 300, 450)
_SHARES = (0.001, 0.08, 0.16, 0.24, 0.32, 0.4, 0.5)
LONG = 105
_BOOK = 4000
_COUNTER = 1 << KINDS.index("counter")


@cache
def stop_words() -> frozenset[str]:
    """Return the small words of all languages in ``stopwords.toml``."""
    table = tomllib.loads(Path(__file__).with_name("stopwords.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in table.values() for word in words.split())


class Facts(NamedTuple):
    """What is known of one line: its ``width`` (wide characters count double), its words, and its features.

    ``whole``, ``start`` and ``cues`` are kinds of furniture as bits (see ``cues.KINDS``): whose words cover more
    than half of the line, stand at its start, or at either end of it.
    """

    width: int
    words: list[str]
    prose: bool
    whole: int
    start: int
    cues: int
    dated: bool
    bins: tuple[int, ...]


#: Features of a line by itself, in the order of ``Facts.bins``.
NAMES = (
    "size", "stop", "ending", "start", "case", "digits", "date", "separators", "address",
    "clauses", "sentences", "copyright", "quotes", "gap_before", "gap_after", "person",
    *(f"cue.{kind}" for kind in KINDS),
)  # fmt: skip
_FIRST = frozenset(
    (
        "i",
        "me",
        "my",
        "we",
        "our",
        "us",
        "you",
        "your",
        "ich",
        "wir",
        "sie",
        "uns",
        "je",
        "nous",
        "vous",
        "yo",
        "nosotros",
        "io",
        "noi",
        "eu",
        "nós",
        "я",
        "мы",
        "вы",
        "вас",
        "ваш",
        "your",
        "yours",
    )
)


def _ending(text: str) -> int:
    """Return a number for how the line ends: letter, full stop, question, colon, comma, dots, quote, bracket."""
    if text.endswith(("...", "…", "[…]", "[...]")):
        return 5
    last = _ENDINGS.get(text[-1], 0)
    if last in (6, 7) and len(text) > 1 and text[-2] in ".!?。！？…,":
        return 1
    return 8 if last == 0 and text[-1].isdigit() else last


def _start(text: str) -> int:
    """Return a number for how the line starts: other letter, capital, small letter, digit, quote, bullet, sign."""
    first = text[0]
    if first.isalpha():
        return 1 if first.isupper() else 2 if first.islower() else 0
    if first.isdigit():
        return 3
    return 4 if first in "\"'“‘«„「『" else 5 if first in "•*-–—·►▪●○" else 6


def _case(text: str) -> int:
    """Return a number for capitals: no case, all small, sentence, some, title, all capitals."""
    if text.isupper():
        return 5
    long = [word for word in text[:400].split() if len(word) > 3]
    if not long:
        return 0
    share = sum([word[0].isupper() for word in long]) / len(long)
    return 1 if share == 0 else 2 if share < 0.3 else 3 if share < 0.75 else 4


def _stop_share(words: list[str], wide: int, text: str) -> float:
    """Return the share of small words, or of function characters times two where words are not spaced."""
    if wide * 2 > len(text):
        return 2 * sum(map(_SMALL_WIDE.__contains__, text[:200])) / min(len(text), 200)
    return sum(map(stop_words().__contains__, words)) / (len(words) or 1)


def _cue_bins(bits: tuple[int, int, int, int], long: bool) -> list[int]:  # noqa: FBT001  a fact of the line, not a switch
    """Return for each kind where it is met: 1 and 2 inside, 3 and 4 at the start, 5 and 6 at the end, 7 most of it.

    The first number of each pair is for long lines.
    """
    inside, start, end, whole = bits
    found = [0] * len(KINDS)
    while inside:
        bit = inside & -inside
        inside ^= bit
        place = 7 if whole & bit else 3 if start & bit else 5 if end & bit else 1
        found[bit.bit_length() - 1] = place if long or place == 7 else place + 1
    return found


def _cue_bits(folded: str, begin: int, size: int) -> tuple[int, int, int, int]:
    """Return kinds as bits: met anywhere, at the start, at the end, and covering more than half of the line.

    Of a long line only the first and last 50 characters are read: deeper in it the words are an author's.
    """
    stop = begin + size
    inside = start = last = whole = 0
    parts = ((begin, stop),) if size < LONG else ((begin, begin + 50), (stop - 50, stop))
    for part in parts:
        for at, end, kinds in cues(folded, *part):
            inside |= kinds
            if at - begin < 3:
                start |= kinds
            if stop - end < 3:
                last |= kinds
            if (end - at) * 2 > size:
                whole |= kinds
    return inside, start, last, whole


def _address(text: str) -> int:
    """Return how many addresses, handles and hashtags stand in the line, at most 2; the cheap test comes first."""
    if "@" in text or "#" in text or "www." in text or "://" in text or ".com" in text:
        return min(len(_ADDRESS.findall(text[:400])), 2)
    return 0


def _dates(text: str, long: bool) -> tuple[bool, int]:  # noqa: FBT001  a fact of the line, not a switch
    """Tell whether a short line holds a date, and how much of it is one: 0 to 2, and 3 more with a clock time."""
    if long or not _DIGIT.search(text):
        return False, 0
    dated = find_date(text)
    share = 0 if dated is None else 2 if (dated.end - dated.start) * 2 > len(text) else 1
    return dated is not None, share + 3 * has_clock(text)


def _facts(
    text: str, low: str, row: Row, gap_after: int, wide: int, bits: tuple[int, int, int, int]
) -> Facts:
    """Return the facts of one line; ``low`` is its folded text, ``wide`` the number of its wide characters."""
    words = _WORD.findall(low)
    width = len(row.text) + wide
    long = width > LONG
    share = bisect_right(_SHARES, _stop_share(words, wide, text))
    ending = _ending(text)
    dated, date = _dates(text, long)
    digits = len(_DIGIT.findall(text[:120])) / min(len(text), 120)
    scale = 0 if width < 40 else 1 if not long else 2
    clauses = text.count(",") + text.count(";") + text.count("，") + text.count("、")
    quoted = "“" in text or "«" in text or '"' in text
    bins = (
        bisect_right(_SIZES, width), share * 3 + scale, ending * 3 + scale, _start(text), _case(text) * 3 + scale,
        bisect_right((0.001, 0.05, 0.15, 0.4), digits), date, min(len(_SEPARATORS.findall(text[:400])), 3),
        _address(text) * 2 + long, min(clauses, 4), min(len(_SENTENCES.findall(text + " ")), 4),
        1 if "©" in text or "(c)" in low[:20] else 0, 1 + quoted if long else 0, min(row.gap, 4), min(gap_after, 4),
        0 if _FIRST.isdisjoint(words[:40]) else 1 + scale, *_cue_bins(bits, long),
    )  # fmt: skip
    prose = width + wide >= 80 and share >= 3 and ending in (1, 2, 5, 6)
    dated = dated or (width < 40 and bits[3] & _COUNTER > 0)
    return Facts(width, words, prose, bits[3], bits[1], bits[1] | bits[2] | bits[3], dated, bins)


def facts(text: str, page: list[Row]) -> list[Facts]:
    """Return the facts of every row of the page."""
    folded = fold(text)
    wide = _WIDE.search(text) is not None
    found = []
    for k, row in enumerate(page):
        begin = text.index(row.text[0], row.start)
        size = len(row.text)
        gap = page[k + 1].gap if k + 1 < len(page) else 0
        bits = _cue_bits(folded, begin, size)
        part, low = _ends(row.text), _ends(folded[begin : begin + size])
        many = len(_WIDE.findall(part)) if wide else 0
        found.append(_facts(part, low, row, gap, many, bits))
    return found


def _ends(text: str) -> str:
    """Return a line, or only its two ends when it is a whole book: these tell what it is as well."""
    return text if len(text) <= _BOOK else text[: _BOOK // 2] + text[-_BOOK // 2 :]
