"""A lexicon entry as it is needed at run time: small, and ready before its pattern is compiled."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from cleaners.lexicon.entry import Entry
from cleaners.lexicon.pattern import compile_pattern, reach
from cleaners.types import Severity, Strength


@dataclass
class Phrase:
    """One rule of a lexicon. A match of ``pattern`` depends on at most ``reach`` code points from where it begins."""

    rule: str
    source_language: str
    target_language: str
    pattern: str
    reach: int
    case: bool
    kind: str
    severity: Severity
    strength: Strength
    confidence: float
    source: str
    gloss: str
    suggest: str | None
    topics: tuple[str, ...]

    @cached_property
    def match_at(self) -> Callable[[str, int], re.Match[str] | None]:
        """Match the pattern at a place of a text; compiled when first needed: all at once would cost a second."""
        return compile_pattern(self.pattern, case=self.case).match


def from_entry(rule: str, entry: Entry) -> Phrase:
    """Return the entry of rule id ``rule`` (``<source>-<target>.<id>``) as a Phrase."""
    source, _, target = rule.partition(".")[0].partition("-")
    return Phrase(
        rule=rule,
        source_language=source,
        target_language=target or "en",
        pattern=entry.pattern,
        reach=reach(entry.pattern),
        case=entry.case,
        kind=entry.kind,
        severity=entry.severity,
        strength=entry.strength,
        confidence=entry.sureness,
        source=entry.source,
        gloss=entry.gloss,
        suggest=entry.suggest,
        topics=entry.topics,
    )
