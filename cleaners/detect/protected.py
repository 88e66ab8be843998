"""What is no English prose and is never judged: code, addresses, handles, tables, quoted foreign titles."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from cleaners import protected
from cleaners.detect.scripts import beyond_latin
from cleaners.patterns import compiled
from cleaners.types import Finding, Line, Span, lines

_INDENTS = ("    ", "\t")
_INDENTED = re.compile("\n    ")  # the engine runs to a line's end faster than `in` to five letters
_LIST_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s")
# An indented line is code when it holds what prose does not, or is too short for a sentence.
_CODE_SIGN = re.compile(r"[{}=;<>\\$|_]|\(\)|//|--")
_SHORT = 5
_FOREIGN = "[\u0400-\u1cff\u3040-\u9fff\uac00-\ud7a3]"
_TITLE = (
    rf"《[^《》\n]{{0,60}}{_FOREIGN}[^《》\n]{{0,60}}》|[“\"]{_FOREIGN}[^“”\"\n]{{0,60}}[”\"]"
    rf"|[‘']{_FOREIGN}[^‘’'\n]{{0,60}}[’']|«{_FOREIGN}[^«»\n]{{0,80}}»|[「『]{_FOREIGN}[^「」『』\n]{{0,60}}[」』]"
)
_MARKUP_SHOWS_IN = frozenset("|@#《“\"‘'«「『")
"""First signs of places where broken bold is as broken as elsewhere: tables, handles, titles."""
_ADDRESS = ("http", "www.")
"""No address holds a wide mark: it was glued on, since Chinese sets no space behind an address."""


def protected_near(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the places of ``text`` that are never judged, in order and disjoint: those near ``spans``, at least.

    Most of a text has no finding near, and looking for addresses is dear.
    """
    return _merged([*protected.protected_near(text, sorted(spans)), *_own(text)])


def judged(findings: Iterable[Finding], text: str) -> Iterator[Finding]:
    """Yield the ``findings`` that do not lie within a protected place of ``text``.

    Damaged markup is judged in tables, handles and titles too, and where it is the ticks of inline code; wide marks
    and a closed space also at the end of addresses.
    """
    said = list(findings)
    zones = protected_near(text, (finding.span for finding in said))
    for finding in said:
        zone = _holder(finding.span, zones)
        if zone is None or _shows_in(zone, finding, text):
            yield finding


def _shows_in(zone: Span, finding: Finding, text: str) -> bool:
    if finding.kind == "fullwidth_punct":
        return text.startswith(_ADDRESS, zone.start)
    if finding.kind == "space_punct":
        return text.startswith(_ADDRESS, zone.start) and text[finding.span.end - 1] == ")"  # what ends a link
    if finding.kind == "nospace_punct":
        return text[finding.span.start] == ")"  # what follows a link
    return finding.kind == "markup_damage" and (finding.span == zone or text[zone.start] in _MARKUP_SHOWS_IN)


def _holder(span: Span, zones: tuple[Span, ...]) -> Span | None:
    """Return the zone that holds ``span``."""
    index = bisect_right(zones, (span.start, span.start)) if zones else 0
    near = zones[max(0, index - 1) : index + 1]
    return next((zone for zone in near if span.within(zone)), None)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _own(text: str) -> Iterator[Span]:
    if "\t" in text or text.startswith(_INDENTS) or _INDENTED.search(text):
        yield from _indented(text)
    if "|" in text:
        yield from _tables(text)
    if beyond_latin(text):
        yield from (Span(*match.span()) for match in compiled(_TITLE).finditer(text))


def _indented(text: str) -> Iterator[Span]:
    """Yield indented lines after a blank one, as Markdown has code; an indented paragraph of prose is none."""
    code = True
    for line in lines(text):
        if not line.text.strip():
            code = True
        elif code and line.text.startswith(_INDENTS) and _reads_as_code(line):
            yield Span(line.start, line.end)
        else:
            code = False


def _reads_as_code(line: Line) -> bool:
    if _LIST_ITEM.match(line.text):
        return False
    return bool(_CODE_SIGN.search(line.text)) or len(line.text.split()) < _SHORT


def _tables(text: str) -> Iterator[Span]:
    """Yield rows with two bars or more that stand above or below another such row."""
    rows = [line for line in lines(text) if line.text.count("|") > 1]
    beside: set[Line] = set()
    for row, following in pairwise(rows):
        if following.start == row.end + 1:
            beside.update((row, following))
    yield from (Span(row.start, row.end) for row in rows if row in beside)
