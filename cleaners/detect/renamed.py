"""One name in two dresses: Fan Liping and Fan Li-ping, Lu Hongda and Lv Hongda, Lao Qiu and Old Qiu.

A machine renders each sentence by itself. Two people of a native text may be called alike; asked only of what surely
is a translation.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from cleaners.detect.near import slip
from cleaners.detect.pinyin import is_syllables
from cleaners.detect.slips import near_pairs, opens_sentence
from cleaners.detect.spellings import misspelled, ordinary, uses
from cleaners.patterns import compiled
from cleaners.types import Finding, Strength
from cleaners.words import vocabulary

_FULL_NAME = r"(?<![\w@#/.’'-])(?=([A-Z][a-z]{1,9}(?:[ -][A-Z][a-z]{1,9}|-[a-z]{1,6}){1,2})(?![\w@/(-]))"
_KOREAN = r" [A-Z][a-z]{1,5}-[a-z]{1,5}\Z"
_APART = re.compile(r"[ -]")
_NAMES = r"[A-Z][a-z]{5,20}(?![\w@-])"
_MOST_PAIRS = 20
"""So many are looked at: each is a walk through the text."""
_SOUNDS = str.maketrans("rwyjcq", "lviikk")
"""Letters that Chinese, Japanese or Cyrillic spelling does not tell apart."""
_TWICE = re.compile(r"([a-z])\1")

_CALLED: tuple[tuple[str, ...], ...] = (
    ("Lao", "Old"),
    ("Xiao", "Little", "Small", "Young"),
    ("Shifu", "Master"),
    ("Laoshi", "Lao Shi", "Teacher"),
)
"""Forms of address that are one in Chinese; each may stand before the surname or behind it."""


def found(text: str) -> Iterator[Finding]:
    """Yield names that the same text gives in another form: the rarer, or the later of equals."""
    yield from _parted(text)
    yield from _called(text)
    slips = list(_slipped(text))
    yield from slips
    told = {finding.span for finding in slips}
    yield from (finding for finding in _respelled(text) if finding.span not in told)


def _parted(text: str) -> Iterator[Finding]:
    """Yield "Li-ping" beside "Liping", and "Lv" beside "Lu": with other spaces and hyphens."""
    forms: dict[str, dict[str, None]] = {}
    for name in compiled(_FULL_NAME).findall(text):
        forms.setdefault(_folded(name), {})[name] = None
    for letters, same in forms.items():
        # "High-End" beside "High End" is a matter of taste, and no name.
        if len(same) < 2 or not any(" " in name for name in same):
            continue
        if is_syllables(letters) or any(compiled(_KOREAN).search(name) for name in same):
            # Of two as frequent, the given name in one word is right: Lin Jianguo.
            yield from _rarer(text, sorted(same, key=lambda name: len(_APART.findall(name))), "parted")


def _folded(name: str) -> str:
    joined = _APART.sub("", name).lower()
    return "lu" + joined[2:] if joined.startswith("lv") else joined


def _called(text: str) -> Iterator[Finding]:
    """Yield "Old Qiu" and "Qiu Lao" beside "Lao Qiu"."""
    for same in _CALLED:
        if vocabulary(text).isdisjoint(word.split()[0].lower() for word in same):
            continue
        words = "|".join(same)
        before = compiled(rf"(?<![\w-])(?:{words}) ([A-Z][a-z]{{1,5}})(?![\w-]| [A-Z])").finditer(text)
        behind = compiled(rf"(?<![\w-])([A-Z][a-z]{{1,5}}) (?:{words})(?![\w-]| [A-Z])").finditer(text)
        forms: dict[str, dict[str, None]] = {}
        for match in (*before, *behind):
            forms.setdefault(match[1], {})[match[0]] = None
        for called in forms.values():
            if len(called) > 1:
                yield from _rarer(text, list(called), "called")


def _slipped(text: str) -> Iterator[Finding]:
    """Yield "Kovarenko" beside "Kovalenko"; Chinese given names differ by a letter and are other people's."""
    names = list(dict.fromkeys(compiled(_NAMES).findall(text)))
    for one, other in islice(near_pairs(names), _MOST_PAIRS):
        difference = slip(one.lower(), other.lower())
        if not difference or difference[2] < 2 or ordinary(text, one, other):
            continue
        chinese = is_syllables(one) and is_syllables(other)
        if not chinese and _is_name(text, one) and _is_name(text, other):
            yield from _rarer(text, [one, other], "slip")


def _respelled(text: str) -> Iterator[Finding]:
    """Yield "Bressel" beside "Bresser" and "Petkowa" beside "Petkova": a name that went through another script."""
    forms: dict[str, dict[str, None]] = {}
    for name in compiled(_NAMES).findall(text):
        forms.setdefault(_TWICE.sub(r"\1", name.lower().translate(_SOUNDS)), {})[name] = None
    for names in islice((names for names in forms.values() if len(names) > 1), _MOST_PAIRS):
        same = [name for name in islice(names, _MOST_PAIRS) if _is_name(text, name)]
        if len(same) > 1 and not all(map(is_syllables, same)) and not ordinary(text, *same[:2]):
            yield from _rarer(text, same, "respelled")


def _is_name(text: str, word: str) -> bool:
    return not all(opens_sentence(text, span) for span in uses(text, word))


def _rarer(text: str, forms: Sequence[str], rule: str) -> Iterator[Finding]:
    """Yield the uses of all ``forms`` but the most frequent, which is the first of equals."""
    placed = {form: uses(text, form) for form in forms}
    right = max(forms, key=lambda form: len(placed[form]))
    for form in forms:
        if form != right and placed[right]:
            for span in placed[form]:
                yield misspelled(text, span, f"renamed.{rule}", right, 0.6, Strength.LOOSE)
