"""The clean text, and nothing else."""

from cleaners.report import Report


def render(report: Report) -> str:
    """Return the clean text exactly as the report's spans count it."""
    return report.text
