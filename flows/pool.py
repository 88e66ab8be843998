"""Shards done by processes beside this one, and what happens when one of them dies."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process

from cleaners import resources
from cleaners.settings import Settings
from flows.errors import StoppedError
from flows.notes import deaths
from flows.shards import Result, Shard

Work = Callable[[Shard], Result]
_TRIES = 3  # a pool that dies so often before it began anything will not live


def in_processes(
    work: Work, shards: Sequence[Shard], workers: int, say: Callable[[str], None]
) -> Iterator[Result]:
    """Yield the results of ``shards`` as they come.

    When a process dies, the shards that were begun are done again one at a time; a document that two processes
    died on is left out, as failed. Raises StoppedError when processes die whatever they do.
    """
    waiting, idle = deque(shards), 0
    while waiting:
        before = len(waiting)
        begun = yield from _until_one_dies(work, waiting, workers)
        idle = idle + 1 if len(waiting) == before else 0
        if idle == _TRIES:
            raise StoppedError("processes die before they begin to work; is there memory enough?")
        if begun:
            names = ", ".join(deaths(shard)[-1] for shard in begun)
            say(f"a process died; in work then, and done again now: {names}")
        for shard in begun:
            yield _alone(work, shard)


def _until_one_dies(work: Work, waiting: deque[Shard], workers: int) -> Generator[Result, None, list[Shard]]:
    """Yield results until nothing waits or a process dies; return the shards that had been begun by then."""
    running: dict[Future[Result], Shard] = {}
    try:
        with _pool(workers, waiting[0].job.rules) as pool:
            while waiting or running:
                # Two shards a process: one in work and one at hand.
                while waiting and len(running) < 2 * workers:
                    future = _submit(pool, work, waiting[0])
                    running[future] = waiting.popleft()
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    yield future.result()
                    del running[future]
    except BrokenProcessPool:
        waiting.extendleft(shard for shard in running.values() if not deaths(shard))
        return [shard for shard in running.values() if deaths(shard)]
    return []


def _alone(work: Work, shard: Shard) -> Result:
    """Do a shard in a process of its own, as often as it takes to find what kills it."""
    while True:
        before = len(deaths(shard))
        try:
            with _pool(1, shard.job.rules) as pool:
                return _submit(pool, work, shard).result()
        except BrokenProcessPool as error:
            if len(deaths(shard)) == before:
                raise StoppedError(f"a process died before it began with {shard.name}") from error


def _submit(pool: ProcessPoolExecutor, work: Work, shard: Shard) -> Future[Result]:
    """Hand a shard in. That may start processes: they inherit that Ctrl-C waits, and do not die of it half begun."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(work, shard)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _pool(workers: int, rules: Settings) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of processes that have loaded what rules need; leaving it early ends them at once."""
    pool = ProcessPoolExecutor(workers, get_context("spawn"), begin, (rules,))
    try:
        yield pool
        pool.shutdown()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in active_children():
            process.terminate()
        raise


def begin(rules: Settings) -> None:
    """Make a new process ready: Ctrl-C is the parent's to handle, and without a parent there is no work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    resources.make_ready(rules)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
