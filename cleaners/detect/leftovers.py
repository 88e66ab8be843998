"""Foreign words that stand as if on purpose, and were only left: [图片], "Read 48 | 收藏 6", (36氪 Li wrote, too).

`residue` leaves them to writers who quote, gloss or offer another language; asked only of a sure translation.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from cleaners.detect import residue
from cleaners.detect.scripts import KANA, beyond_latin
from cleaners.patterns import compiled
from cleaners.types import Finding, Span, Strength

_WORDS = re.compile(r"[A-Za-z]{2,}")
_FIGURE_AFTER = re.compile(r" ?\d")
_LONGEST = 120
"""So long a remark in brackets may be."""


def found(text: str) -> Iterator[Finding]:
    """Yield words in another script that name a button or a picture, or stand among English in brackets."""
    if not beyond_latin(text):
        return
    spans = list(residue.runs(text))
    if sum(end - start for start, end in spans) > residue.BILINGUAL * len(text):
        return
    kana = compiled(KANA).search(text) is not None
    for span in spans:
        if not residue.is_aside(text, span) and residue.on_purpose(text, span) and _is_left(text, span):
            told = residue.finding(text, span, kana=kana)
            yield replace(told, rule="in_translation.left", strength=Strength.LOOSE)


def _is_left(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _LONGEST) : span.start]
    after = text[span.end : span.end + _LONGEST]
    if before[-1:] in ("[", "【") and after[:1] in ("]", "】"):
        return after[1:2] != "("  # no link to the page in another language
    if before.rstrip()[-1:] in ("|", "•"):
        return bool(_FIGURE_AFTER.match(after))
    return _among_english(before.split("\n")[-1], after.split("\n", 1)[0])


def _among_english(before: str, after: str) -> bool:
    """Tell words in brackets that hold English, too, from a gloss: "(Chinese: 微博)" has a colon."""
    opened, closed = max(before.rfind("("), before.rfind("（")), re.search(r"[)）]", after)
    if opened < 0 or closed is None or re.search(r"[)）]", before[opened:]):
        return False
    inside = before[opened + 1 :], after[: closed.start()]
    return not re.search(r"[:：]", "".join(inside)) and len(_WORDS.findall(" ".join(inside))) > 2
