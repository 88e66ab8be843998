"""The same thing said twice: a name glossed by itself."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect.restated import WORD, WORDS_BEFORE, restated
from cleaners.fold import words_only
from cleaners.types import Document, Finding, Span, Strength
from cleaners.unusual import unusual

if TYPE_CHECKING:
    from cleaners.resources import Resources

_BRACKET = re.compile(r"\(([^()（）\n]{2,100})[)）]")
_ANY_BRACKET = re.compile(r"[(（]([^()（）\n]{2,100})[)）]")
_CLAUSE_END = re.compile(r"[)）;\n]|[!?] |[a-z]\. ")
_REACH = 120
"""How many characters before a bracket it may repeat."""


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield brackets that repeat what stands before them."""
    text = document.text
    # The engine runs to a literal bracket far faster than to either of two.
    bracket = _ANY_BRACKET if "（" in unusual(text) else _BRACKET
    for match in bracket.finditer(text):
        if not _may_repeat_before(text, match):
            continue
        left = _CLAUSE_END.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
        before = WORD.findall(left)[-WORDS_BEFORE:]
        if before and not _is_other(match[1], left):
            yield from _judge(match, before)


def _may_repeat_before(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word in the brackets begins like anything before them, spaces or not."""
    words = words_only(text)
    before = words[max(0, match.start() - _REACH) : match.start()].replace(" ", "")
    return any(word[:3] in before for word in words[match.start(1) : match.end(1)].split())


def _is_other(inside: str, left: str) -> bool:
    """Tell code, a link, a handle and a definition in quotes from a gloss: f(f), [file](file), (the "Seller")."""
    glued = left[-1:] in "]_`" or (left[-1:].isalnum() and " " not in inside)
    return glued or inside[0] in "@$#`" or any(sign in inside for sign in '/"“*=')


def _judge(match: re.Match[str], before: list[str]) -> Iterator[Finding]:
    strength = restated(before, match[1])
    if strength:
        yield mqm.finding(
            Span(*match.span()),
            "duplication.gloss",
            "dup_paren",
            "the brackets repeat what stands before them: two spellings of the source became one",
            confidence=0.95 if strength is Strength.STRONG else 0.6,
            strength=strength,
            suggestion="" if strength is Strength.STRONG else None,
        )
