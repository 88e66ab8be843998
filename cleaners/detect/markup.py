"""Markup that a translation machine took for words: spaces inside its signs, wide twins of them, leaked placeholders."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect import signs
from cleaners.types import Document, Finding, Span, Strength, lines

if TYPE_CHECKING:
    from cleaners.resources import Resources


_SURE, _WEAK = Strength.STRONG, Strength.WEAK
_STARS = re.compile(r"(?<![*\\])\*\*(?!\*)")
_TICK = re.compile(r"(?<![`\\])`(?!`)")
# A title in quotation marks may follow the address; anything else after a space is damage.
_LINK_ADDRESS = re.compile(
    r"(?<=\]\()(?P<address>(?:https?:/|/)[^\s()<>]{0,300}+) (?![\"'“(][^\n)]{0,200}[\"'”)] ?\))[^\s)]{0,30}"
)
_KEYS = re.compile(
    r"^(?:title|date|tags?|categor(?:y|ies)|author|layout|description|keywords)\s?(?:：| :).{0,200}",
    re.MULTILINE | re.IGNORECASE,
)
_COLLAPSED = re.compile(
    r"\s*-{3} ?(?:title|layout|date|author|tags?) ?[:：][^\n]{0,300} (?:title|layout|date|author|tags?|categories) ?[:：][^\n]{0,300}"
)


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001 - one shape for all rules
    """Yield markup that shows, or no longer works, because its signs were translated like words."""
    text = document.text
    yield from signs.found(text, "markup")
    yield from _paired(text, "**", _STARS, "markup.bold", "bold type's signs")
    yield from _paired(text, "`", _TICK, "markup.code", "code's ticks")
    yield from _addresses(text)
    yield from _front_matter(text)


def _paired(text: str, sign: str, pattern: re.Pattern[str], rule: str, what: str) -> Iterator[Finding]:
    """Yield pairs of ``sign`` with a space inside: only counting pairs tells ``** a**`` from ``**a** and **b**``."""
    if f"{sign} " not in text and f" {sign}" not in text:
        return
    for line in lines(text):
        if sign not in line.text:
            continue
        marks = [m.start() for m in pattern.finditer(line.text)]
        for first, second in zip(marks[::2], marks[1::2], strict=False):
            inside = line.text[first + len(sign) : second]
            one_side = inside[:1].isspace() != inside[-1:].isspace()
            if (one_side or (sign == "**" and inside[:1].isspace())) and any(c.isalpha() for c in inside):
                span = Span(line.start + first, line.start + second + len(sign))
                yield _finding(
                    span, rule, _SURE if sign == "**" else _WEAK, f"{what} have a space inside and show"
                )


def _addresses(text: str) -> Iterator[Finding]:
    """Yield links with a space in their address; only its end is marked, for an address can be long."""
    if "](" not in text:
        return
    for match in _LINK_ADDRESS.finditer(text):
        start = max(match.start(), match.end("address") - 30)
        span = Span(start, match.end())
        yield _finding(
            span, "markup.link-address", _SURE, "a link that no longer works: a space is in its address"
        )


def _front_matter(text: str) -> Iterator[Finding]:
    head = text[:1500]
    if not head.lstrip().startswith(("---", "— ", "——", "- --", "-- -")):
        return
    collapsed = _COLLAPSED.match(head)
    if collapsed:
        yield _finding(
            Span(*collapsed.span()), "markup.front-matter", _WEAK, "a page's header data ran into one line"
        )
        return
    for match in _KEYS.finditer(head[: head.find("\n---", 3) + 1 or 600]):
        yield _finding(
            Span(*match.span()),
            "markup.front-matter",
            _WEAK,
            "a page's header data was translated like prose",
        )


def _finding(span: Span, rule: str, strength: Strength, message: str) -> Finding:
    sure = 0.9 if strength is Strength.STRONG else 0.6
    return mqm.finding(span, rule, "markup_damage", message, confidence=sure, strength=strength)
