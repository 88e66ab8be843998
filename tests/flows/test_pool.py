"""Processes on this machine, and what happens when one is killed."""

import json
import os
import signal
from multiprocessing import active_children

import deadly
import pytest

from flows import engines
from flows.corpus import Input
from flows.errors import StoppedError
from flows.job import Watch
from flows.notes import Notes, deaths
from flows.pool import in_processes
from flows.settings import JobSettings
from flows.shards import Shard
from flows.work import work


class Killer(Watch):
    """Kills a process of the pool after the first result."""

    def __init__(self):
        self.killed = None

    def done(self, result):
        if self.killed is None:
            self.killed = active_children()[0].pid
            os.kill(self.killed, signal.SIGKILL)


@pytest.fixture
def corpus(tmp_path, article, desk):
    for n in range(16):
        (tmp_path / "in" / f"{n:02}.txt").write_text("".join(article(n * 100 + m) for m in range(60)))
    rows = ({"id": f"row {n}", "text": article(n)} for n in range(40))
    (tmp_path / "in" / "t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def on_two(heard, instead_of_work=None):
    return lambda work, shards: in_processes(instead_of_work or work, shards, 2, heard.append)


def test_a_killed_process_costs_nothing(desk, corpus, outputs, tmp_path):
    desk(output=str(tmp_path / "whole"))
    killer, heard = Killer(), []
    desk(on_two(heard), killer, 3000)
    assert killer.killed
    assert outputs() == outputs("whole")
    assert len(heard) <= 1
    assert all(line.startswith("a process died; in work then, and done again now: ") for line in heard)


def test_a_document_that_kills_its_process_is_named_and_left_out(desk, corpus, tmp_path, outputs):
    (tmp_path / "in" / "05.txt").write_text("This is a deadly text.")
    with (tmp_path / "in" / "t.jsonl").open("a") as table:
        table.write(json.dumps({"id": "bad row", "text": "A deadly row."}) + "\n")
    heard = []
    result = desk(on_two(heard, deadly.work), shard_bytes=3000)
    failures = {(row.path, row.id): row.reason for row in result.totals.failures}
    assert failures == {
        ("05.txt", "05"): "killed the process that was on it, twice",
        ("t.jsonl", "bad row"): "killed the process that was on it, twice",
    }
    assert result.totals.done == 15 + 40
    assert "05.txt" in " ".join(heard)
    assert "bad row" in " ".join(heard)
    assert "04.txt" in outputs()
    assert "05.txt" not in outputs()


def test_processes_that_always_die_end_the_run(desk, corpus):
    with pytest.raises(StoppedError, match="die before they begin"):
        desk(on_two([], deadly.dies_at_once))


def test_little_work_starts_no_process(desk, corpus, monkeypatch):
    monkeypatch.setattr("flows.pool.ProcessPoolExecutor", lambda *_: pytest.fail("a pool was started"))
    assert desk(workers=2).exit_code == 0


def test_much_work_starts_processes(desk, corpus, monkeypatch):
    used = []
    monkeypatch.setattr(
        "flows.pool.in_processes", lambda w, shards, workers, say: used.append(workers) or map(work, shards)
    )
    monkeypatch.setattr(engines, "WORTH_A_POOL", 1000)
    desk(workers=2)
    desk(workers=1, fresh=True)
    assert used == [2]


def test_a_note_names_the_last_document_alone(tmp_path):
    shard = Shard("s", 1, JobSettings(output=str(tmp_path)), (Input("", "a", 1),))
    (tmp_path / ".copydesk" / "at").mkdir(parents=True)
    first = Notes(shard)
    for name in ("a name of some length", "b", "für"):
        first.on(name)
    assert deaths(shard) == ("für",), "as if killed now"
    second = Notes(shard)
    second.on("c")
    assert deaths(shard) == ("für", "c")


def test_ctrl_c_does_not_meet_a_process_half_begun(tmp_path):
    shard = Shard("s", 1, JobSettings(output=str(tmp_path)), (Input("", "a", 1),))
    assert list(in_processes(deadly.waits, [shard], 1, print)) == [True]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
