"""Safe suggestions applied: a third text, and how much work it was."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cleaners import edits
from cleaners.alignment import Alignment
from cleaners.types import Edit, Finding, Severity, Span

_SENTENCE_END = re.compile(r"[.!?。！？][\"'”’)\]]{0,3}\s|\n")


class Edited(NamedTuple):
    """``text`` with the suggestions made, and the map from the clean text to it."""

    text: str
    alignment: Alignment


def apply(text: str, findings: Iterable[Finding]) -> Edited:
    """Return ``text`` with the suggestion of every finding that has one; of two that overlap the first."""
    return Edited(*edits.apply(text, _wanted(text, findings)))


def _wanted(text: str, findings: Iterable[Finding]) -> Iterator[Edit]:
    at = 0
    for finding in sorted(findings, key=lambda f: (f.span, f.rule)):
        if finding.suggestion is None or finding.severity is Severity.NEUTRAL or finding.span.start < at:
            continue
        span = finding.span
        if not finding.suggestion and text[span.start - 1 : span.start] == " " and span.start > at:
            span = Span(span.start - 1, span.end)  # what is taken out takes the space before it along
        yield Edit(span, finding.suggestion, finding.rule, finding.kind)
        at = finding.span.end


def changed_sentences(text: str, edited: Edited) -> Iterator[tuple[str, str]]:
    """Yield each sentence of ``text`` that a suggestion touched, and what became of it."""
    at = 0
    for hunk in edited.alignment.hunks:
        if hunk.raw.start < at:
            continue
        ends = [m.end() for m in _SENTENCE_END.finditer(text, max(0, hunk.raw.start - 2000), hunk.raw.start)]
        start = max(ends, default=max(0, hunk.raw.start - 2000))
        end = _SENTENCE_END.search(text, hunk.raw.end)
        at = end.end() if end else len(text)
        # The hunk lies inside, so neither edge is one: what is inserted at the very edge is taken along.
        after = edited.alignment.to_clean(Span(start, at))
        begin = min(after.start, hunk.clean.start)
        yield text[start:at], edited.text[begin : max(after.end, hunk.clean.end)]


def effort(text: str, edited: Edited) -> float:
    """Return how far the clean text is from itself with the suggestions applied, 0 (none) to 100.

    100 less chrF2 (Popović 2015, as sacrebleu computes it) over the changed sentences alone.
    """
    pairs = list(changed_sentences(text, edited))
    if not pairs:
        return 0.0
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415  loads numpy; most texts have no suggestion

    before, after = zip(*pairs, strict=True)
    return round(100.0 - float(CHRF().corpus_score(after, [before]).score), 2)
