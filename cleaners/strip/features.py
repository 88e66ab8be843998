"""What a line looks like, as small numbers that do not depend on its language."""

import re
import tomllib
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from cleaners.fold import fold
from cleaners.strip.cues import KINDS, cues
from cleaners.strip.dates import find_date, has_clock
from cleaners.strip.lines import Row

_WORD = re.compile(r"\w+")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# Function characters of Chinese and kana: about a fifth of prose, hardly any of a menu.
_SMALL_WIDE = frozenset("的了在是和不有这這中也就都而及与與着著或个個没我们們你他她它被把对對从從于於为為以会會能但并之所其のはがをにでともたるいれすまりく은는이가을를에의로다고")
_ENDINGS = {
    **dict.fromkeys(".。．｡।", 1), **dict.fromkeys("!?！？؟", 2), **dict.fromkeys(":：", 3),
    **dict.fromkeys(",;、，；", 4), "…": 5, **dict.fromkeys("\"'”’»」』", 6), **dict.fromkeys(")]）】", 7),
}  # fmt: skip
_SEPARATORS = re.compile(r"[|»›·•>→←▸►/│]| [-–—] ")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w|(?<!\w)@\w|\w\.com\b|(?<!\w)#\w")
_CLAUSES = re.compile(r"[,;，、；]")
_SENTENCES = re.compile(r"[.!?。！？][\s\"”’»」』)]|[。！？]")
_SIZES = (4, 10, 18, 26, 36, 48, 62, 80, 105, 140, 200, 300, 450)
_SHARES = (0.001, 0.08, 0.16, 0.24, 0.32, 0.4, 0.5)
LONG = 105
_COUNTER = 1 << KINDS.index("counter")


@cache
def stop_words() -> frozenset[str]:
    """Return the small words of all languages in ``stopwords.toml``."""
    table = tomllib.loads(Path(__file__).with_name("stopwords.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in table.values() for word in words.split())


class Facts(NamedTuple):
    """What is known of one line: its ``width`` (wide characters count double), its words, and its features."""

    width: int
    words: list[str]
    prose: bool
    header: int
    bits: int
    dated: bool
    bins: tuple[int, ...]


#: Features of a line by itself, in the order of ``Facts.bins``.
NAMES = (
    "size", "stop", "ending", "start", "case", "digits", "date", "separators", "address",
    "clauses", "sentences", "copyright", "quotes", "gap_before", "gap_after", "person",
    *(f"cue.{kind}" for kind in KINDS),
)  # fmt: skip
_FIRST = frozenset("i me my we our us you your ich wir sie uns je nous vous yo nosotros io noi eu nós я мы вы вас ваш your yours".split())


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


def _case(text: str, words: list[str], plain: list[str]) -> int:
    """Return a number for capitals: no case, all small, sentence, some, title, all capitals."""
    if text.isupper():
        return 5
    long = [raw for raw, word in zip(plain, words, strict=True) if len(word) > 3]
    if not long:
        return 0
    share = sum(raw[0].isupper() for raw in long) / len(long)
    return 1 if share == 0 else 2 if share < 0.3 else 3 if share < 0.75 else 4


def _stop_share(words: list[str], wide: int, text: str) -> float:
    """Return the share of small words, or of function characters times two where words are not spaced."""
    if wide * 2 > len(text):
        return 2 * sum(char in _SMALL_WIDE for char in text[:200]) / min(len(text), 200)
    stop = stop_words()
    return sum(word in stop for word in words) / (len(words) or 1)


def _cue_bins(bits: tuple[int, int, int, int], long: bool) -> list[int]:
    """Return for each kind where it is met: 1 and 2 inside, 3 and 4 at the start, 5 and 6 at the end, 7 most of it.

    The first number of each pair is for long lines.
    """
    inside, start, end, whole = bits
    found = [0] * len(KINDS)
    if not inside:
        return found
    for k in range(len(KINDS)):
        bit = 1 << k
        if whole & bit:
            found[k] = 7
        elif start & bit:
            found[k] = 3 if long else 4
        elif end & bit:
            found[k] = 5 if long else 6
        elif inside & bit:
            found[k] = 1 if long else 2
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


def _facts(row: Row, folded: str, left: int, gap_after: int) -> Facts:
    """Return the facts of one line of the page ``folded``; ``left`` white characters precede its text."""
    text = row.text
    begin = row.start + left
    low = folded[begin : begin + len(text)]
    words = _WORD.findall(low)
    plain = _WORD.findall(text[:400])
    wide = len(_WIDE.findall(text)) if not text.isascii() else 0
    width = len(text) + wide
    long = width > LONG
    share = bisect_right(_SHARES, _stop_share(words, wide, text))
    ending = _ending(text)
    bits = _cue_bits(folded, begin, len(text))
    digits = sum(map(str.isdigit, text[:120])) / min(len(text), 120)
    dated = find_date(text) if not long and digits else None
    date = 0 if dated is None else 2 if (dated.end - dated.start) * 2 > len(text) else 1
    sentences = len(_SENTENCES.findall(text + " "))
    size = bisect_right(_SIZES, width)
    scale = 0 if width < 40 else 1 if not long else 2
    bins = (
        size, share * 3 + scale, ending * 3 + scale, _start(text), _case(text, words[: len(plain)], plain) * 3 + scale,
        bisect_right((0.001, 0.05, 0.15, 0.4), digits), date + 3 * (not long and has_clock(text)),
        min(len(_SEPARATORS.findall(text[:400])), 3), min(len(_ADDRESS.findall(text[:400])), 2) * 2 + long,
        min(len(_CLAUSES.findall(text)), 4), min(sentences, 4), 1 if "©" in text or "(c)" in low[:20] else 0,
        1 + (text.count("“") + text.count("«") + text.count('"') > 0) if long else 0, min(row.gap, 4), min(gap_after, 4),
        (1 + scale) * any(word in _FIRST for word in words[:40]), *_cue_bins(bits, long),
    )  # fmt: skip
    prose = width >= 80 and share >= 3 and ending in (1, 2, 5, 6)
    header = 0 if width > 60 else (bits[1] | bits[3])
    return Facts(width, words, prose, header, bits[3], dated is not None or (width < 40 and bits[3] & _COUNTER > 0), bins)


def facts(text: str, page: list[Row]) -> list[Facts]:
    """Return the facts of every row of the page."""
    folded = fold(text)
    lefts = [0 if text.startswith(row.text[:1], row.start) else text.index(row.text[:1], row.start) - row.start for row in page]
    gaps = [after.gap for _, after in pairwise(page)] + [0]
    return [_facts(row, folded, left, gap) for row, left, gap in zip(page, lefts, gaps, strict=True)]
