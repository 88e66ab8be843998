"""Weak findings speak only in company: what stays of all that the detectors said, and what points where."""

from collections.abc import Iterable, Sequence
from math import log2

from cleaners.types import Finding, Severity, Strength

STRONG = 1.0
"""Evidence of one strong rule: enough by itself."""

UNKNOWN_SHARE = 0.5
"""What a finding that names no language is worth as evidence for any one language."""

NEUTRAL = 0.15
"""Evidence of one kind of mended artefact, however often it occurs: native pages have stray spaces too."""

STEADY_WORDS = 800
"""Up to this length one unit of evidence is enough; each doubling asks for a half more, since a long native
text gathers weak findings by chance."""


def evidence(findings: Iterable[Finding]) -> dict[str | None, float]:
    """Return evidence by source language (None: no language named); each rule counts once."""
    by_rule: dict[tuple[str | None, str], float] = {}
    for finding in findings:
        key = finding.source_language, finding.rule
        by_rule[key] = max(by_rule.get(key, 0.0), weight(finding))
    total: dict[str | None, float] = {}
    for (language, _rule), value in by_rule.items():
        total[language] = total.get(language, 0.0) + value
    shared = UNKNOWN_SHARE * total.get(None, 0.0)
    return {language: value + (shared if language else 0.0) for language, value in total.items()}


def weight(finding: Finding) -> float:
    """Return what one finding is worth as evidence of a machine."""
    if finding.severity is Severity.NEUTRAL:
        return NEUTRAL
    return STRONG if finding.strength is Strength.STRONG else finding.confidence / 2


def needed(words: int) -> float:
    """Return how much evidence a text of ``words`` words must show before weak findings count."""
    return 1.0 + 0.5 * max(0.0, log2(max(words, 1) / STEADY_WORDS))


def part(findings: Sequence[Finding], words: int) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that speak, and the weak ones that stay silent for want of company.

    Strong ones speak; weak ones where their language has shown enough evidence, or, when they name no language,
    where any language or the nameless together have.
    """
    shown = evidence(findings)
    enough = {language for language, value in shown.items() if value >= needed(words)}
    speak = [f for f in findings if _speaks(f, enough)]
    return speak, [f for f in findings if not _speaks(f, enough)]


def _speaks(finding: Finding, enough: set[str | None]) -> bool:
    if finding.strength is Strength.STRONG and finding.severity is not Severity.NEUTRAL:
        return True
    return bool(enough) if finding.source_language is None else finding.source_language in enough


def settle(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in order of place, without those that lie within a weightier one.

    Two rules may see one slip; it is told once. Of equals the earlier and longer stays.
    """
    ranked = sorted(findings, key=_rank)
    kept: list[Finding] = []
    for finding in ranked:
        if not any(finding.span.within(k.span) or k.span.within(finding.span) for k in kept):
            kept.append(finding)
    return sorted(kept, key=lambda f: (f.span, f.rule))


def _rank(finding: Finding) -> tuple[float, bool, float, int, int, str]:
    length = finding.span.end - finding.span.start
    weak = finding.strength is Strength.WEAK
    return -finding.severity.weight, weak, -finding.confidence, -length, finding.span.start, finding.rule
