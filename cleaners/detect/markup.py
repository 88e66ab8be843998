"""Markup that a translation machine took for words: spaces inside its signs, wide signs, leaked placeholders."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect import signs
from cleaners.types import Document, Finding, Span, Strength, lines

if TYPE_CHECKING:
    from cleaners.resources import Resources


_STARS = re.compile(r"(?<![*\\])\*\*(?!\*)")
_CODE = re.compile(r"`[^`]{1,400}`")
_TICK = re.compile(r"(?<![`\\])`(?!`)")
# A title in quotation marks may follow the address; anything else after a space is damage.
_LINK_ADDRESS = re.compile(
    r"(?<=\]\()(?P<address>(?:https?:/|\.{0,2}/)[^\s()<>]{0,300}+) (?![\"'“(][^\n)]{0,200}[\"'”)] ?\))[^\s)]{0,30}"
)
_WIDE = frozenset("，。：；！？、（【")
"""Chinese has no space behind these, so that a pair of signs may open there."""
_KEY = r"(?:title|layout|date|author|tags?|categor(?:y|ies)|description|keywords)"
_KEYS = re.compile(rf"^{_KEY}\s?(?:：| :).{{0,200}}", re.MULTILINE | re.IGNORECASE)
_COLLAPSED = re.compile(rf"\s*-{{3}} ?{_KEY} ?[:：][^\n]{{0,300}} {_KEY} ?[:：][^\n]{{0,300}}")


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
    if sign[0] not in text:
        return
    if f"{sign} " not in text and f" {sign}" not in text:
        return
    for line in lines(text):
        if sign not in line.text:
            continue
        shown = line.text if sign == "`" else _CODE.sub(lambda code: "`" * len(code[0]), line.text)
        marks = [m.start() for m in pattern.finditer(shown)]
        for first, second in zip(marks[::2], marks[1::2], strict=False):
            if _is_loose(shown, first, second, len(sign)) or (
                sign == "`" and len(marks) % 2 == 0 and _is_shifted(shown, first, second)
            ):
                # People leave a space at the end, too; only machines put one after the opening stars alone.
                sure = sign == "**" and shown[first + 2].isspace() and not shown[second - 1].isspace()
                span = Span(line.start + first, line.start + second + len(sign))
                strength = Strength.STRONG if sure else Strength.WEAK
                yield _finding(span, rule, strength, f"{what} have a space inside and show")


def _is_loose(line: str, first: int, second: int, width: int) -> bool:
    """Tell a loose pair from ``end** of one and **start`` of another, whose partners stand on other lines."""
    inside = line[first + width : second]
    opens, closes = inside[0].isspace(), inside[-1].isspace()
    # "2 ** 3 ** 2" is a power, "**02 **" a heading.
    if not any(c.isalpha() for c in inside) and not (opens != closes and inside.strip().isdigit()):
        return False
    before, after = line[:first][-1:], line[second + width :][:1]
    outside = (not before.strip() or before in _WIDE) and not after.isalnum()
    if opens and closes:
        return outside and (width == 2 or " " not in inside.strip())
    return opens != closes and (outside or width == 2)


def _is_shifted(line: str, first: int, second: int) -> bool:
    """Tell "run` make`" and "`make `runs", where the space slipped inside the ticks."""
    before, after = line[first - 1 : first], line[second + 1 : second + 2]
    opens, closes = line[first + 1].isspace(), line[second - 1].isspace()
    return opens != closes and (before.isalnum() if opens else after.isalnum() and not before.isalnum())


def _addresses(text: str) -> Iterator[Finding]:
    """Yield links with a space in their address; only its end is marked, for an address can be long."""
    if "]" not in text or "](" not in text:
        return
    for match in _LINK_ADDRESS.finditer(text):
        start = max(match.start(), match.end("address") - 30)
        span = Span(start, match.end())
        yield _finding(
            span,
            "markup.link-address",
            Strength.STRONG,
            "a link that no longer works: a space is in its address",
        )


def _front_matter(text: str) -> Iterator[Finding]:
    head = text[:1500]
    if not head.lstrip().startswith(("---", "— ", "——", "- --", "-- -")):
        return
    collapsed = _COLLAPSED.match(head)
    if collapsed:
        yield _finding(
            Span(*collapsed.span()),
            "markup.front-matter",
            Strength.WEAK,
            "a page's header data ran into one line",
        )
        return
    for match in _KEYS.finditer(head[: head.find("\n---", 3) + 1 or 600]):
        yield _finding(
            Span(*match.span()),
            "markup.front-matter",
            Strength.WEAK,
            "a page's header data was translated like prose",
        )


def _finding(span: Span, rule: str, strength: Strength, message: str) -> Finding:
    sure = 0.9 if strength is Strength.STRONG else 0.6
    return mqm.finding(span, rule, "markup_damage", message, confidence=sure, strength=strength)
