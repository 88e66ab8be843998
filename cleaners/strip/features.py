"""What a line looks like, as small numbers that do not depend on its language."""

import re
from bisect import bisect_right
from typing import NamedTuple

from cleaners.fold import fold
from cleaners.strip import cues
from cleaners.strip.cues import KINDS, NOTHING, Met
from cleaners.strip.lines import Row
from cleaners.strip.shape import case, ending, start
from cleaners.strip.signs import NAMES as SIGNS
from cleaners.strip.signs import none, signs
from cleaners.strip.words import stop_words, words

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# Function characters of Chinese and kana: about a fifth of prose, hardly any of a menu.
_SMALL_WIDE = frozenset(
    "的了在是和不有这這中也就都而及与與着著或个個没我们們你他她它被把对對从從于於"
    "为為以会會能但并之所其のはがをにでともたるいれすまりく은는이가을를에의로다고"
)
_SIZES = (4, 10, 18, 26, 36, 48, 62, 80, 105, 140, 200, 300, 450)
_SHARES = (0.001, 0.08, 0.16, 0.24, 0.32, 0.4, 0.5)
LONG = 105
_BOOK = 4000
_COUNTER = 1 << KINDS.index("counter")
# Words by which somebody speaks of himself or to the reader.
_PERSONS = frozenset((
    "i", "me", "my", "we", "our", "us", "you", "your", "yours", "ich", "wir", "sie", "uns", "je", "nous", "vous",
    "yo", "nosotros", "io", "noi", "eu", "nós", "я", "мы", "вы", "вас", "ваш",
))  # fmt: skip
#: Features of a line by its look, in the order of ``Facts.shape``.
SHAPE = ("size", "stop", "ending", "start", "case", "person", *SIGNS, "gap_before", "gap_after")
_STOP, _ENDING, _CASE, _PERSON, _DATE = map(SHAPE.index, ("stop", "ending", "case", "person", "date"))
#: All features of a line by itself, in the order of ``Facts.bins``.
NAMES = (*SHAPE, *(f"cue.{kind}" for kind in KINDS))


class Facts(NamedTuple):
    """What is known of one line: its ``width`` (wide characters count double), its words, and its features.

    ``prose`` tells whether it reads as a paragraph; ``dated`` whether a date stands in it, or a counter in place of
    one. ``whole``, ``start`` and ``cues`` are kinds of furniture as bits (see ``cues.KINDS``): whose words cover more
    than half of the line, stand at its start, or at either end of it. ``shape`` are the numbers of ``SHAPE``.
    """

    width: int
    words: list[str]
    prose: bool
    dated: bool
    whole: int
    start: int
    cues: int
    met: Met
    shape: tuple[int, ...]

    @property
    def ending(self) -> int:
        """How the line ends (see ``shape.ending``)."""
        return self.shape[_ENDING] // 3

    @property
    def small(self) -> int:
        """Share of small words, in eighths of what prose has (see ``_SHARES``)."""
        return self.shape[_STOP] // 3

    @property
    def case(self) -> int:
        """Where its capitals stand (see ``shape.case``)."""
        return self.shape[_CASE] // 3

    @property
    def person(self) -> bool:
        """Tell whether the line speaks of its author or to its reader."""
        return self.shape[_PERSON] > 0

    @property
    def bins(self) -> tuple[int, ...]:
        """The numbers of ``NAMES``."""
        return (*self.shape, *cues.bins(self.met, long=self.width > LONG))


def _stop_share(spoken: list[str], wide: int, text: str) -> int:
    """Return the share of small words, or of function characters times two where words are not spaced, in steps."""
    if wide * 2 > len(text):
        share = 2 * sum(map(_SMALL_WIDE.__contains__, text[:200])) / min(len(text), 200)
    else:
        share = sum(map(stop_words().__contains__, spoken)) / (len(spoken) or 1)
    return bisect_right(_SHARES, share)


def _shape(text: str, low: str, found: list[str], width: int, wide: int) -> tuple[int, ...]:
    """Return the numbers of ``SHAPE`` but the gaps, for a line of the words ``found``.

    Most lines of a menu are letters and spaces alone, and need not be searched for signs.
    """
    plain = low.replace(" ", "").isalpha()
    long = width > LONG
    scale = 0 if width < 40 else 1 if not long else 2
    return (
        bisect_right(_SIZES, width),
        _stop_share(found, wide, text) * 3 + scale,
        scale if plain else ending(text) * 3 + scale,
        start(text[0]),
        case(text) * 3 + scale,
        0 if _PERSONS.isdisjoint(found[:40]) else 1 + scale,
        *(none(long=long) if plain else signs(text, low, long=long)),
    )


def _facts(spoken: list[str], width: int, wide: int, met: Met, shape: tuple[int, ...]) -> Facts:
    """Return the facts of one line; ``wide`` is the number of its wide characters."""
    prose = width + wide >= 80 and shape[_STOP] >= 9 and shape[_ENDING] // 3 in (1, 2, 5, 6)
    dated = shape[_DATE] % 3 > 0
    if met is NOTHING:
        return Facts(width, spoken, prose, dated, 0, 0, 0, met, shape)
    dated = dated or (width < 40 and met.whole & _COUNTER > 0)
    return Facts(
        width, spoken, prose, dated, met.whole, met.start, met.start | met.end | met.whole, met, shape
    )


def facts(text: str, page: list[Row]) -> list[Facts]:
    """Return the facts of every row of the page."""
    folded = fold(text)
    gaps = [min(row.gap, 4) for row in page] + [0]
    found = []
    for row, gap, gap_after in zip(page, gaps, gaps[1:], strict=False):
        size = len(row.text)
        begin = row.start if size == row.end - row.start else text.index(row.text[0], row.start)
        line, low = row.text, folded[begin : begin + size]
        if size > _BOOK:
            line, low = _ends(line), _ends(low)
        spoken = words(low)
        latin = not cues.beyond_latin(low)
        many = 0 if latin else len(_WIDE.findall(line))
        shape = _shape(line, low, spoken, size + many, many)
        met = cues.met(low, spoken, latin=latin)
        found.append(_facts(spoken, size + many, many, met, (*shape, gap, gap_after)))
    return found


def _ends(text: str) -> str:
    """Return the two ends of a line that is a whole book: these tell what it is as well as all of it."""
    return text[: _BOOK // 2] + text[-_BOOK // 2 :]
