"""A Dask cluster: a scheduler and two workers on loopback, one of them killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import deadly
import pytest

from flows.dask import on_cluster
from flows.errors import UsageError
from flows.job import Watch

distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """Start a scheduler and two workers; give the scheduler's address."""
    folder = tmp_path_factory.mktemp("cluster")
    file = folder / "scheduler.json"
    # Workers import what is tested, and the deadly work beside this file.
    paths = os.pathsep.join(map(str, (Path.cwd(), Path(__file__).parent)))
    options = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(file)]

    def start(name, *more):
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{name}", *options, *more],
            env={**os.environ, "PYTHONPATH": paths},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    processes = [
        start("dask_scheduler", "--port", "0"),
        start("dask_worker", "--nworkers", "2", "--nthreads", "1"),
    ]
    while not file.exists():
        assert processes[0].poll() is None
        time.sleep(0.05)
    with distributed.Client(scheduler_file=str(file), timeout="60s", set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
        yield client.scheduler.address
    for process in reversed(processes):
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def corpus(tmp_path, article, desk):
    for n in range(16):
        (tmp_path / "in" / f"{n:02}.txt").write_text("".join(article(n * 100 + m) for m in range(40)))


class Killer(Watch):
    """Kills a worker after the first result."""

    def __init__(self, address):
        self.address, self.killed = address, None

    def done(self, result):
        if self.killed is None:
            with distributed.Client(self.address, set_as_default=False) as client:
                self.killed = min(client.run(os.getpid).values())
            os.kill(self.killed, signal.SIGKILL)


def test_a_killed_worker_costs_nothing(desk, corpus, cluster, outputs, tmp_path):
    desk(output=str(tmp_path / "whole"))
    killer = Killer(cluster)
    result = desk(watch=killer, engine="dask", cluster=cluster, shard_bytes=10_000)
    assert killer.killed
    assert result.totals.documents == 16
    assert outputs() == outputs("whole")


def test_a_document_that_kills_its_worker_is_named_and_left_out(desk, corpus, cluster, tmp_path):
    (tmp_path / "in" / "05.txt").write_text("This is a deadly text.")
    heard = []
    run = on_cluster(cluster, heard.append)
    result = desk(lambda work, shards: run(deadly.work, shards))
    assert [(row.path, row.reason) for row in result.totals.failures] == [
        ("05.txt", "killed the process that was on it, twice")
    ]
    assert result.totals.done == 15
    assert "a worker died on 05.txt" in heard


def test_a_scheduler_that_is_not_there_is_said(desk, corpus, monkeypatch):
    monkeypatch.setattr("flows.dask.PATIENCE", "0.3s")
    with pytest.raises(UsageError, match="no Dask scheduler answers"):
        desk(engine="dask", cluster="tcp://127.0.0.1:9")
