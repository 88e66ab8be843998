"""What automations can react to: a document was rejected, a run has come to its end."""

from pathlib import Path

from prefect.events import emit_event

from cleaners.summary import Row
from flows.corpus import TABLES
from flows.job import RunResult
from flows.shards import Result

REJECTED = "copydesk.document.rejected"
COMPLETED = "copydesk.run.completed"
MOST = 100  # events a run for single documents; the run's own event has the count of all


class Rejected:
    """Tells of each document that this run has given the verdict reject, the first hundred."""

    def __init__(self, output: str) -> None:
        self._output, self._left = output, MOST
        self._tables: set[str] = set()

    def hear(self, result: Result) -> None:
        """Hear of a shard; the rows of a table come later, with the summary."""
        item = result.shard.inputs[0]
        if item.kind in TABLES:
            self._tables.add(item.path)
        for outcome in result.outcomes:
            if outcome.row:
                self._tell(Row.model_validate_json(outcome.row))

    def hear_row(self, line: str) -> None:
        """Hear a line of the summary: what was done before has been told of before."""
        if self._tables and self._left:
            row = Row.model_validate_json(line)
            if row.path in self._tables:
                self._tell(row)

    def _tell(self, row: Row) -> None:
        if row.verdict != "reject" or not self._left:
            return
        self._left -= 1
        emit_event(
            REJECTED,
            resource=_resource("document", self._output, row.id),
            payload={
                "document": row.path,
                "quality": row.quality,
                "findings": row.findings,
                "kinds": row.kinds,
            },
        )


def tell_completed(result: RunResult) -> None:
    """Tell that a run has come to its end, with counts."""
    totals = result.totals
    emit_event(
        COMPLETED,
        resource=_resource("run", result.job.output, ""),
        payload={
            "documents": totals.documents,
            "failed": totals.failed,
            "unchanged": totals.unchanged,
            "under": totals.under,
            **{verdict: totals.verdicts[verdict] for verdict in ("pass", "review", "reject")},
            "exit_code": result.exit_code,
        },
    )


def _resource(kind: str, output: str, name: str) -> dict[str, str]:
    where = output if "://" in output else Path(output).resolve().as_uri()
    return {
        "prefect.resource.id": f"copydesk.{kind}.{where}/{name}".rstrip("/"),
        "prefect.resource.name": name or where,
    }
