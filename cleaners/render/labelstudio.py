"""Findings as Label Studio predictions: a task that a reviewer opens with every span already labelled.

The project's labelling interface needs ``<Labels name="kind" toName="text">`` with the kinds as values,
``<Choices name="severity" toName="text" perRegion="true">``, ``<TextArea name="suggestion" toName="text"
perRegion="true">`` and ``<Text name="text" value="$text">``.
"""

from cleaners.render.as_json import dumps
from cleaners.report import FindingReport, Report


def render(report: Report) -> str:
    """Return a list of one task. Offsets are code points, as Label Studio has counted since 1.5."""
    task = {
        "data": {
            "text": report.text,
            "id": report.id,
            "path": report.source.path,
            "quality": report.scores.quality,
            "verdict": report.scores.verdict,
        },
        "predictions": [
            {
                "model_version": report.signature,
                "score": report.scores.mt_likelihood,
                "result": [
                    result
                    for number, f in enumerate(report.findings, 1)
                    for result in _results(f, f"f{number}")
                ],
            }
        ],
    }
    return dumps([task])


def _results(finding: FindingReport, name: str) -> list[dict[str, object]]:
    """Return the region with its label, and under the same id its severity and suggestion."""
    place = {"start": finding.clean.start, "end": finding.clean.end, "text": finding.quote}
    region = {"id": name, "to_name": "text"}
    out: list[dict[str, object]] = [
        {
            **region,
            "from_name": "kind",
            "type": "labels",
            "value": {**place, "labels": [finding.kind]},
            "score": finding.confidence,
            "meta": {"text": [finding.message, finding.rule]},
        },
        {
            **region,
            "from_name": "severity",
            "type": "choices",
            "value": {**place, "choices": [finding.severity.value]},
        },
    ]
    if finding.suggestion is not None:
        fix = {"start": place["start"], "end": place["end"], "text": [finding.suggestion]}
        out.append({**region, "from_name": "suggestion", "type": "textarea", "value": fix})
    return out
