"""One row a document: what summary.jsonl, the index page and the table at the end of a run are made of."""

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict

from cleaners.report import Report, Verdict
from cleaners.types import Severity


class Row(BaseModel):
    """A document in a run's summary. ``failed`` rows have a ``reason`` and no scores."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    path: str
    status: Literal["done", "failed"]
    reason: str | None = None
    page: str | None = None
    title: str | None = None
    language: str | None = None
    quality: float | None = None
    verdict: Verdict | None = None
    points: float | None = None
    words: int | None = None
    findings: int | None = None
    counts: dict[Severity, int] = {}
    mt_likelihood: float | None = None
    mt_source_language: str | None = None
    removed_share: float | None = None
    kinds: dict[str, int] = {}
    removed: dict[str, int] = {}
    rules: dict[str, int] = {}

    @property
    def place(self) -> str:
        """The path, with the id where a file holds many documents: `part-1.jsonl 1` is the one called 1."""
        return self.path if f"/{self.id}." in f"/{self.path}." else f"{self.path} {self.id}".rstrip()


def row(report: Report, page: str | None = None) -> Row:
    """Return the row of a report; ``page`` is the relative address of its annotated page.

    ``kinds`` counts findings by kind, ``removed`` strip's edits by kind, ``rules`` edits and findings by rule.
    """
    scores = report.scores
    title = report.text[report.title.start : report.title.end] if report.title else None
    return Row(
        id=report.id,
        path=report.source.path,
        status="done",
        page=page,
        title=title,
        language=report.language.code,
        quality=scores.quality,
        verdict=scores.verdict,
        points=scores.points,
        words=scores.words,
        findings=len(report.findings),
        counts=scores.counts,
        mt_likelihood=scores.mt_likelihood,
        mt_source_language=scores.mt_source_language,
        removed_share=scores.boilerplate_share,
        kinds=_count([f.kind for f in report.findings]),
        removed=_count([e.kind for e in report.edits if e.stage == "strip"]),
        rules=_count([*(e.rule for e in report.edits), *(f.rule for f in report.findings)]),
    )


def failed(id: str, path: str, reason: str) -> Row:  # noqa: A002  the field's name in the schema
    """Return the row of a document that could not be processed."""
    return Row(id=id, path=path, status="failed", reason=reason)


def _count(names: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in sorted(names):  # few names: a Counter takes longer to make than to fill
        counts[name] = counts.get(name, 0) + 1
    return counts
