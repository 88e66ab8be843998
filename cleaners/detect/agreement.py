"""Slips of article and number that no careful writer makes: "a AI", "an user", "the this", "more better"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from cleaners import mqm
from cleaners.types import Document, Finding, Span

if TYPE_CHECKING:
    from cleaners.resources import Resources


class Slip(NamedTuple):
    """A slip: its rule, where it is (a group `at` narrows), and what is wrong."""

    rule: str
    pattern: re.Pattern[str]
    message: str
    confidence: float = 0.7


def _slip(rule: str, pattern: str, message: str) -> Slip:
    # Each pattern opens with literal letters, so that the engine can skip; what must not stand before follows.
    return Slip(f"agreement.{rule}", re.compile(pattern), message)


_VOWEL_WORDS = (
    "AI|LLM|API|SSD|app|article|image|error|object|array|element|integer|interface|employee|engineer|interesting"
    "|important|easy|open|old|independent|excellent|amazing|algorithm|example|index|input|output|issue|item|order"
    "|instance|operation|option|automatic|online|offline|early|extra|official|original|update|effective|efficient"
    "|advanced|American|electric|intelligent|iPhone|iPad|hour|honest|aircraft|account|agreement|attack|increase"
)
_CONSONANT_WORDS = (
    "user|useful|unique|university|united|uniform|new|big|small|good|great|very|large|simple|single|product|company"
    "|person|project|model|program|function|server|method|file|string|different|certain|special|problem|question"
    "|database|phone|website|European|CPU|GPU|PC|TV|USB"
)
_VERB_BEFORE = "|".join(
    rf"(?<=\b{verb} .PU)"
    for verb in (
        "buy",
        "buying",
        "bought",
        "hoard",
        "hoarding",
        "purchase",
        "purchasing",
        "use",
        "using",
        "sell",
    )
)
SLIPS = (
    _slip("a-vowel", rf"a (?<![\w'’-]..)(?:{_VOWEL_WORDS})(?=[ .,;:!?)])", "“a” before a vowel"),
    _slip("an-consonant", rf"an (?<![\w'’-]...)(?:{_CONSONANT_WORDS})(?![\w'’-])", "“an” before a consonant"),
    _slip(
        "two-determiners",
        r"the (?<![\w'’-]....)(?:this|these|those|my|his|their|our|its|an) (?!one\b|and\b|or\b|hard\b|same\b)[a-z]{3,20}",
        "two determiners before one noun",
    ),
    _slip(
        "double-comparative",
        r"ore (?<=[Mm]ore )(?P<at>better|easier|faster|stronger|bigger|smaller|worse|cheaper|simpler|clearer|happier"
        r"|safer)(?![\w-])",
        "the comparison is made twice",
    ),
    _slip(
        "bare-device",
        rf"(?:GPU|CPU|TPU)(?:{_VERB_BEFORE})(?: itself)?(?=[.,;]| (?:is|to|for|and|from|in|on)\b)",
        "one thing of many needs an article or a plural",
    ),
)


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield grammar slips; they point to no source language and speak only in company."""
    for slip in SLIPS:
        for match in slip.pattern.finditer(document.text):
            span = Span(*match.span("at" if "at" in slip.pattern.groupindex else 0))
            yield mqm.finding(span, slip.rule, "grammar", slip.message, confidence=slip.confidence)
