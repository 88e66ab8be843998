"""Who does the task runs of a tracked run: this process, processes beside it, or a Dask cluster."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import active_children
from queue import Empty, Queue
from typing import Any

from prefect.futures import PrefectFuture
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner

from flows import engines
from flows.bundles import Bundle, bundled, named
from flows.errors import UsageError
from flows.live import CancelledError, Live
from flows.notes import deaths
from flows.pool import begin
from flows.settings import JobSettings
from flows.shards import Result, Shard
from flows.tasks import do, results_of

WORTH_A_POOL = 20_000_000  # bytes; processes that load Prefect take seconds to start


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


def _runner(job: JobSettings, bundles: Sequence[Bundle]) -> TaskRunner[Any] | None:
    if job.engine == "dask":
        return _dask(job.cluster or "")
    workers = min(job.workers or os.cpu_count() or 1, len(bundles))
    size = sum(shard.worth for bundle in bundles for shard in bundle)
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
    stopped: list[CancelledError] = []

    def attentive(shard: Shard) -> Result:
        try:
            live.tick()
        except CancelledError as error:
            stopped.append(error)
            raise
        return work(shard)

    for bundle in bundles:
        state = live.quietly(do, attentive, bundle, named(bundle), return_state=True)
        if stopped:
            raise stopped[0]
        results = results_of(state) if state else None
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
            yield future, results_of(future)
        live.tick()
