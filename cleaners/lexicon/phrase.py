"""A lexicon entry as it is needed at run time: small, and ready before its pattern is compiled."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from cleaners.lexicon.anchors import Anchor
from cleaners.lexicon.entry import Entry
from cleaners.lexicon.pattern import anchors, compile_pattern, reach
from cleaners.types import Severity, Strength

COMPILED = Path(__file__).with_name("compiled.json")
"""The package's own lexicons, compiled: parsing the TOML would cost twenty times as much at every start."""


@dataclass
class Phrase:
    """One rule of a lexicon. Every match of ``pattern`` is found by one of ``anchors``, and depends on at most
    ``reach`` code points from where it begins.
    """

    rule: str
    source_language: str
    target_language: str
    pattern: str
    anchors: tuple[Anchor, ...]
    reach: int
    case: bool
    kind: str
    severity: Severity
    strength: Strength
    confidence: float
    source: str
    gloss: str
    suggest: str | None

    @cached_property
    def match_at(self) -> Callable[[str, int], re.Match[str] | None]:
        """Match the pattern at a place of a text; compiled when first needed: all at once would cost a second."""
        return compile_pattern(self.pattern, case=self.case).match


def from_entry(rule: str, entry: Entry) -> Phrase:
    """Return the entry of rule id ``rule`` (``<source>-<target>.<id>``) as a Phrase."""
    source, _, target = rule.partition(".")[0].partition("-")
    pattern = entry.pattern
    return Phrase(
        rule=rule,
        source_language=source,
        target_language=target or "en",
        pattern=pattern,
        anchors=anchors(pattern),
        reach=reach(pattern),
        case=entry.case,
        kind=entry.kind,
        severity=entry.severity,
        strength=entry.strength,
        confidence=entry.sureness,
        source=entry.source,
        gloss=entry.gloss,
        suggest=entry.suggest,
    )


def dump(entries: Mapping[str, Entry]) -> str:
    """Return ``entries`` compiled, as the text of COMPILED."""
    rows = [_row(from_entry(rule, entry)) for rule, entry in sorted(entries.items())]
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    digest = hashlib.sha256(body.encode()).hexdigest()
    return f'{{"digest": "{digest}", "phrases": [\n{body}\n]}}\n'


def load_compiled(path: Path = COMPILED) -> tuple[str, tuple[Phrase, ...]]:
    """Return the digest and the phrases of a compiled lexicon."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return data["digest"], tuple(_phrase(row) for row in data["phrases"])


def digest_of(phrases: Iterable[Phrase]) -> str:
    """Return a digest of phrases: part of the signature that travels with scores."""
    rows = [json.dumps(_row(p), ensure_ascii=False, sort_keys=True) for p in phrases]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def _row(phrase: Phrase) -> dict[str, object]:
    return asdict(phrase)


def _phrase(row: dict[str, Any]) -> Phrase:
    row["anchors"] = tuple(
        Anchor(tuple(literals), least, most, tuple(map(tuple, needs)))
        for literals, least, most, needs in row["anchors"]
    )
    row["severity"] = Severity(row["severity"])
    row["strength"] = Strength(row["strength"])
    return Phrase(**row)
