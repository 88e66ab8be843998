"""What is known of each line at one look: how wide it is, whether it is prose, what furniture it speaks of."""

from bisect import bisect_right
from dataclasses import dataclass

from cleaners.fold import fold
from cleaners.strip import cues, dates
from cleaners.strip.cues import KINDS, Met
from cleaners.strip.lines import Row
from cleaners.strip.shape import ending
from cleaners.strip.words import each_in_letters, glued, stop_words
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
# The share of small words in a line's words from which it may be prose, and other steps of it.
PROSE = 0.16
_SHARES = (0.001, 0.08, PROSE, 0.24, 0.32, 0.4, 0.5)
# Of a paragraph so many characters are read at its start and at its end.
_HEAD, _TAIL = 240, 80
_COUNTER = 1 << KINDS.index("counter")


@dataclass(slots=True, eq=False)  # not frozen: that makes one three times as dear
class Facts:
    """What is known of one line: its ``ends`` (see ``ends``), its ``width`` (wide characters count double), its
    folded ``words`` and those of them that are ``longer``, no small words; ``person`` tells whether it speaks of its
    author or to its reader, ``plain`` whether it is letters and spaces alone.

    ``small`` is the share of small words, in eighths of what prose has (see ``_SHARES``), ``ending`` how the line
    ends (see ``shape.ending``), ``prose`` whether it reads as a paragraph. ``date`` tells how much of a short line is
    a date (see ``dates.share``), ``dated`` whether there is one, or a counter in place of one. ``whole``, ``start``
    and ``cues`` are kinds of furniture as bits (see ``cues.KINDS``): whose words cover more than half of the line,
    stand at its start, or at either end of it.
    """

    ends: str
    width: int
    words: list[str]
    longer: list[str]
    person: bool
    plain: bool
    small: int
    ending: int
    prose: bool
    date: int
    dated: bool
    whole: int
    start: int
    cues: int
    met: Met


def _fact(text: str, seen: str, low: str) -> Facts:
    """Return the facts of one line of which the ends are ``seen``, ``low`` in letters alone."""
    wide = wide_of(low)
    folded = fold(seen) if wide else ""
    spoken = glued(folded) if wide else low.split()
    common = stop_words()
    longer = [word for word in spoken if word not in common]
    if wide * 2 > len(seen):
        share = 2 * sum(map(_SMALL_WIDE.__contains__, seen[:200])) / min(len(seen), 200)
    else:
        share = (len(spoken) - len(longer)) / (len(spoken) or 1)
    more = wide * len(text) // len(seen)
    width = len(text) + more
    small, end = bisect_right(_SHARES, share), ending(text)
    prose = width + more >= (60 if more else 80) and small >= 3 and end in (1, 2, 5, 6)
    plain = end == 0 and text.replace(" ", "").isalpha()
    date = 0 if plain or width > LONG else dates.share(text, spoken)
    person = not _PERSONS.isdisjoint(spoken)
    met = cues.met(spoken, folded)
    dated = date % 3 > 0 or (width < 40 and met.whole & _COUNTER > 0)
    told = met.start | met.end | met.whole
    return Facts(
        seen,
        width,
        spoken,
        longer,
        person,
        plain,
        small,
        end,
        prose,
        date,
        dated,
        met.whole,
        met.start,
        told,
        met,
    )


# The labels of the pages read last: a menu is the same on every page of a site, and "Share" is on most sites. No more
# of them, since what is kept for long leaves the processor's own memory: four times as many cost a menu a sixth more.
_LABELS: dict[str, Facts] = {}
_MOST = 1024


def facts(page: list[Row]) -> list[Facts]:
    """Return the facts of every row of the page; equal labels have the same, on this page and on the next."""
    if len(_LABELS) > _MOST:
        _LABELS.clear()
    texts = [row.text for row in page]
    new = [text for text in dict.fromkeys(texts) if text not in _LABELS]
    seen = list(map(ends, new))
    found = dict(zip(new, map(_fact, new, seen, each_in_letters(seen)), strict=True))
    _LABELS.update((text, fact) for text, fact in found.items() if len(text) <= LONG)
    return [found.get(text) or _LABELS[text] for text in texts]


def ends(text: str) -> str:
    """Return a line, or the two ends of a paragraph: these tell what it is as well as all of it."""
    return text if len(text) <= _HEAD + _TAIL else f"{text[:_HEAD]} {text[-_TAIL:]}"
