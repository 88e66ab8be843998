"""What a line looks like, as small numbers that do not depend on its language."""

import re
import tomllib
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cleaners.fold import fold
from cleaners.strip import cues
from cleaners.strip.cues import KINDS, Met
from cleaners.strip.lines import Row
from cleaners.strip.shape import case, ending, start
from cleaners.strip.signs import NAMES as SIGNS
from cleaners.strip.signs import none, signs

_WORD = re.compile(r"\w+")
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
SHAPE = ("size", "stop", "ending", "start", "case", *SIGNS, "gap_before", "gap_after", "person")
#: All features of a line by itself, in the order of ``Facts.bins``.
NAMES = (*SHAPE, *(f"cue.{kind}" for kind in KINDS))


@cache
def stop_words() -> frozenset[str]:
    """Return the small words of all languages in ``stopwords.toml``."""
    table = tomllib.loads(Path(__file__).with_name("stopwords.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in table.values() for word in words.split())


class Facts(NamedTuple):
    """What is known of one line: its ``width`` (wide characters count double), its words, and its features.

    ``prose`` tells whether it reads as a paragraph; ``dated`` whether a date stands in it, or a counter in place of
    one; ``met`` is where its words speak of which kinds of furniture, ``shape`` the numbers of ``SHAPE``.
    """

    width: int
    words: list[str]
    prose: bool
    dated: bool
    met: Met
    shape: tuple[int, ...]

    @property
    def whole(self) -> int:
        """Kinds (bits) whose words cover more than half of the line."""
        return self.met.whole

    @property
    def start(self) -> int:
        """Kinds (bits) whose words stand at the start of the line."""
        return self.met.start

    @property
    def cues(self) -> int:
        """Kinds (bits) whose words stand at either end of the line, or cover most of it."""
        return self.met.start | self.met.end | self.met.whole

    @property
    def ending(self) -> int:
        """How the line ends (see ``shape.ending``)."""
        return self.shape[2] // 3

    @property
    def person(self) -> bool:
        """Tell whether the line speaks of its author or to its reader."""
        return self.shape[-1] > 0

    @property
    def bins(self) -> tuple[int, ...]:
        """The numbers of ``NAMES``."""
        return (*self.shape, *cues.bins(self.met, long=self.width > LONG))


def _stop_share(words: list[str], wide: int, text: str) -> int:
    """Return the share of small words, or of function characters times two where words are not spaced, in steps."""
    if wide * 2 > len(text):
        share = 2 * sum(map(_SMALL_WIDE.__contains__, text[:200])) / min(len(text), 200)
    else:
        share = sum(map(stop_words().__contains__, words)) / (len(words) or 1)
    return bisect_right(_SHARES, share)


def _facts(text: str, low: str, width: int, wide: int, met: Met, gaps: tuple[int, int]) -> Facts:
    """Return the facts of one line; ``low`` is its folded text, ``wide`` the number of its wide characters."""
    long = width > LONG
    scale = 0 if width < 40 else 1 if not long else 2
    # Most lines of a menu are letters and spaces alone, and need not be searched for signs.
    plain = low.replace(" ", "").isalpha()
    words = low.split() if plain else _WORD.findall(low)
    found = none(long=long) if plain else signs(text, low, long=long)
    share = _stop_share(words, wide, text)
    end = 0 if plain else ending(text)
    shape = (
        bisect_right(_SIZES, width), share * 3 + scale, end * 3 + scale, start(text[0]), case(text) * 3 + scale,
        *found, *gaps, 0 if _PERSONS.isdisjoint(words[:40]) else 1 + scale,
    )  # fmt: skip
    prose = width + wide >= 80 and share >= 3 and end in (1, 2, 5, 6)
    dated = found[1] % 3 > 0 or (width < 40 and met.whole & _COUNTER > 0)
    return Facts(width, words, prose, dated, met, shape)


def facts(text: str, page: list[Row]) -> list[Facts]:
    """Return the facts of every row of the page."""
    folded = fold(text)
    finders = cues.automata(folded)
    wide = len(finders) > 1 and _WIDE.search(folded) is not None
    gaps = [min(row.gap, 4) for row in page] + [0]
    found = []
    for k, row in enumerate(page):
        size = len(row.text)
        begin = row.start if size == row.end - row.start else text.index(row.text[0], row.start)
        met = cues.met(folded, begin, begin + size, finders)
        part, low = _ends(row.text), _ends(folded[begin : begin + size])
        many = len(_WIDE.findall(part)) if wide else 0
        found.append(_facts(part, low, size + many, many, met, (gaps[k], gaps[k + 1])))
    return found


def _ends(text: str) -> str:
    """Return a line, or only its two ends when it is a whole book: these tell what it is as well."""
    return text if len(text) <= _BOOK else text[: _BOOK // 2] + text[-_BOOK // 2 :]
