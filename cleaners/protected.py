"""Stretches of a text that are no prose and are never judged: code, addresses, handles, tables."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from cleaners.patterns import compiled
from cleaners.types import Span

_ZONE = (
    r"^(?P<fence>`{3,10}|~{3,10})[^\n]{0,200}\n"  # a fence runs to its like
    r"|`[^`\n]{1,400}`"
    r"|\b(?:https?|ftp)://[^\s<>\"“”]{1,2000}|\bwww\.[^\s<>\"“”]{1,2000}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,100}"
    r"|(?<![\w@])[@#]\w{1,100}"
    r"|(?<![\w/])(?:~|\.{1,2})?/(?:[\w.-]{1,100}/){1,20}[\w.-]{0,100}"
    r"|^\|[^\n]{1,2000}\|[ \t]{0,10}$"
)


_SIGNS = "`@#|~"


def protected_spans(text: str) -> tuple[Span, ...]:
    """Return the stretches, in order and disjoint."""
    # Nine articles in ten hold none of these, and looking for one letter is a hundred times faster than for a zone.
    if not any(sign in text for sign in _SIGNS) and text.count("/") < 2 and "www." not in text:
        return ()
    spans: list[Span] = []
    at = 0
    zones = compiled(_ZONE, re.MULTILINE)
    while zone := zones.search(text, at):
        end = zone.end()
        if fence := zone["fence"]:
            # A fence that nothing closes was broken on the way: it protects nothing but its own line.
            closing = text.find("\n" + fence, end - 1)
            end = end if closing < 0 else closing + 1 + len(fence)
        spans.append(Span(zone.start(), end))
        at = max(end, zone.start() + 1)
    return tuple(spans)


def protected_near(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the stretches in the lines that hold ``spans`` (in order of their starts): only a fence spans lines."""
    if "```" in text or "~~~" in text:
        return protected_spans(text)
    zones: list[Span] = []
    end = -1
    for span in spans:
        if span.end > end:
            start = max(end + 1, text.rfind("\n", 0, span.start) + 1)
            stop = text.find("\n", span.end)
            end = len(text) if stop < 0 else stop
            zones += (Span(start + low, start + high) for low, high in protected_spans(text[start:end]))
    return tuple(zones)


def is_protected(span: Span, zones: Sequence[Span]) -> bool:
    """Tell whether ``span`` lies within one of ``zones`` (in order and disjoint)."""
    index = bisect_right(zones, (span.start, len(zones) and zones[-1].end)) - 1
    return index >= 0 and span.within(zones[index])
