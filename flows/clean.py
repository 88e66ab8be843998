"""The command line: `python -m flows.clean`."""

# ruff: noqa: PLC0415  imported late: --help and a run of five files should not wait for what they do not need
import argparse
import os
import signal
import sys
from typing import TYPE_CHECKING, Any

from flows.arguments import parser

if TYPE_CHECKING:
    from flows.job import RunResult
    from flows.plain import Plain
    from flows.settings import JobSettings

_SAME_NAME = (
    *("output", "apply", "references", "fail_under", "text_column", "id_column"),
    *("engine", "cluster", "workers", "fresh", "dry_run"),
)
_TRACK = "to track runs, start `prefect server start` and run this again"


class Terminated(KeyboardInterrupt):
    """Somebody ended the run with SIGTERM, as a service manager does; it ends as tidily as with Ctrl-C."""


def main(argv: list[str] | None = None) -> int:
    """Run the command line and return its exit status. Raises SystemExit for what argparse refuses."""
    arguments = parser().parse_intermixed_args(argv)
    try:
        status = _run(arguments)
        sys.stdout.flush()  # a full disk is found out here, and not as Python ends
        return status
    except KeyboardInterrupt as stop:
        print("stopped; what is done stays done, and the same command goes on from there", file=sys.stderr)
        return 143 if isinstance(stop, Terminated) else 130
    except BrokenPipeError:
        # Whoever read our output has enough; Python would complain again as it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"{error.filename or 'stdout'}: {error.strerror}", file=sys.stderr)
        return 2


def _run(arguments: argparse.Namespace) -> int:
    from cleaners.lexicon.load import LexiconError
    from cleaners.settings import SettingsError
    from flows.errors import StoppedError, TrackingError, UsageError

    try:
        return _answer(arguments)
    except (UsageError, SettingsError, LexiconError, TrackingError) as error:
        print(error, file=sys.stderr)
        return 2
    except StoppedError as error:
        print(error, file=sys.stderr)
        return 3


def _answer(arguments: argparse.Namespace) -> int:
    if arguments.schema:
        from flows.answers import schema

        print(schema())
        return 0
    if arguments.explain is not None:
        from flows.answers import explain

        print(explain(arguments.explain, job_of(arguments).rules.lexicons))
        return 0
    job = job_of(arguments)
    if "-" in job.paths:
        from flows.stdin import clean_stdin

        return clean_stdin(job, whole_report=arguments.json)
    return _process(job, arguments)


def job_of(arguments: argparse.Namespace) -> "JobSettings":
    """Return the job that the options ask for. Raises SettingsError."""
    from flows.settings import load_job

    run: dict[str, Any] = {
        "paths": arguments.paths or None,
        "formats": arguments.format and [name.strip() for name in arguments.format.split(",")],
    }
    run |= {name: getattr(arguments, name) for name in _SAME_NAME}
    rules = {"strip": False if arguments.no_strip else None, "keep": arguments.keep}
    return load_job(
        arguments.settings, *({k: v for k, v in part.items() if v is not None} for part in (run, rules))
    )


def _process(job: "JobSettings", arguments: argparse.Namespace) -> int:
    with _screen(arguments) as screen:
        result = _tracked_or_not(job, screen, track=arguments.track)
    screen.report(result)
    return result.exit_code


def _screen(arguments: argparse.Namespace) -> "Plain":
    if arguments.quiet:
        from flows.plain import Plain

        return Plain(rows=arguments.json)
    from flows.screen import Screen

    return Screen(rows=arguments.json)


def _tracked_or_not(job: "JobSettings", screen: "Plain", *, track: bool | None) -> "RunResult":
    from flows.job import run_job

    if track is False:
        return run_job(job, watch=screen)
    from flows.server import find_server

    server = find_server()
    if server.answers or track:
        if server.answers:
            os.environ.setdefault("PREFECT_API_URL", server.address)
        from flows.errors import TrackingError
        from flows.tracked import run_tracked

        try:
            return run_tracked(job, screen)
        except TrackingError as error:
            if track:
                raise
            screen.say(f"this run is not tracked: {error}")
            return run_job(job, watch=screen)
    if server.configured:
        screen.say(f"Prefect does not answer at {server.address}: this run is not tracked")
    else:
        screen.tell(f"this run is not tracked: {_TRACK}")
    return run_job(job, watch=screen)


def _open_closed_streams() -> None:
    """Give who closed stdout or stderr (`2>&-`) somewhere to write: Python has None there."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  for as long as it runs


def _terminate(*_: object) -> None:
    raise Terminated("stopped by SIGTERM; what is done stays done")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _terminate)
    _open_closed_streams()
    sys.exit(main())
