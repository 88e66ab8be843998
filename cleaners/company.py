"""Weak findings speak only in company: what stays of all that the detectors said, and what points where."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from math import log2

from cleaners.types import Finding, Severity, Span, Strength

STRONG = 1.0
"""Evidence of one strong rule: enough by itself."""

NAMELESS = 0.2
"""Evidence of a weak rule that names no language, by its confidence: native pages have stray spaces, odd capitals
and names spelled in two ways too (34 % of 875 native pages showed some), so they tell less than a calque does.
"""

CALQUE = 0.15
"""Evidence of one loose phrase, good English elsewhere: of 875 native pages none shows three in 1,000 words, and of
75 translations all but four do.
"""

NEUTRAL = 0.1
"""Evidence of one kind of mended artefact, however often it occurs."""

ENOUGH = 0.65
"""Evidence from which a language's weak findings speak: two sure calques, or three less sure. Measured on 1.5
million words of native pages: 0.001 false alarms in 1000 words at 0.5 to 1.0, and 0.05 at 0.4.
"""

TOLD = 0.5
"""A weak finding that is less sure than this is evidence and never told: an opener such as "It is worth noting
that" is good English, and only its company makes it telling.
"""

OUTWEIGHED = 3
"""A text has one source: from so many times its own evidence on, another language silences a language's weak
findings, which often are good English or turns that two languages share.
"""

STEADY_WORDS = 800
"""Up to this length ENOUGH is enough; each doubling asks for half of it more, since a long native text gathers
weak findings by chance."""


_WRITTEN = (
    "linguistic-conventions/punctuation",
    "linguistic-conventions/capitalization",
    "design-and-markup",
)
_STRENGTHS = tuple(Strength)
_WEIGHTS = {severity: severity.weight for severity in Severity}


def evidence(findings: Iterable[Finding]) -> dict[str | None, float]:
    """Return evidence by source language (None: no language named); each rule counts once."""
    by_rule: dict[tuple[str | None, str], float] = {}
    for finding in findings:
        key = finding.source_language, finding.rule
        by_rule[key] = max(by_rule.get(key, 0.0), weight(finding))
    total: dict[str | None, float] = {}
    for (language, _rule), value in by_rule.items():
        total[language] = total.get(language, 0.0) + value
    shared = total.get(None, 0.0)
    return {language: value + (shared if language else 0.0) for language, value in total.items()}


def weight(finding: Finding) -> float:
    """Return what one finding is worth as evidence of a machine."""
    if finding.strength is Strength.LOOSE:
        return CALQUE if finding.source_language else 0.0
    if finding.severity is Severity.NEUTRAL:
        return NEUTRAL
    if finding.strength is Strength.STRONG:
        return STRONG
    return finding.confidence * (0.5 if finding.source_language else NAMELESS)


def needed(words: int) -> float:
    """Return how much evidence a text of ``words`` words must show before weak findings count."""
    return ENOUGH * (1.0 + 0.5 * max(0.0, log2(max(words, 1) / STEADY_WORDS)))


def sure_of(findings: Iterable[Finding], words: int, hinted: Collection[str] = ()) -> set[str]:
    """Return the languages that a text of ``words`` words was surely translated from: none or one, seldom two.

    What they have shown themselves counts, and what names no language only beside as much of theirs, where the text
    speaks of their country (``hinted``): of 886 native pages none came to .55 of what is needed, of 3,499 manuals
    four to .8 of it, all four for letters of Chinese that stand in them.
    """
    shown = evidence(findings)
    shared = shown.pop(None, 0.0)
    own = {language: value - shared for language, value in shown.items() if language}
    own = {language: value + min(value, shared) * (language in hinted) for language, value in own.items()}
    return {
        language
        for language, value in own.items()
        if value >= needed(words) and OUTWEIGHED * value >= max(own.values())
    }


def part(
    findings: Sequence[Finding], words: int, sure: Collection[str] = ()
) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that speak, and the weak ones that stay silent for want of company.

    Strong ones speak; weak ones where their language is ``sure`` or has shown enough evidence and no other far more,
    or, when they name no language, where any language or the nameless together have.
    """
    shown = evidence(findings)
    shared = shown.get(None, 0.0)
    most = max((value - shared for language, value in shown.items() if language), default=0.0)
    enough = {
        language
        for language, value in shown.items()
        if value >= needed(words) and (language is None or OUTWEIGHED * (value - shared) >= most)
    }
    enough |= set(sure)
    speak: list[Finding] = []
    silent: list[Finding] = []
    for finding in findings:
        (speak if _speaks(finding, enough) else silent).append(finding)
    return speak, silent


def _speaks(finding: Finding, enough: set[str | None]) -> bool:
    if finding.strength is Strength.STRONG and finding.severity is not Severity.NEUTRAL:
        return True
    if finding.strength is Strength.LOOSE:
        return True  # looked for only where it may speak
    if finding.confidence < TOLD:
        return False
    return bool(enough) if finding.source_language is None else finding.source_language in enough


def settle(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in order of place, without those that lie within a weightier one, or around it.

    Two rules may see one slip; it is told once. Of equals the earlier and longer stays. How a place is written and
    what it says are two slips: a broken link is told beside the wrong term in it. What is evidence alone hides
    nothing that is told, and only evidence hides it: "Old Xu" points to Chinese, and is told beside "Lao Xu".
    """
    written: list[Finding] = []
    said: list[Finding] = []
    proof: list[Finding] = []
    for finding in findings:
        of_it = written if finding.mqm.startswith(_WRITTEN) else said
        (of_it if finding.confidence >= TOLD else proof).append(finding)
    told = [*_apart(written), *_apart(said)]
    beside = {id(f) for f in _apart([*(f for f in told if f.strength is not Strength.LOOSE), *proof])}
    return sorted([*told, *(f for f in proof if id(f) in beside)], key=lambda f: (f.span, f.rule))


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """Return the weightiest findings of which none lies within another."""
    kept: list[tuple[Span, str, Finding]] = []
    for finding in sorted(findings, key=_rank):
        place = (finding.span, finding.rule, finding)
        at = bisect_left(kept, place[:2], key=lambda k: k[:2])
        # What is kept never nests, so only the neighbours of a place can hold it or lie within it.
        if not any(_nested(finding.span, k[0]) for k in kept[max(0, at - 1) : at + 1]):
            kept.insert(at, place)
    return [finding for _, _, finding in kept]


def _nested(one: Span, other: Span) -> bool:
    return one.within(other) or other.within(one)


def _rank(finding: Finding) -> tuple[bool, float, int, float, int, int, str]:
    length = finding.span.end - finding.span.start
    strength = _STRENGTHS.index(finding.strength)
    order = (
        -_WEIGHTS[finding.severity],
        strength,
        -finding.confidence,
        -length,
        finding.span.start,
        finding.rule,
    )
    return (finding.confidence < TOLD, *order)
