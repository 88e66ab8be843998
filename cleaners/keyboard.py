"""Chinese or Japanese: the two share a keyboard's marks, so what else a text shows tells whose "。" it is."""

from collections.abc import Iterable
from dataclasses import replace

from cleaners.types import Finding


def attributed(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, with wide marks as the language's that more rules speak for, or as they are."""
    findings = list(findings)
    rules = _rules(findings)
    if len(rules["ja"]) == len(rules["zh"]):
        return findings
    language = "ja" if _japanese(rules) else "zh"
    return [replace(f, source_language=language) if _mark(f) else f for f in findings]


def undecided(findings: Iterable[Finding]) -> bool:
    """Tell whether wide marks are all that speaks for either language."""
    return not any(_rules(findings).values())


def decided(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, ``attributed``, of the language that more rules speak for; the other's are left out."""
    findings = list(findings)
    other = "zh" if _japanese(_rules(findings)) else "ja"
    return attributed(f for f in findings if _mark(f) or f.source_language != other)


def _japanese(rules: dict[str, set[str]]) -> bool:
    return len(rules["ja"]) > len(rules["zh"])


def _rules(findings: Iterable[Finding]) -> dict[str, set[str]]:
    """Return the rules that speak for Chinese and for Japanese, wide marks aside."""
    rules: dict[str, set[str]] = {"zh": set(), "ja": set()}
    for finding in findings:
        if finding.source_language in rules and not _mark(finding):
            rules[finding.source_language].add(finding.rule)
    return rules


def _mark(finding: Finding) -> bool:
    return finding.rule == "fullwidth.mark"
