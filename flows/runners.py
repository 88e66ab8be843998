"""The shards of a tracked run as task runs of Prefect: one a file when they are few, else one a bundle of shards."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import active_children
from queue import Empty, Queue
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.futures import PrefectFuture
from prefect.states import Completed, Failed
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner

from cleaners.summary import Row
from flows import engines
from flows.errors import UsageError
from flows.live import Live
from flows.notes import deaths
from flows.pool import begin
from flows.settings import JobSettings
from flows.shards import FEW, Result, Shard

Bundle = Sequence[Shard]
BUNDLE = 15_000_000  # bytes, some 15 seconds of work
MOST = 290  # task runs; a server on SQLite was seen to drop records of thousands
WORTH_A_POOL = 20_000_000  # bytes; processes that load Prefect take seconds to start


@dataclass(frozen=True)
class Done:
    """What a task run brings; Prefect logs it, so it shows nothing of what it holds."""

    results: list[Result] = field(repr=False)


def mapped(job: JobSettings, live: Live) -> engines.Map:
    """Return the map that makes task runs; a shard that a dead worker left behind is done by the plain engine."""

    def run(work: engines.Work, shards: Sequence[Shard]) -> Iterable[Result]:
        bundles, plain = bundled(shards), engines.choose(job, live.say)
        if job.engine == "dask":
            list(plain(work, ()))  # it says what is wrong when there is no cluster
        if (runner := _runner(job, bundles)) is None:
            return _one_by_one(work, bundles, live)
        return _through(runner, work, bundles, plain, live)

    return run


def bundled(shards: Sequence[Shard]) -> list[Bundle]:
    """Return the shards, put together for task runs."""
    files = [shard for shard in shards if shard.block is None]
    few = sum(len(shard.inputs) for shard in files) < FEW
    target = max(BUNDLE, sum(shard.size for shard in shards) // MOST)
    out: list[Bundle] = [(shard,) for shard in files] if few else []
    pile: list[Shard] = []
    for shard in shards:
        if few and shard.block is None:
            continue
        pile.append(shard)
        if sum(one.size for one in pile) >= target:
            out.append(tuple(pile))
            pile = []
    return [*out, tuple(pile)] if pile else out


def named(bundle: Bundle) -> str:
    """Return what a task run is called."""
    first, last = bundle[0], bundle[-1]
    if len(bundle) == 1:
        return first.name
    documents = sum(len(shard.inputs) for shard in bundle)
    if any(shard.block for shard in bundle):
        return f"{first.name} to {last.name}"
    return f"{first.inputs[0].path} and {documents - 1:,} more"


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


def told(results: Iterable[Result]) -> str:
    """Return what became of shards in a few words."""
    rows = [Row.model_validate_json(o.row) for result in results for o in result.outcomes if o.row]
    done = [row for row in rows if row.status == "done"]
    failed = [row for row in rows if row.status == "failed"]
    if len(rows) == len(failed) == 1:
        return failed[0].reason or ""
    if len(rows) == len(done) == 1:
        row = done[0]
        removed = 100 * (row.removed_share or 0)
        return f"quality {row.quality:.1f}, {row.verdict}, {row.findings} findings, {removed:.0f} % removed"
    if not rows:
        return "done"
    worst = min((row.quality or 0.0 for row in done), default=0.0)
    return f"{len(done):,} done, worst quality {worst:.1f}" + (f", {len(failed):,} failed" if failed else "")


def _is_transient(state: State[Any]) -> bool:
    results = _results(state)
    return isinstance(results, list) and any(o.transient for result in results for o in result.outcomes)


def _runner(job: JobSettings, bundles: Sequence[Bundle]) -> TaskRunner[Any] | None:
    if job.engine == "dask":
        return _dask(job.cluster or "")
    workers = min(job.workers or os.cpu_count() or 1, len(bundles))
    size = sum(shard.size for bundle in bundles for shard in bundle)
    if workers < 2 or size < WORTH_A_POOL:
        return None
    return ProcessPoolTaskRunner(workers, initializer=begin, initargs=(job.rules,))


def _dask(address: str) -> TaskRunner[Any]:
    try:
        from prefect_dask.task_runners import DaskTaskRunner  # noqa: PLC0415  an extra
    except ImportError as error:
        raise UsageError("engine dask needs copydesk[dask]; install it") from error
    return DaskTaskRunner(address=address)


def _one_by_one(work: engines.Work, bundles: Iterable[Bundle], live: Live) -> Iterator[Result]:
    for bundle in bundles:
        state = live.quietly(do, work, bundle, named(bundle), return_state=True)
        results = _results(state) if state else None
        yield from results if isinstance(results, list) else map(work, bundle)


def _through(
    runner: TaskRunner[Any],
    work: engines.Work,
    bundles: Sequence[Bundle],
    plain: engines.Map,
    live: Live,
) -> Iterator[Result]:
    """Yield results as they come; go on with a new runner when a process dies and takes the others with it."""
    waiting = list(bundles)
    while waiting:
        left: dict[PrefectFuture[Any], Bundle] = {}
        with _running(runner.duplicate()) as here:
            futures = {here.submit(do, {"work": work, "bundle": b, "name": named(b)}): b for b in waiting}
            for future, results in _as_they_come(list(futures), live):
                if isinstance(results, Exception):
                    left[future], reason = futures[future], results
                else:
                    yield from results
        if left:
            live.say(f"a process died ({type(reason).__name__}); what it did is done again")
            live.crashed += [future.task_run_id for future in left]
        all_left = len(left) == len(waiting)
        begun = [b for b in left.values() if all_left or any(map(deaths, b))]
        yield from plain(work, [shard for bundle in begun for shard in bundle])
        waiting = [bundle for bundle in left.values() if bundle not in begun]


@contextmanager
def _running(runner: TaskRunner[Any]) -> Iterator[TaskRunner[Any]]:
    """Give a started runner; leaving it early ends its processes at once: what they write is whole or absent."""
    try:
        with runner:
            try:
                yield runner
            except BaseException:
                for process in active_children():
                    process.terminate()
                raise
    finally:
        # A killed process may have held the lock of Prefect's queue; this one's exit would wait for it for ever.
        if (queue := getattr(runner, "_subprocess_message_queue", None)) is not None:
            queue.cancel_join_thread()


def _as_they_come(
    futures: Sequence[PrefectFuture[Any]], live: Live
) -> Iterator[tuple[PrefectFuture[Any], list[Result] | Exception]]:
    """Yield futures that are done, each with its results, or what came instead when a process died."""
    ready: Queue[PrefectFuture[Any]] = Queue()
    for future in futures:
        future.add_done_callback(ready.put)
    left = len(futures)
    while left:
        with suppress(Empty):
            future = ready.get(timeout=1)
            left -= 1
            yield future, _results(future)
        live.tick()


def _results(future: PrefectFuture[Any] | State[Any]) -> list[Result] | Exception:
    try:
        found = future.result(raise_on_failure=False)
    except Exception as error:  # noqa: BLE001  a dead process or worker has many names, one for each runner
        return error
    return found.results if isinstance(found, Done) else RuntimeError(str(found))
