"""Chinese words spelled by their sound and left so, where a name or a meaning was wanted: Likujiajia."""

import re
from collections.abc import Iterator
from functools import lru_cache

from cleaners import mqm
from cleaners.detect.spellings import misspelled, uses
from cleaners.detect.words import word_list
from cleaners.patterns import compiled
from cleaners.types import Finding, Severity, Span

INITIAL = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
FINAL = (
    "iang|iong|uang|ang|eng|ong|ian|iao|ing|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u"
)
_LONG_WORD = re.compile(rf"(?:(?:{INITIAL})(?:{FINAL})){{3,6}}", re.IGNORECASE)
"""Names of people and most places have two syllables."""
# Letters that hardly any other language sets side by side: "tequila" and "Sudanese" are syllables of Chinese, too.
_CHINESE_ONLY = re.compile(
    r"zh[aeiou]|qi(?:a|e|n|u)?(?![aeio])|xi(?:a|u|e)|xu[ane]|j(?:ia|ie|iu|uan|ue|iong)|[lnjqx]iang|iong|[gkh]uang|[zcs]huang",
    re.IGNORECASE,
)


_PLACE = (
    r" (?:Village|Town|Township|County|District|City|Province|Road|Street|Avenue|Bridge|Temple|Mountain|River|Lake"
    r"|Station|Island|Bay|Airport|Park|Community|Subdistrict)\b"
)
"""Behind these a row of syllables is a place's own name."""
_SYLLABLES = re.compile(rf"(?:(?:{INITIAL})?(?:{FINAL})){{1,4}}", re.IGNORECASE)
_GIVEN = re.compile(rf"((?:{INITIAL})?(?:{FINAL}))((?:{INITIAL})(?:{FINAL}))", re.IGNORECASE)
_SURNAME = re.compile(r"(?<![\w-])[A-Z][a-z]{1,5}\Z")


@lru_cache(maxsize=4096)
def _two_syllables(name: str) -> str | None:
    """Return a given name of two syllables as two words: Hong Da for Hongda."""
    match = _GIVEN.fullmatch(name)
    return f" {match[1]} {match[2].capitalize()}" if match else None


def split_given(text: str, names: list[str]) -> Iterator[Finding]:
    """Yield full names whose given name stands in two words where it stands in one elsewhere: Lu Hong Da, Hongda."""
    for name in names:
        apart = _two_syllables(name)
        at = text.find(apart) if apart else -1
        while apart and at >= 0:
            end = at + len(apart)
            if (surname := _SURNAME.search(text, max(0, at - 7), at)) and not text[end : end + 1].isalnum():
                right = f"{surname[0]} {name}"
                yield misspelled(text, Span(surname.start(), end), "names.split-given", right, 0.75)
            at = text.find(apart, end)


def is_syllables(name: str) -> bool:
    """Tell whether ``name`` can be read as up to four Chinese syllables; many a short English word can."""
    return bool(_SYLLABLES.fullmatch(name))


@lru_cache(maxsize=4096)  # names in the news come back
def is_pinyin(name: str) -> bool:
    """Tell whether ``name`` is a row of Chinese syllables that English has no use for."""
    if not _CHINESE_ONLY.search(name) or not _LONG_WORD.fullmatch(name):
        return False
    return name not in word_list("pinyin")


def spelled_out(text: str, names: list[str]) -> Iterator[Finding]:
    """Yield the uses of those ``names`` that are Chinese words left as they sound; only in company."""
    for name in filter(is_pinyin, names):
        for span in uses(text, name):
            if compiled(_PLACE).match(text, span.end):
                continue
            yield mqm.finding(
                span,
                "names.pinyin",
                "entity",
                "Chinese words left as they sound; their meaning, or the English name, was wanted",
                severity=Severity.MAJOR,
                confidence=0.65,
                source_language="zh",
            )
