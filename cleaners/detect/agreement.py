"""Slips of grammar that no careful writer makes: "a AI", "the this", "more better", "be launch"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from cleaners import mqm
from cleaners.detect import pronouns
from cleaners.patterns import compiled
from cleaners.types import Document, Finding, Span
from cleaners.words import vocabulary

if TYPE_CHECKING:
    from cleaners.resources import Resources


class Slip(NamedTuple):
    """A slip: its rule, where it is, what is wrong, and words of which a text that has it has one."""

    rule: str
    pattern: str
    message: str
    needs: frozenset[str]
    confidence: float = 0.7


def _slip(rule: str, pattern: str, message: str, *, needs: str) -> Slip:
    # Each pattern opens with literal letters, so that the engine can skip; what must not stand before follows.
    return Slip(f"agreement.{rule}", pattern, message, frozenset(needs.lower().split("|")))


_VOWEL_WORDS = (
    "AI|LLM|API|SSD|app|article|image|error|object|array|element|integer|interface|employee|engineer|interesting"
    "|important|easy|open|old|independent|excellent|amazing|algorithm|example|index|input|output|issue|item|order"
    "|instance|operation|option|automatic|online|offline|early|extra|official|original|update|effective|efficient"
    "|advanced|American|electric|intelligent|iPhone|iPad|hour|honest|aircraft|account|agreement|attack|increase"
)
_VERBS = (
    "use|make|take|give|replace|solve|apply|launch|release|understand|consider|achieve|develop|improve|add|remove|call"
    "|say|find|see|abstract (?:as|into)|divide|regard|describe|obtain|express|define|store|train|publish|announce"
    "|provide|include|know|write|choose"
)
_BETTER = "better|easier|faster|stronger|bigger|smaller|worse|cheaper|simpler|clearer|happier|safer"
_UNCOUNTABLE = "information|equipment|software|advice|knowledge|furniture|news|homework|luggage|money"


def _after(*words: str) -> str:
    """Hold that one of ``words`` stands right before what was just read (look-behinds of one width each)."""
    return f"(?:{'|'.join(rf'(?<=[^a-z]{word})' for word in words)})"


SLIPS = (
    _slip(
        "a-vowel",
        rf"a (?<![\w'’-]..)(?:{_VOWEL_WORDS})(?=[ .,;:!?)])",
        "“a” before a vowel",
        needs=_VOWEL_WORDS,
    ),
    _slip(
        "an-consonant",
        r"an (?<![\w'’-]...)(?:one|unique|universal|university|united|useful|user|used|usual|European|new|big|large"
        r"|good|very|small)\b",
        "“an” before a consonant",
        needs="an",
    ),
    _slip(
        "two-determiners",
        r"the (?<![\w'’-]....)(?:this|these|those|my|his|their|our|its|an) (?!one\b|and\b|or\b|hard\b|same\b)"
        r"[a-z]{3,20}",
        "two determiners before one noun",
        needs="this|these|those|my|his|their|our|its|an",
    ),
    _slip(
        "double-comparative",
        rf"ore (?<=[Mm]ore )(?:{_BETTER})(?![\w-])",
        "the comparison is made twice",
        needs=_BETTER,
    ),
    _slip(
        "bare-device",
        r"(?:GPU|CPU|TPU)"
        + _after(
            "buy .PU", "buying .PU", "bought .PU", "hoarding .PU", "purchase .PU", "use .PU", "using .PU"
        )
        + r"(?: itself)?(?=[.,;]| (?:is|to|for|and|from|in|on)\b)",
        "one thing of many needs an article or a plural",
        needs="gpu|cpu|tpu",
    ),
    _slip("bare-passive", rf" be (?:{_VERBS})\b(?! of)", "“be” with the plain form of a verb", needs="be"),
    _slip(
        "bare-passive",
        r" abstract (?:as|into)\b(?:(?<= is abstract as)|(?<=are abstract as)|(?<= is abstract into))",
        "“be” with the plain form of a verb",
        needs="abstract",
    ),
    _slip(
        "uncountable",
        rf"any (?<=[Mm]any )(?:of the )?(?:{_UNCOUNTABLE})\b(?=[.,;]| (?:is|are|on|in|and)\b)",
        "a noun without a plural",
        needs=_UNCOUNTABLE,
    ),
    _slip(
        "such-as",
        " such as "
        + _after(
            "to such as ", "in such as ", "of such as ", "on such as ", "into such as ", "with such as "
        ),
        "“such as” needs a noun before it",
        needs="such",
    ),
)


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield grammar slips; they point to no source language and speak only in company."""
    words = vocabulary(document.text)
    for slip in SLIPS:
        if slip.needs.isdisjoint(words):
            continue
        for match in compiled(slip.pattern).finditer(document.text):
            span = _whole_words(document.text, match)
            yield mqm.finding(span, slip.rule, "grammar", slip.message, confidence=slip.confidence)
    yield from pronouns.found(document.text)


def _whole_words(text: str, match: re.Match[str]) -> Span:
    """Widen a match that begins inside a word (``ore better``) to the word, and leave outer spaces out."""
    start, end = match.span()
    if text[start] == " ":
        start += 1
    while start > max(0, match.start() - 3) and text[start - 1].isalpha():
        start -= 1
    return Span(start, end - text[end - 1 : end].isspace())
