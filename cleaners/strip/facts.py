"""What is known of each line at one look: how wide it is, whether it is prose, what furniture it speaks of."""

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from cleaners.strip import cues, dates
from cleaners.strip.cues import KINDS, NOTHING, Met
from cleaners.strip.lines import Row
from cleaners.strip.shape import ending
from cleaners.strip.words import stop_words, words
from cleaners.strip.words import wide as wide_of

# Words by which somebody speaks of himself or to the reader.
_PERSONS = frozenset((
    "i", "me", "my", "we", "our", "us", "you", "your", "yours", "ich", "wir", "sie", "uns", "je", "nous", "vous",
    "yo", "nosotros", "io", "noi", "eu", "nós", "я", "мы", "вы", "вас", "ваш",
))  # fmt: skip
#: A line wider than this is long: no label, and no part of a menu.
LONG = 105
# Function characters of Chinese and kana: about a fifth of prose, hardly any of a menu.
_SMALL_WIDE = frozenset(
    "的了在是和不有这這中也就都而及与與着著或个個没我们們你他她它被把對对从從于於"
    "为為以会會能但并之所其のはがをにでともたるいれすまりく은는이가을를에의로다고"
)
_SHARES = (0.001, 0.08, 0.16, 0.24, 0.32, 0.4, 0.5)
# Of a paragraph so many characters are read at its start and at its end.
_HEAD, _TAIL = 240, 80
_COUNTER = 1 << KINDS.index("counter")


class Facts(NamedTuple):
    """What is known of one line: its ``width`` (wide characters count double) and its folded ``words``;
    ``person`` tells whether it speaks of its author or to its reader.

    ``small`` is the share of small words, in eighths of what prose has (see ``_SHARES``), ``ending`` how the line
    ends (see ``shape.ending``), ``prose`` whether it reads as a paragraph. ``date`` tells how much of a short line is
    a date (see ``dates.share``), ``dated`` whether there is one, or a counter in place of one. ``whole``, ``start``
    and ``cues`` are kinds of furniture as bits (see ``cues.KINDS``): whose words cover more than half of the line,
    stand at its start, or at either end of it.
    """

    width: int
    words: list[str]
    person: bool
    small: int
    ending: int
    prose: bool
    date: int
    dated: bool
    whole: int
    start: int
    cues: int
    met: Met


def _small(spoken: list[str], wide: int, text: str) -> int:
    """Return the share of small words, or of function characters times two where words are not spaced, in steps."""
    if wide * 2 > len(text):
        share = 2 * sum(map(_SMALL_WIDE.__contains__, text[:200])) / min(len(text), 200)
    else:
        share = sum(map(stop_words().__contains__, spoken)) / (len(spoken) or 1)
    return bisect_right(_SHARES, share)


def fact(text: str) -> Facts:
    """Return the facts of one line."""
    seen = ends(text)
    wide = wide_of(seen)
    spoken = words(seen, spaceless=wide > 0)
    more = wide * len(text) // len(seen)
    width = len(text) + more
    small, end = _small(spoken, wide, seen), ending(text)
    prose = width + more >= (60 if more else 80) and small >= 3 and end in (1, 2, 5, 6)
    date = 0 if width > LONG else dates.share(text, spoken)
    person = not _PERSONS.isdisjoint(spoken)
    met = cues.met(seen, spoken, spaceless=wide > 0)
    if met is NOTHING:
        return Facts(width, spoken, person, small, end, prose, date, date % 3 > 0, 0, 0, 0, met)
    dated = date % 3 > 0 or (width < 40 and met.whole & _COUNTER > 0)
    told = met.start | met.end | met.whole
    return Facts(width, spoken, person, small, end, prose, date, dated, met.whole, met.start, told, met)


@lru_cache(maxsize=4096)
def label(text: str) -> Facts:
    """Return the facts of a short line: a menu is the same on every page of a site, and "Share" is on most sites."""
    return fact(text)


def facts(page: list[Row]) -> list[Facts]:
    """Return the facts of every row of the page."""
    return [label(row.text) if len(row.text) <= LONG else fact(row.text) for row in page]


def ends(text: str) -> str:
    """Return a line, or the two ends of a paragraph: these tell what it is as well as all of it."""
    return text if len(text) <= _HEAD + _TAIL else f"{text[:_HEAD]} {text[-_TAIL:]}"
