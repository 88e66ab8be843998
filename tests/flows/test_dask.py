"""A Dask cluster: a scheduler and two workers on loopback, one of them killed."""

import os
import signal
from pathlib import Path

import deadly
import pytest

from flows.dask import on_cluster
from flows.errors import UsageError
from flows.job import Watch

distributed = pytest.importorskip("distributed")
from tests.cluster import cluster_in  # noqa: E402  needs distributed


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    # Workers import what is tested, and the deadly work beside this file.
    paths = os.pathsep.join(map(str, (Path.cwd(), Path(__file__).parent)))
    with cluster_in(tmp_path_factory.mktemp("cluster"), {**os.environ, "PYTHONPATH": paths}) as address:
        yield address


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
