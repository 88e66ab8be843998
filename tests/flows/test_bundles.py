"""Shards put together for task runs."""

from flows.bundles import bundled, named
from flows.corpus import Input
from flows.settings import JobSettings
from flows.shards import Block, Shard


def shard(name, size, documents=1, block=None):
    inputs = tuple(Input("", f"{name}{n}", size) for n in range(documents))
    return Shard(name, size, JobSettings(), inputs, block)


def test_few_files_are_one_task_run_each():
    found = bundled([shard(f"{n}.txt", 2_000_000) for n in range(199)])
    assert [named(one) for one in found] == [f"{n}.txt" for n in range(199)]


def test_many_files_are_some_300_task_runs_at_most():
    found = bundled([shard(f"s{n}-", 1_000_000, documents=2) for n in range(9_000)])
    assert 200 < len(found) < 300
    assert sum(len(one) for one in found) == 9_000
    assert named(found[0]) == f"s0-0 and {2 * len(found[0]) - 1:,} more"


def test_blocks_of_a_table_go_together():
    blocks = [shard(f"big.jsonl {n}/40", 1_000_000, block=Block(n, n + 1, n, str(n))) for n in range(1, 41)]
    found = bundled([shard("a.txt", 10), *blocks])
    assert [named(one) for one in found] == [
        "a.txt",
        "big.jsonl 1/40 to big.jsonl 30/40",
        "big.jsonl 31/40 to big.jsonl 40/40",
    ]
