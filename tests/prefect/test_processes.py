"""Task runs in processes, one of which is killed."""
# ruff: noqa: PLC0415  imported late: collecting tests should not cost what Prefect costs

import os
import signal
from pathlib import Path

import pytest
from serving import until

from flows.corpus import Input
from flows.settings import JobSettings
from flows.shards import Shard

pytestmark = pytest.mark.server


def test_a_killed_process_costs_no_document(server, corpus, tmp_path):
    folder = corpus(articles=36, repeat=240)
    process = server.start(folder, tmp_path / "out", module="run_in_processes", PYTHONPATH=paths())
    run = server.run_of(process.stdout.readline())
    written = lambda: list((tmp_path / "out").glob("*.json"))  # noqa: E731
    until(lambda: len(written()) > 2)
    os.kill(min(children(process.pid)), signal.SIGKILL)
    said, _ = process.communicate(timeout=300)
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


def test_only_what_another_try_may_mend_is_tried_again(tmp_path, monkeypatch):
    """Reading and writing fail for a moment; a text that is no text stays none."""
    from flows import tasks, work

    (tmp_path / "a.txt").write_text("A text.")
    item = Input(f"{tmp_path}/", "a.txt", 7)
    (tmp_path / "out").mkdir()
    one = Shard("a.txt", 7, JobSettings(output=str(tmp_path / "out")), (item,))
    for error, again in ((TimeoutError("slow"), True), (PermissionError(13, "no"), False)):
        monkeypatch.setattr(work, "read", lambda *_, error=error: (_ for _ in ()).throw(error))
        state = tasks.do.fn(work.work, (one,), "a.txt")
        assert state.is_failed()
        assert tasks.do.retry_condition_fn(None, None, state) is again
