"""Money and numbers as the source's readers count: "(currently about 68,800 yuan)", "4.5 ten thousand"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.types import Document, Finding, Severity, Span, Strength

if TYPE_CHECKING:
    from cleaners.resources import Resources

_PAREN = re.compile(r"\(([^()\n]{6,160})\)")
_HOME_MONEY = re.compile(r"\b(?:(yuan|RMB|CNY|renminbi)|(yen)|(won)|(roubles?|rubles?))\b|(¥)")
_LANGUAGES = (None, "zh", "ja", "ko", "ru", "zh")
_ROUGHLY = re.compile(r"\b(?:about|approximately|approx|around|roughly|equivalent|nearly|over|more than)\b|≈")
_AT_PRESENT = re.compile(
    r"\bcurrent(?:ly)?\b|\bexchange rate\b|\bIT (?:Home|House)\b|^Note[: ]", re.IGNORECASE
)
_SCALE = r"(?: (?:thousand|million|billion|trillion))?"
_FOREIGN_AMOUNT = re.compile(
    rf"(?:[$€£₩]|\bUSD |\bEUR )\d[\d,.]{{0,15}}{_SCALE}\W{{0,2}}$"
    rf"|\d[\d,.]{{0,15}}{_SCALE}(?: (?:U\.?S\.?|Hong Kong|Canadian|Australian))?"
    r" (?:dollars?|euros?|pounds?|yen|won|rupees|USD|EUR|yuan|francs)\W{0,2}$"
)
_EDITORS_NOTE = re.compile(r"(?:Note from )?IT (?:Home|House)(?: [Nn]ote)?s?\b(?=[:,]? )")
_DOLLARS = re.compile(
    r"(?<![\w.,$-])(\d[\d,]{0,15}(?:\.\d{1,3})?(?: (?:million|billion|trillion))?)"
    r" (?:U\.S\.|US|U\.S|American) dollars?\b"
)
# Rule, what must stand in the text for the pattern to be tried, pattern, severity, confidence, message.
_UNITS = (
    (
        "glosses.wan",
        " thousand",
        re.compile(r"(?<![\w.,$-])\d[\d,.]{0,12} ?ten[- ]thousand\b"),
        Severity.MAJOR,
        0.85,
        "万 is a unit of ten thousand; English counts in thousands and millions",
    ),
    (
        "glosses.yi",
        "hundred million",
        re.compile(r"(?<![\w.,$-])\d[\d,.]{0,12} hundred million\b"),
        Severity.MAJOR,
        0.85,
        "亿 is a unit of a hundred million; English counts in millions and billions",
    ),
    (
        "glosses.fours",
        ",0000",
        re.compile(r"(?<![\w.,$-])\d{1,4},0000\b(?!,)"),
        Severity.MAJOR,
        0.8,
        "digits grouped by four, as Chinese counts in ten thousands",
    ),
    (
        "glosses.year",
        " year",
        re.compile(r"(?:19|20)\d\d year\b(?<= (?:in|by|of) \d{4} year)(?!-| old)"),
        Severity.MINOR,
        0.6,
        "the source says the word year after its number (2022年); English does not",
    ),
)


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield glosses in the reader's own money, and numbers built from ten thousands and hundred millions."""
    text = document.text
    yield from _money(text)
    for rule, literal, pattern, severity, confidence, message in _UNITS:
        if literal in text:
            for match in pattern.finditer(text):
                yield _number(Span(*match.span()), rule, message, severity=severity, confidence=confidence)
    if " dollar" in text:
        for match in _DOLLARS.finditer(text):
            yield _number(
                Span(*match.span()),
                "glosses.dollars",
                "English writes the sign before the amount",
                severity=Severity.MINOR,
                confidence=0.5,
                suggestion=f"${match[1]}",
            )


def _money(text: str) -> Iterator[Finding]:
    for paren in _PAREN.finditer(text):
        inner = paren[1]
        unit = _HOME_MONEY.search(inner)
        if not (unit and any(map(str.isdigit, inner))) and not _EDITORS_NOTE.match(inner):
            continue
        language = _LANGUAGES[unit.lastindex or 0] if unit else "zh"
        note = bool(_AT_PRESENT.search(inner))
        if note or (_ROUGHLY.search(inner) and _after_foreign_amount(text, paren.start())):
            yield _gloss(Span(*paren.span()), language or "zh", note=note)


def _after_foreign_amount(text: str, at: int) -> bool:
    return bool(_FOREIGN_AMOUNT.search(text, max(0, at - 45), at))


def _gloss(span: Span, language: str, *, note: bool) -> Finding:
    return mqm.finding(
        span,
        "glosses.money",
        "locale_gloss",
        "an amount converted for the readers of the source; readers of the translation have no use for it",
        confidence=0.85 if note else 0.65,
        strength=Strength.STRONG if note and language == "zh" else Strength.WEAK,
        source_language=language,
        suggestion="",
    )


def _number(
    span: Span,
    rule: str,
    message: str,
    *,
    severity: Severity,
    confidence: float,
    suggestion: str | None = None,
) -> Finding:
    return mqm.finding(
        span,
        rule,
        "number_unit",
        message,
        severity=severity,
        confidence=confidence,
        source_language="zh",
        suggestion=suggestion,
    )
