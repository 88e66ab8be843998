"""Findings as W3C Web Annotations (JSON-LD) on the clean text, each placed by position and by quotation."""

from pathlib import PurePosixPath
from urllib.parse import quote

from cleaners.render.as_json import dumps
from cleaners.report import FindingReport, Report

_CONTEXT = 32
"""Code points of text before and after a quotation: enough to find it again in a changed text."""
_ANNO = "http://www.w3.org/ns/anno.jsonld"


def render(report: Report) -> str:
    """Return an AnnotationPage about ``NAME.txt`` beside it; positions are code points, as the model counts them."""
    name = quote(PurePosixPath(report.id).name, errors="replace")
    items = [_annotation(report, name, number, f) for number, f in enumerate(report.findings, 1)]
    about = f"urn:sha256:{report.source.sha256}"
    return dumps({"@context": _ANNO, "id": f"{about}#page", "type": "AnnotationPage", "items": items})


def _annotation(report: Report, name: str, number: int, finding: FindingReport) -> dict[str, object]:
    tags = (finding.kind, finding.mqm, finding.severity.value, finding.rule)
    body = [_body(finding.message, "describing"), *(_body(tag, "tagging") for tag in tags)]
    if finding.suggestion is not None:
        body.append(_body(finding.suggestion, "editing"))
    return {
        "@context": _ANNO,
        "id": f"urn:sha256:{report.source.sha256}#f{number}",
        "type": "Annotation",
        "motivation": "assessing",
        "generator": {"id": "urn:copydesk", "type": "Software", "name": report.signature},
        "body": body,
        "target": {"source": f"{name}.txt", "selector": _selectors(report.text, finding)},
    }


def _body(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _selectors(text: str, finding: FindingReport) -> list[dict[str, object]]:
    start, end = finding.clean
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _CONTEXT) : start],
            "suffix": text[end : end + _CONTEXT],
        },
    ]
