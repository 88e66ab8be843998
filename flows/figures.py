"""A run in ten figures, kept in the output folder so that the next run can say what changed."""

from datetime import UTC, datetime
from typing import Self

from pydantic import BaseModel, ValidationError

from flows.folder import STATE, Folder
from flows.job import RunResult

_NAME = f"{STATE}/last-run.json"


class Figures(BaseModel):
    """What a run came to; ``quality`` and ``removed`` (a share) are means over the documents done."""

    when: datetime
    documents: int
    failed: int
    verdicts: dict[str, int]
    findings: int
    quality: float
    removed: float

    @classmethod
    def of(cls, result: RunResult) -> Self:
        """Return the figures of a run that is ending now."""
        totals, done = result.totals, max(result.totals.done, 1)
        return cls(
            when=datetime.now(UTC),
            documents=totals.documents,
            failed=totals.failed,
            verdicts={name: totals.verdicts[name] for name in ("pass", "review", "reject")},
            findings=totals.kinds.total(),
            quality=totals.quality / done,
            removed=totals.removed / done,
        )

    def lines(self) -> list[tuple[str, str, float]]:
        """Return a name for each figure, the figure as it is shown, and its value."""
        counts = {
            "documents": self.documents,
            **self.verdicts,
            "failed": self.failed,
            "findings": self.findings,
        }
        return [
            *((name, f"{value:,}", value) for name, value in counts.items()),
            ("mean quality", f"{self.quality:.1f}", round(self.quality, 1)),
            ("removed, mean share in %", f"{100 * self.removed:.1f}", round(100 * self.removed, 1)),
        ]


def exchange(result: RunResult) -> Figures | None:
    """Keep the figures of this run and return those of the run before into the same folder, if there are any."""
    folder = Folder(result.job.output)
    try:
        with folder.open(_NAME) as stream:
            last = Figures.model_validate_json(stream.read())
    except (OSError, ValidationError):
        last = None
    (folder.state / "tmp").mkdir(exist_ok=True)
    folder.write(_NAME, Figures.of(result).model_dump_json().encode())
    return last
