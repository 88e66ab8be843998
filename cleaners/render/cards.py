"""The list of findings: each with its quotation, suggestion, message, share of the score, and rule."""

from cleaners.render import names
from cleaners.render.escape import attribute, text
from cleaners.report import FindingReport, Report
from cleaners.types import Severity

_WEIGHTS = "weights:"


def cards(report: Report) -> str:
    """Return a list item a finding, in the order of the report; the page shows the same item as a card."""
    weights = _weights(report.signature)
    total = report.scores.points
    return "".join(
        _card(number, finding, _share(weights[finding.severity], total))
        for number, finding in enumerate(report.findings, 1)
    )


def _card(number: int, finding: FindingReport, share: str) -> str:
    dimension = attribute(finding.mqm.partition("/")[0])
    severity = finding.severity.value
    return (
        f'<li id="n{number}" data-k="{attribute(finding.kind)}" data-s="{severity}">'
        f'<p class="what"><a href="#f{number}" title="Link to this finding">{number}</a> '
        f'<i class="dot {dimension}"></i><b>{text(names.words(finding.kind))}</b> '
        f'<mark class="{severity} {dimension}">{severity}</mark></p>'
        f'<p class="quote"><bdi>{text(finding.quote)}</bdi>{_suggestion(finding)}</p>'
        f'<p class="message">{text(finding.message)}</p>'
        f'<p class="small">{share} · {text(finding.mqm)} · {_sureness(finding)}</p>'
        f'<p class="rule mono">{text(finding.rule)}</p></li>'
    )


def _suggestion(finding: FindingReport) -> str:
    if finding.suggestion is None:
        return ""
    return f' <span class="to">→ <bdi>{text(finding.suggestion) or "(nothing)"}</bdi></span>'


def _sureness(finding: FindingReport) -> str:
    source = names.language(finding.source_language)
    sure = f"{finding.strength.value}, {100 * finding.confidence:.0f} % sure"
    return f"{sure} · from {text(source)}" if source else sure


def _share(points: float, total: float) -> str:
    part = f" ({100 * points / total:.0f} %)" if points and total else ""
    return f"{points:g} of {total:g} points{part}"


def _weights(signature: str) -> dict[Severity, float]:
    """Return the penalty points by severity that the signature says were used, MQM's own where it is silent."""
    for part in signature.split("|"):
        if part.startswith(_WEIGHTS):
            numbers = part.removeprefix(_WEIGHTS).split("/")
            return {s: float(n) for s, n in zip(Severity, numbers, strict=True)}
    return {s: float(s.weight) for s in Severity}
