"""Who does the shards of a run that Prefect does not run: this process, processes beside it, or a Dask cluster."""
# ruff: noqa: PLC0415  imported late: a run that needs none of it should not pay for it

import os
from collections.abc import Callable, Iterable, Sequence

from flows.settings import JobSettings
from flows.shards import Result, Shard

Work = Callable[[Shard], Result]
Map = Callable[[Work, Sequence[Shard]], Iterable[Result]]
"""Runs a function over shards and gives the results as they come, in any order."""

WORTH_A_POOL = 4_000_000  # bytes of input, some three seconds of work; a process takes nearly one to start


def choose(job: JobSettings, say: Callable[[str], None]) -> Map:
    """Return the engine that ``job`` names; ``say`` hears of a worker's death."""
    if job.engine == "dask":
        from flows.dask import on_cluster

        return on_cluster(job.cluster or "", say)

    def local(work: Work, shards: Sequence[Shard]) -> Iterable[Result]:
        workers = min(job.workers or os.cpu_count() or 1, len(shards))
        if workers < 2 or sum(shard.worth for shard in shards) < WORTH_A_POOL:
            return map(work, shards)
        from flows.pool import in_processes

        return in_processes(work, shards, workers, say)

    return local
