"""Task runs in processes, one of which is killed; how shards are put together for them."""
# ruff: noqa: PLC0415  imported late: collecting tests should not cost what Prefect costs

import os
import signal
from pathlib import Path

import pytest
from serving import until

from flows.corpus import Input
from flows.settings import JobSettings
from flows.shards import Block, Shard

pytestmark = pytest.mark.server


def test_a_killed_process_costs_no_document(server, corpus, tmp_path):
    folder = corpus(articles=36, repeat=60)
    process = server.start(folder, tmp_path / "out", module="run_in_processes", PYTHONPATH=paths())
    run = server.run_of(process.stdout.readline())
    written = lambda: list((tmp_path / "out").glob("*.json"))  # noqa: E731
    until(lambda: len(written()) > 2)
    os.kill(min(children(process.pid)), signal.SIGKILL)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert said.endswith("36\n")
    assert "a process died" in said
    assert len(written()) == 36

    run = server.flow_run(run["id"])
    assert run["state"]["type"] == "COMPLETED"
    tasks = server.ask("/task_runs/filter", {"flow_runs": {"id": {"any_": [run["id"]]}}})
    types = [task["state_type"] for task in tasks]
    assert types.count("COMPLETED") >= 30, "most of the work is seen as task runs, before and after the death"
    assert set(types) <= {"COMPLETED", "CRASHED"}, "none is left running"


def paths():
    return os.pathsep.join((str(Path.cwd()), str(Path(__file__).parent)))


def children(pid):
    """Return the processes of a pool: the children that were spawned to work."""
    out = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parent = int(path.joinpath("stat").read_text().rpartition(")")[2].split()[1])
            if parent == pid and b"spawn_main" in path.joinpath("cmdline").read_bytes():
                out.append(int(path.name))
        except OSError:
            continue
    return out


@pytest.fixture
def bundled():
    from flows import runners

    return runners


def shard(name, size, documents=1, block=None):
    inputs = tuple(Input(f"{name}{n}", f"{name}{n}", "text", size, f"{name}{n}") for n in range(documents))
    return Shard(name, size, JobSettings(), inputs, block)


def test_few_files_are_one_task_run_each(bundled):
    found = bundled.bundled([shard(f"{n}.txt", 2_000_000) for n in range(199)])
    assert [bundled.named(one) for one in found] == [f"{n}.txt" for n in range(199)]


def test_many_files_are_some_300_task_runs_at_most(bundled):
    found = bundled.bundled([shard(f"s{n}-", 1_000_000, documents=2) for n in range(9_000)])
    assert 200 < len(found) < 300
    assert sum(len(one) for one in found) == 9_000
    assert bundled.named(found[0]) == f"s0-0 and {2 * len(found[0]) - 1:,} more"


def test_blocks_of_a_table_go_together(bundled):
    blocks = [shard(f"big.jsonl {n}/40", 1_000_000, block=Block(n, n + 1, n, str(n))) for n in range(1, 41)]
    found = bundled.bundled([shard("a.txt", 10), *blocks])
    assert [bundled.named(one) for one in found] == [
        "a.txt",
        "big.jsonl 1/40 to big.jsonl 15/40",
        "big.jsonl 16/40 to big.jsonl 30/40",
        "big.jsonl 31/40 to big.jsonl 40/40",
    ]


def test_only_what_another_try_may_mend_is_tried_again(bundled, tmp_path, monkeypatch):
    """Reading and writing fail for a moment; a text that is no text stays none."""
    from flows import work

    (tmp_path / "a.txt").write_text("A text.")
    item = Input(str(tmp_path / "a.txt"), "a.txt", "text", 7, "a")
    (tmp_path / "out").mkdir()
    one = Shard("a.txt", 7, JobSettings(output=str(tmp_path / "out")), (item,))
    for error, again in ((TimeoutError("slow"), True), (PermissionError(13, "no"), False)):
        monkeypatch.setattr(work, "read", lambda *_, error=error: (_ for _ in ()).throw(error))
        state = bundled.do.fn(work.work, (one,), "a.txt")
        assert state.is_failed()
        assert bundled.do.retry_condition_fn(None, None, state) is again
