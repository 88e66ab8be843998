"""The command line of scheduled runs: `python -m flows.schedule`."""
# ruff: noqa: PLC0415  imported late: --help should not wait for Prefect

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flows.plan import Plan

_EXAMPLES = """\
examples:
  python -m flows.schedule --cron "0 6 * * *" --timezone Europe/Berlin articles -o desk
  python -m flows.schedule --settings desk.toml      its tables [[schedule]], all at once

It needs a Prefect server (`prefect server start`) and serves until Ctrl-C: runs start only while it is there.
A run does what is new or changed. While one is going on, the next of the same name is left out.
"""


def main(argv: list[str] | None = None) -> int:
    """Serve the schedules until Ctrl-C; return 0, or 2 for what cannot be served."""
    from cleaners.lexicon.load import LexiconError
    from cleaners.settings import SettingsError
    from flows.errors import TrackingError, UsageError

    try:
        serve(_parser().parse_intermixed_args(argv))
    except (UsageError, SettingsError, LexiconError, TrackingError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def serve(arguments: argparse.Namespace) -> None:
    """Serve what ``arguments`` ask for. Raises SettingsError, UsageError or TrackingError."""
    _find_server()
    import httpx
    from prefect import serve as serve_all

    from flows.dead import bury
    from flows.errors import TrackingError
    from flows.plan import plans
    from flows.tracked import why

    when = _given(arguments, "name", "cron", "timezone")
    run = _given(arguments, "output") | ({"paths": arguments.paths} if arguments.paths else {})
    wanted = plans(arguments.settings, when, run)
    try:
        for plan in wanted:
            bury(plan)
        serve_all(*map(deployment, wanted))
    except httpx.HTTPError as error:
        raise TrackingError(why(error)) from error


def deployment(plan: "Plan") -> Any:
    """Return a plan as a deployment of the flow."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.schedules import Cron
    from prefect.types.entrypoint import EntrypointType

    from flows.tracked import copydesk, tags_of

    return copydesk.to_deployment(
        plan.name,
        schedule=Cron(plan.cron, timezone=plan.timezone),
        paused=False,  # Ctrl-C pauses a schedule so that no runs pile up; here it goes on
        parameters={"job": plan.job.model_dump(mode="json", exclude_defaults=True)},
        # What a run that is going on leaves over is new to the run after it: none has to wait in line.
        concurrency_limit=ConcurrencyLimitConfig(
            limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW
        ),
        tags=[*tags_of(plan.job), "scheduled"],
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


def _find_server() -> None:
    from flows.errors import TrackingError
    from flows.server import find_server

    server = find_server()
    if not server.answers:
        raise TrackingError(
            f"no Prefect server answers at {server.address}; start one with `prefect server start`"
        )
    os.environ.setdefault("PREFECT_API_URL", server.address)
    # The console is all that a person sees of a scheduled run but the dashboard.
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "INFO")


def _given(arguments: argparse.Namespace, *names: str) -> dict[str, Any]:
    return {name: getattr(arguments, name) for name in names if getattr(arguments, name) is not None}


def _parser() -> argparse.ArgumentParser:
    out = argparse.ArgumentParser(
        prog="python -m flows.schedule",
        description="Run the desk on a schedule; each has a form and a button in the Prefect dashboard.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    out.add_argument(
        "paths", nargs="*", metavar="PATH", help="file, folder, glob or address (default: seeds)"
    )
    out.add_argument(
        "--cron", metavar="CRON", help="minute hour day month weekday: '0 6 * * *' is daily at six"
    )
    out.add_argument("--timezone", metavar="TZ", help="of the cron times, as Europe/Berlin (default: UTC)")
    out.add_argument(
        "--name", metavar="N", help="what the schedule is called (default: the names of its paths)"
    )
    out.add_argument("-o", "--output", metavar="DIR", help="default: output")
    out.add_argument(
        "--settings", metavar="FILE", type=Path, help="TOML: settings, [run], and [[schedule]] tables"
    )
    return out


if __name__ == "__main__":
    sys.exit(main())
