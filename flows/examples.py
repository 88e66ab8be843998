"""Examples of a detector's rule: of the cases that prove its detector, those in which it fires."""

import importlib
import tomllib
from collections.abc import Iterator
from typing import Any

from cleaners.detect import in_translation
from cleaners.lexicon.entry import unmark
from cleaners.types import Document, Finding, Language, Span
from flows.rules import ROOT

MOST = 6
"""So many examples tell what a rule is; tables have more."""


def of_rule(rule: str) -> list[str]:
    """Return up to MOST texts in which ``rule`` fires, its spans in double brackets; none outside of detect."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "detect" / "cases").glob("*.toml")):
        cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        for case in cases:
            if not case.get("todo") and (spans := _spans(path.stem, case, rule)):
                found[_marked(unmark(case["text"])[0], spans)] = None
    return list(found)[:MOST]


def _spans(detector: str, case: dict[str, Any], rule: str) -> list[Span]:
    text, marked = unmark(case["text"])
    if "raw" in case:  # told of what normalise mended: the case itself says by which rule
        return marked if case.get("rule") == rule else []
    document = Document(text, Language(case.get("language", "en"), 1.0))
    return sorted({f.span for f in _found(detector, document, case) if f.rule == rule})


def _found(detector: str, document: Document, case: dict[str, Any]) -> Iterator[Finding]:
    module = "in_translation" if detector in in_translation.TABLES else detector
    find = importlib.import_module(f"cleaners.detect.{module}").find
    more = (case.get("sources", ("zh", "ja", "ko", "ru")),) if find is in_translation.find else ()
    yield from find(document, None, *more)


def _marked(text: str, spans: list[Span]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text.replace("\n", "\n  ")
