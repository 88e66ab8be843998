"""Findings in the columns of WMT's MQM ratings: a row a finding, the error between ``<v>`` and ``</v>``."""

from cleaners.report import FindingReport, Report
from cleaners.types import Line, lines

COLUMNS = ("system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity")
_BREAKS = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
"""What ends a cell or, for some reader, a row."""


def render(report: Report) -> str:
    """Return the table with its header. A segment is a line that is not blank; one without a finding says
    ``no-error``. A finding that runs over several lines is marked in the first.
    """
    rows = ["\t".join(COLUMNS)]
    found = sorted(report.findings, key=lambda f: f.clean)
    at = segment = 0
    for line in lines(report.text):
        here = at
        while at < len(found) and found[at].clean.start <= line.end:
            at += 1
        if line.text.strip():
            segment += 1
            rows += _rows(report, segment, line, found[here:at])
    return "\n".join(rows) + "\n"


def _rows(report: Report, segment: int, line: Line, found: list[FindingReport]) -> list[str]:
    head = ["copydesk", _cell(report.id), _cell(report.id), str(segment), _rater(report), ""]
    if not found:
        return ["\t".join([*head, _cell(line.text), "no-error", "no-error"])]
    return [
        "\t".join([*head, _target(line, f), _category(f.mqm), f.severity.value.capitalize()]) for f in found
    ]


def _target(line: Line, finding: FindingReport) -> str:
    start = finding.clean.start - line.start
    end = min(finding.clean.end, line.end) - line.start
    text = line.text
    return f"{_cell(text[:start])}<v>{_cell(text[start:end])}</v>{_cell(text[end:])}"


def _category(mqm: str) -> str:
    """Return WMT's spelling: ``accuracy/named-entity`` is "Accuracy/Named entity"."""
    return "/".join(part.replace("-", " ").capitalize() for part in mqm.split("/"))


def _rater(report: Report) -> str:
    return _cell(report.signature.partition("|")[0])


def _cell(text: str) -> str:
    """Return text for one cell: a row is a line, and a ``<v>`` that the article itself has is no mark."""
    return text.translate(_BREAKS).replace("<v>", "&lt;v>").replace("</v>", "&lt;/v>")
