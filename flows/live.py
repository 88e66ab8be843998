"""What the dashboard hears while a run goes on, and what it says: that the run is cancelled."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import ParamSpec, TypeVar, cast
from uuid import UUID

from prefect import get_run_logger
from prefect.artifacts import create_progress_artifact, update_progress_artifact
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import State
from prefect.context import FlowRunContext
from prefect.exceptions import PrefectHTTPStatusError
from prefect.settings.context import get_current_settings
from prefect.states import Crashed

from flows import events
from flows.errors import StoppedError
from flows.job import Watch
from flows.shards import Result

_GONE = "Prefect failed ({}: {}); the run goes on, its record in the dashboard is not complete"
_EVERY = 5.0  # seconds between two questions to the server
_LONG = 15.0  # seconds; a run that takes longer shows its progress

P = ParamSpec("P")
T = TypeVar("T")


class CancelledError(StoppedError):
    """Somebody cancelled the run in the dashboard."""


class Live(Watch):
    """Passes on to ``watch`` what it hears, and tells the dashboard.

    A dashboard that is gone must not cost the run: after the first call that fails no more are made.
    ``crashed`` are task runs whose process died.
    """

    def __init__(self, watch: Watch, output: str) -> None:
        context = FlowRunContext.get()
        if context is None or context.flow_run is None:
            raise RuntimeError("a run is live inside a flow")
        self._client, self._id = cast("SyncPrefectClient", context.client), context.flow_run.id
        self._watch, self._log = watch, get_run_logger()
        self._begun = self._asked = time.monotonic()
        self._total = self._sum = 0
        self._bar: UUID | None = None
        self._is_there = True
        self.crashed: list[UUID] = []
        self._rejected = events.Rejected(output)

    def start(self, documents: int, size: int) -> None:
        """Log how much there is to do."""
        self._watch.start(documents, size)
        self._total = size
        self._log.info(
            "to do: %s, %s KB", f"{documents:,} input{'s' if documents != 1 else ''}", f"{size / 1000:,.0f}"
        )

    def done(self, result: Result) -> None:
        """Move on, and stop if the run is cancelled. Raises CancelledError."""
        self._watch.done(result)
        self._sum += result.shard.size
        self.quietly(self._rejected.hear, result)
        self.tick()

    def row(self, line: str) -> None:
        """Pass a line of the summary on."""
        self._watch.row(line)
        self.quietly(self._rejected.hear_row, line)

    def say(self, line: str) -> None:
        """Warn, here and there."""
        self._watch.say(line)
        self._log.warning(line)

    def tell(self, line: str) -> None:
        """Pass a line on."""
        self._watch.tell(line)

    def tick(self) -> None:
        """Ask every few seconds whether the run is cancelled, and show how far it is. Raises CancelledError."""
        now = time.monotonic()
        if now - self._asked < _EVERY:
            return
        self._asked = now
        state = self.quietly(self._state)
        if state and (state.is_cancelling() or state.is_cancelled()):
            raise CancelledError("cancelled in the dashboard; what is done stays done")
        if now - self._begun > _LONG:
            self._show(100 * self._sum / max(self._total, 1))

    def end(self) -> None:
        """Bring the progress to its end, and say of task runs whose process died what it could not say."""
        if self._bar:
            self._show(100.0)
        for one in self.crashed:
            self.quietly(self._set_crashed, one)

    def quietly(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Return what a call of Prefect returns; None when it fails, and from then on."""
        if not self._is_there:
            return None
        try:
            return call(*args, **kwargs)
        except Exception as error:  # noqa: BLE001  whatever it is, it is no reason to stop the work
            self._let_go(error)
            return None

    def _let_go(self, error: Exception) -> None:
        """Make no more calls. Prefect still makes some at the end: those neither wait nor are tried again."""
        self._is_there = False
        self._watch.say(_GONE.format(type(error).__name__, error))
        settings = get_current_settings()
        settings.client.max_retries = 0
        settings.logging.to_api.enabled = False

    def _set_crashed(self, task_run: UUID) -> None:
        with suppress(PrefectHTTPStatusError):  # it was waiting: the server does not know it
            self._client.set_task_run_state(
                task_run, Crashed(message="its process died; done again by another")
            )

    def _state(self) -> State | None:
        return self._client.read_flow_run(self._id).state

    def _show(self, percent: float) -> None:
        if self._bar is None:
            made = self.quietly(
                create_progress_artifact,
                percent,
                description="How far the run is, by the size of its inputs.",
            )
            self._bar = cast("UUID | None", made)  # a coroutine only where there is a running loop
        else:
            self.quietly(update_progress_artifact, self._bar, percent)
