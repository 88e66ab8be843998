"""The job as a Prefect flow: named runs, a task run a file or a shard, and what a person reads in the dashboard."""
# ruff: noqa: E402  Prefect reads its settings as it is imported, so they come first

import os
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

# An embedded server's first start took over its default of 20 s on a slow machine; telemetry has no place here;
# the command line shows what Prefect would say to the console; a server that died must not hold a run for a minute.
for _name, _value in {
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_INTERNAL_LEVEL": "CRITICAL",
    "PREFECT_CLIENT_MAX_RETRIES": "2",
}.items():
    os.environ.setdefault(_name, _value)

import httpx
from prefect import flow, runtime, tags
from prefect.client.schemas.objects import State
from prefect.context import TagsContext
from prefect.events.clients import PrefectEventsClient
from prefect.events.worker import (
    EventsWorker,
    emit_events_to_cloud,
    should_emit_events_to_running_server,
)
from prefect.exceptions import PrefectException
from prefect.states import Cancelled, Completed, Failed
from prefect.utilities.urls import url_for

from cleaners.lexicon.load import LexiconError
from cleaners.settings import SettingsError
from cleaners.version import VERSION
from flows import board, events, runners
from flows.errors import StoppedError, TrackingError, UsageError
from flows.job import RunResult, Watch, run_job
from flows.live import CancelledError, Live
from flows.settings import JobSettings

if should_emit_events_to_running_server() and not emit_events_to_cloud():
    # By default each event waits eight seconds for a server that is gone, and the process for all of them. With
    # three attempts none waits; what was not confirmed is sent again with the next event that arrives.
    EventsWorker.set_client_override(PrefectEventsClient, reconnection_attempts=3)


@dataclass
class _Turn:
    """What passes between a flow run and who called it, past Prefect, which would store it."""

    watch: Watch
    begun: bool = False
    result: RunResult | None = None
    error: BaseException | None = None


_TURN: ContextVar[_Turn | None] = ContextVar("turn", default=None)


def run_tracked(job: JobSettings, watch: Watch) -> RunResult:
    """Do the job as ``run_job`` does, recorded in Prefect.

    Raises what ``run_job`` raises, and TrackingError when Prefect cannot be had. A server that dies during the
    run costs its record there, not the run.
    """
    # Without a server's address Prefect may start one of its own.
    os.environ.setdefault("PREFECT_SERVER_ALLOW_EPHEMERAL_MODE", "true")
    turn = _Turn(watch)
    token = _TURN.set(turn)
    try:
        with tags(*tags_of(job)):
            copydesk(job, return_state=True)
    except (httpx.HTTPError, PrefectException, OSError, RuntimeError, ValueError) as error:
        if not turn.begun:
            raise TrackingError(why(error)) from error
        watch.say(f"Prefect's record of this run has no end: {why(error)}")
    finally:
        _TURN.reset(token)
    if turn.error:
        raise turn.error
    if turn.result is None:
        raise TrackingError("Prefect did not let the run begin")
    return turn.result


def tags_of(job: JobSettings) -> list[str]:
    """Return what a run is found by in the dashboard."""
    marks = [name for name in ("fresh", "dry_run") if getattr(job, name)]
    # The event feed shows what follows a tag's last dot.
    return [
        "copydesk",
        f"v{VERSION.replace('.', '-')}",
        job.engine,
        *(mark.replace("_", " ") for mark in marks),
    ]


def _run_name() -> str:
    return (
        f"{board.title(runtime.flow_run.parameters['job'])}, {datetime.now().astimezone():%Y-%m-%d %H:%M %Z}"
    )


@flow(
    name="copydesk",
    description="Clean, annotate and score articles; what is done already and unchanged is left out.",
    flow_run_name=_run_name,
    persist_result=False,
    result_serializer="json",
)
def copydesk(job: JobSettings = JobSettings()) -> State[None]:  # noqa: B008  frozen; a form shows it as defaults
    """Clean, annotate and score the articles in ``paths``."""
    # Prefect sends this function to other processes with all that it names: it names one thing that can be sent.
    return _conduct(job)


def _conduct(job: JobSettings) -> State[None]:
    turn = _TURN.get() or _Turn(Watch())
    turn.begun = True
    live = Live(turn.watch, job.output)
    try:
        turn.result = _do(job, live)
    except (CancelledError, KeyboardInterrupt) as error:
        turn.error = error
        return Cancelled(message=str(error) or "stopped by Ctrl-C; what is done stays done")
    except (UsageError, SettingsError, LexiconError, StoppedError) as error:
        turn.error = error
        return Failed(message=str(error))
    except BaseException as error:
        turn.error = error
        raise
    sentence = board.sentence(turn.result)
    return Completed(message=sentence) if turn.result.exit_code < 2 else Failed(message=sentence)


def _do(job: JobSettings, live: Live) -> RunResult:
    if address := url_for("flow-run", runtime.flow_run.id):
        live.tell(f"tracked: {address}")
    # For each tag of a task run Prefect asks the server for leave to begin: only the flow run has tags.
    with TagsContext(current_tags=set()):
        result = run_job(job, runners.mapped(job, live), watch=live)
    live.end()
    live.quietly(board.show, result)
    live.quietly(events.tell_completed, result)
    return result


def why(error: Exception) -> str:
    """Return what Prefect's error means for the person at the command line."""
    if isinstance(error, httpx.HTTPStatusError) and error.response.status_code == httpx.codes.UNAUTHORIZED:
        return "the Prefect server asks who you are: set PREFECT_API_AUTH_STRING"
    return f"{type(error).__name__}: {error}".rstrip(": ")
