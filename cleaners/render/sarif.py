"""Findings as SARIF 2.1.0 on the file as it was given, for tools that review code and documents."""

from bisect import bisect_right
from collections.abc import Sequence
from urllib.parse import quote

from cleaners.render.as_json import dumps
from cleaners.render.its import severity
from cleaners.report import FindingReport, Report
from cleaners.types import Severity, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {
    Severity.NEUTRAL: "note",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}
"""SARIF has three levels for our four severities; ``rank`` (0 to 100) tells major from critical."""


def render(report: Report) -> str:
    """Return a log of one run. Regions are in the raw text: code points, and lines and columns from 1."""
    rules = sorted({f.rule: f.kind for f in report.findings}.items())
    index = {rule: at for at, (rule, _) in enumerate(rules)}
    raw = report.raw_text()
    starts = [0, *(at + 1 for at, char in enumerate(raw) if char == "\n")]
    version = report.signature.partition("|")[0].rpartition(":")[2]
    driver = {
        "name": "copydesk",
        "version": version,
        "rules": [{"id": rule, "shortDescription": {"text": kind}} for rule, kind in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _location(report), "encoding": report.source.encoding}],
        "results": [_result(report, f, index[f.rule], raw, starts) for f in report.findings],
        "properties": {"signature": report.signature, "quality": report.scores.quality},
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _location(report: Report) -> dict[str, object]:
    return {"uri": quote(report.source.path or report.id, errors="replace"), "index": 0}


def _result(
    report: Report, finding: FindingReport, rule: int, raw: str, starts: Sequence[int]
) -> dict[str, object]:
    region = _region(finding.raw, starts)
    snippet = {"text": raw[finding.raw.start : finding.raw.end]}
    place = {"artifactLocation": _location(report), "region": {**region, "snippet": snippet}}
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVEL[finding.severity],
        "rank": float(severity(finding)),
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
        "properties": {
            "kind": finding.kind,
            "mqm": finding.mqm,
            "severity": finding.severity.value,
            "confidence": finding.confidence,
        },
    }
    if finding.suggestion is not None:
        change = {"deletedRegion": region, "insertedContent": {"text": finding.suggestion}}
        changes = [{"artifactLocation": _location(report), "replacements": [change]}]
        result["fixes"] = [{"artifactChanges": changes}]
    return result


def _region(span: Span, starts: Sequence[int]) -> dict[str, object]:
    first, last = bisect_right(starts, span.start), bisect_right(starts, span.end)
    return {
        "startLine": first,
        "startColumn": span.start - starts[first - 1] + 1,
        "endLine": last,
        "endColumn": span.end - starts[last - 1] + 1,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }
