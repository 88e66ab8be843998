"""Shards put together for the task runs of a tracked run: one a file when they are few, else some seconds of work."""

from collections.abc import Iterable, Sequence

from cleaners.summary import Row
from flows.shards import FEW, Result, Shard

Bundle = Sequence[Shard]
BUNDLE = 30_000_000  # bytes, some 20 seconds of work
MOST = 290  # task runs; a server on SQLite was seen to drop records of thousands


def bundled(shards: Sequence[Shard]) -> list[Bundle]:
    """Return the shards, put together for task runs."""
    files = [shard for shard in shards if shard.block is None]
    few = sum(len(shard.inputs) for shard in files) < FEW
    target = max(BUNDLE, sum(shard.worth for shard in shards) // MOST)
    out: list[Bundle] = [(shard,) for shard in files] if few else []
    pile: list[Shard] = []
    for shard in shards:
        if few and shard.block is None:
            continue
        pile.append(shard)
        if sum(one.worth for one in pile) >= target:
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
