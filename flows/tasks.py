"""A bundle of shards as a task run of Prefect: its name, its outcome in a line, and when it is tried again."""

from dataclasses import dataclass, field
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.futures import PrefectFuture
from prefect.states import Completed, Failed

from flows import engines
from flows.bundles import Bundle, told
from flows.shards import Result


@dataclass(frozen=True)
class Done:
    """What a task run brings; Prefect logs it, so it shows nothing of what it holds."""

    results: list[Result] = field(repr=False)


@task(
    name="clean",
    task_run_name="{name}",
    persist_result=False,
    result_serializer="json",
    cache_policy=NO_CACHE,
    retries=2,
    retry_delay_seconds=[1, 5],
    retry_condition_fn=lambda _task, _run, state: _is_transient(state),
)
def do(work: engines.Work, bundle: Bundle, name: str) -> State[Done]:  # noqa: ARG001  the run is called so
    """Do the shards of a bundle; Prefect logs the message of the state, a line a task run.

    The task run fails when a document alone in it does; the run need not.
    """
    results = [work(shard) for shard in bundle]
    line = told(results)
    failed = [o for result in results for o in result.outcomes if not o.ok]
    if failed and (len(bundle) == len(bundle[0].inputs) == 1 or any(o.transient for o in failed)):
        return Failed(message=line, data=Done(results))
    return Completed(message=line, data=Done(results))


def _is_transient(state: State[Any]) -> bool:
    results = results_of(state)
    return isinstance(results, list) and any(o.transient for result in results for o in result.outcomes)


def results_of(future: PrefectFuture[Any] | State[Any]) -> list[Result] | Exception:
    """Return the results of a task run, or what came instead when its process died."""
    try:
        found = future.result(raise_on_failure=False)
    except Exception as error:  # noqa: BLE001  a dead process or worker has many names, one for each runner
        return error
    return found.results if isinstance(found, Done) else RuntimeError(str(found))
