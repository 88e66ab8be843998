"""Findings as ITS 2.0 markup, so that localisation tools read the page (W3C, Localization Quality Issue)."""

from collections.abc import Sequence

from cleaners.render.escape import attribute
from cleaners.render.names import its_type
from cleaners.report import FindingReport
from cleaners.types import Severity

PROFILE = "https://themqm.org/"
"""The model that types and severities follow: MQM."""


def severity(finding: FindingReport) -> int:
    """Return ITS's 0 to 100: penalty points with a critical finding as 100."""
    return finding.severity.weight * 100 // Severity.CRITICAL.weight


def local(finding: FindingReport) -> str:
    """Return the attributes of a span that has one finding."""
    return (
        f' its-loc-quality-issue-type="{its_type(finding.kind)}"'
        f' its-loc-quality-issue-comment="{attribute(finding.message)}"'
        f' its-loc-quality-issue-severity="{severity(finding)}"'
        f' its-loc-quality-issue-profile-ref="{PROFILE}"'
    )


def standoff(name: str, findings: Sequence[FindingReport]) -> str:
    """Return the block that a span with several findings refers to: ITS allows one finding an element."""
    issues = "".join(
        f'<its:locQualityIssue locQualityIssueType="{its_type(f.kind)}"'
        f' locQualityIssueComment="{attribute(f.message)}"'
        f' locQualityIssueSeverity="{severity(f)}" locQualityIssueProfileRef="{PROFILE}"/>'
        for f in findings
    )
    return (
        f'<script type="application/its+xml" id="{name}">'
        f'<its:locQualityIssues xmlns:its="http://www.w3.org/2005/11/its" xml:id="{name}" version="2.0">'
        f"{issues}</its:locQualityIssues></script>"
    )
