"""Glosses that only readers of the source need: "(currently about 68,800 yuan)", "(US dollars, the same below)"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.patterns import compiled
from cleaners.types import Document, Finding, Span, Strength

if TYPE_CHECKING:
    from cleaners.resources import Resources

_PAREN = re.compile(r"\(([^()\n]{6,160})\)")
_HOME_MONEY = r"\d.{0,20}\b(?:(yuan|RMB|CNY|renminbi)|(yen)|(won)|(roubles?|rubles?))\b|(\bRMB|\bCNY|¥) ?\d"
_LANGUAGES = ("", "zh", "ja", "ko", "ru", "zh")
_ROUGHLY = r"\b(?:about|approximately|approx|around|roughly|equivalent|nearly|over|more than)\b|≈"
_AT_PRESENT = re.compile(
    r"\bcurrently (?:about|approximately|around|equivalent|worth)\b|\b(?:current|today['’]s) exchange rate\b"
    r"|\bIT (?:Home|House)\b",
    re.IGNORECASE,
)
_SAME_BELOW = r"\bsame below$"
_SCALE = r"(?: (?:thousand|million|billion|trillion))?"
_FOREIGN_AMOUNT = (
    rf"(?:[$€£₩]|\bUSD |\bEUR )\d[\d,.]{{0,15}}{_SCALE}\W{{0,2}}$"
    rf"|\d[\d,.]{{0,15}}{_SCALE}(?: (?:U\.?S\.?|Hong Kong|Canadian|Australian))?"
    r" (?:dollars?|euros?|pounds?|yen|won|rupees|USD|EUR|yuan|francs)\W{0,2}$"
)
_EDITORS_NOTE = r"(?:Note from )?IT (?:Home|House)(?: [Nn]ote)?s?\b(?=[:,]? )"


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield notes in brackets: an editor's note on today's rate is proof by itself, other amounts only in company."""
    text = document.text
    for paren in _PAREN.finditer(text):
        inner, span = paren[1], Span(*paren.span())
        unit = compiled(_HOME_MONEY).search(inner)
        if compiled(_EDITORS_NOTE).match(inner) or compiled(_SAME_BELOW).search(inner):
            yield _gloss(span, "zh", sure=True)
        elif unit and _AT_PRESENT.search(inner):
            yield _gloss(span, _LANGUAGES[unit.lastindex or 0], sure=True)
        elif unit and compiled(_ROUGHLY).search(inner) and _after_foreign_amount(text, span.start):
            yield _gloss(span, _LANGUAGES[unit.lastindex or 0], sure=False)


def _after_foreign_amount(text: str, at: int) -> bool:
    return bool(compiled(_FOREIGN_AMOUNT).search(text, max(0, at - 45), at))


def _gloss(span: Span, language: str, *, sure: bool) -> Finding:
    return mqm.finding(
        span,
        "glosses.money",
        "locale_gloss",
        "a note for the readers of the source; readers of the translation have no use for it",
        confidence=0.85 if sure else 0.65,
        strength=Strength.STRONG if sure and language == "zh" else Strength.WEAK,
        source_language=language,
        suggestion="",
    )
