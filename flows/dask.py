"""Shards done by a Dask cluster that a person keeps; its workers see the same folders as this machine."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from flows.errors import StoppedError, UsageError
from flows.notes import deaths
from flows.shards import Result, Shard

Work = Callable[[Shard], Result]
PATIENCE = "10s"


def on_cluster(
    address: str, say: Callable[[str], None]
) -> Callable[[Work, Sequence[Shard]], Iterator[Result]]:
    """Return a map over the workers of the scheduler at ``address``. Raises UsageError when it is not there."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise UsageError("engine dask needs copydesk[dask]; install it") from error

    def run(work: Work, shards: Sequence[Shard]) -> Iterator[Result]:
        try:
            client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"{address}: no Dask scheduler answers there") from error
        with client:
            yield from _run(client, work, shards, say)

    return run


def _run(client: Any, work: Work, shards: Sequence[Shard], say: Callable[[str], None]) -> Iterator[Result]:
    """Yield results as they come. Dask gives a dead worker's shard to another worker, a few times."""
    distributed: Any = import_module("distributed")
    seen: dict[str, int] = {}
    by_key: dict[str, Shard] = {}

    def submit(shard: Shard) -> Any:
        future = client.submit(work, shard, pure=False)
        by_key[future.key] = shard
        return future

    waiting = distributed.as_completed([submit(shard) for shard in shards], loop=client.loop)
    for future in waiting:
        shard, error = by_key[future.key], future.exception()
        if error is None:
            result: Result = future.result()
            for name in result.deaths:
                say(f"a worker died on {name}")
            yield result
        elif isinstance(error, distributed.KilledWorker) and len(deaths(shard)) > seen.get(shard.name, 0):
            # Each death found one more document to leave out, so this ends.
            seen[shard.name] = len(deaths(shard))
            waiting.add(submit(shard))
        else:
            raise StoppedError(f"the cluster could not do {shard.name}: {error}") from error
