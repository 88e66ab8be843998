"""Numbers written by the habits of the source: "4.5 ten thousand", "10,0000", "million-level", "RMB 400 yuan"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect.number_habits import HABITS, Habit
from cleaners.patterns import compiled
from cleaners.types import Document, Finding, Span
from cleaners.words import vocabulary

if TYPE_CHECKING:
    from cleaners.resources import Resources

_LONGEST = 40


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield numbers put in the source's way; most speak only in company."""
    text = document.text
    words_of_text = vocabulary(text)
    for habit in HABITS:
        if habit.needs and habit.needs.isdisjoint(words_of_text):
            continue
        for words in compiled(habit.words).finditer(text):
            before = compiled(habit.before).search(text, max(0, words.start() - _LONGEST), words.start())
            if before:
                start = before.start("at" if "at" in before.re.groupindex else 0)
                yield _finding(habit, text, Span(start, words.end()))


def _finding(habit: Habit, text: str, span: Span) -> Finding:
    return mqm.finding(
        span,
        habit.rule,
        "number_unit",
        habit.message,
        severity=habit.severity,
        confidence=habit.confidence,
        strength=habit.strength,
        source_language=habit.source_language,
        suggestion=_suggestion(habit.rule, text[span.start : span.end]),
    )


def _suggestion(rule: str, quote: str) -> str | None:
    if rule == "number_units.no-separator":
        return f"{int(quote):,}"
    if rule == "number_units.dollars":
        return "$" + re.sub(r" (?:U\.S\.?|US|American) dollars?$", "", quote)
    return None
