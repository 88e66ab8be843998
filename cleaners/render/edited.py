"""The clean text with every safe suggestion applied."""

from cleaners.report import Report


def render(report: Report) -> str:
    """Return the edited text; ``report.suggested`` records each change as an edit."""
    return report.edited_text()
