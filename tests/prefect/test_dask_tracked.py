"""A tracked run on a Dask cluster, one of whose workers is killed."""

import json
import os
import signal

import pytest
from serving import until

distributed = pytest.importorskip("distributed")
pytest.importorskip("prefect_dask")
from tests.cluster import cluster_in  # noqa: E402  needs distributed

pytestmark = pytest.mark.server


@pytest.fixture
def cluster(server, tmp_path):
    """Give the address of a cluster whose workers report to the server."""
    with cluster_in(tmp_path, server.env) as address:
        yield address


def test_a_tracked_run_on_a_cluster_outlives_a_worker(server, cluster, corpus, tmp_path):
    folder = corpus(articles=40, repeat=240)
    line = (folder, "-o", tmp_path / "out", "--format", "json", "--engine", "dask", "--cluster", cluster)
    process = server.start(*line)
    run = server.run_of(process.stdout.readline())
    until(lambda: len(list((tmp_path / "out").glob("*.json"))) > 2)
    with distributed.Client(cluster, set_as_default=False) as client:
        os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)
    said, _ = process.communicate(timeout=300)
    assert process.returncode == 0, said
    assert "40 documents" in said
    reports = [json.loads(path.read_text()) for path in (tmp_path / "out").glob("*.json")]
    assert len({report["id"] for report in reports}) == 40

    run = server.flow_run(run["id"])
    assert run["state"]["type"] == "COMPLETED"
    assert "dask" in run["tags"]
    tasks = server.task_runs(run, 40)
    assert set(tasks) == {f"{n:03}.txt" for n in range(40)}
    # Prefect calls a task whose worker died crashed or failed, by what Dask could still say of it.
    ended = {"COMPLETED", "CRASHED", "FAILED"}
    assert {task["state_type"] for task in tasks.values()} <= ended, "none is left running"
