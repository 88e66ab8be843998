"""Runs in a real Prefect, read back through its API."""

import json
import signal
import socket
import threading
from contextlib import suppress

import pytest
from serving import ARTICLE, TRANSLATED, until

pytestmark = pytest.mark.server


@pytest.fixture
def done(server, corpus, tmp_path):
    """Run three files, one of which cannot be read, and a table; give the run and what the command said."""
    rows = ({"id": name, "text": text} for name, text in (("fine", ARTICLE), ("poor", TRANSLATED)))
    table = "".join(json.dumps(row) + "\n" for row in rows)
    folder = corpus({"good.txt": ARTICLE, "bad.txt": TRANSLATED, "a|b [x](y).txt": " ", "t.jsonl": table})
    status, said = server.run(folder, "-o", tmp_path / "out")
    assert status == 3, said
    return server.run_of(said), said


def test_a_run_is_named_tagged_and_told(server, done, tmp_path):
    run, _ = done
    assert run["name"].startswith("in, 20")
    assert {"copydesk", "local"} <= set(run["tags"])
    assert run["parameters"]["job"]["paths"] == [str(tmp_path / "in")]

    assert (run["state"]["type"], run["state"]["message"]) == (
        "FAILED",
        "5 documents, 2 pass, 2 reject, 1 failed",
    )
    tasks = server.task_runs(run, 4)
    assert {name: task["state_type"] for name, task in tasks.items()} == {
        "good.txt": "COMPLETED",
        "bad.txt": "COMPLETED",
        "a|b [x](y).txt": "FAILED",
        "t.jsonl": "COMPLETED",
    }
    assert tasks["good.txt"]["state"]["message"].startswith("quality 100.0, pass")
    assert tasks["a|b [x](y).txt"]["run_count"] == 1, "what is no matter of reading is not tried again"

    artifacts = server.artifacts(run)
    table = json.loads(artifacts["table"]["data"])
    names = [row["document"] for row in table]
    assert sorted(names[:2]) == ["bad.txt", "t.jsonl poor"], "worst first"
    assert sorted(names[2:]) == ["good.txt", "t.jsonl fine"]
    assert table[names.index("bad.txt")]["page"] == str(tmp_path / "out" / "bad.html")
    summary = artifacts["markdown"]["data"]
    assert "| ` a\\|b [x](y).txt ` | ` is " in summary
    assert "| ` slang_calque ` | " in summary
    assert artifacts["table"]["key"] == "copydesk-out-scores"

    completed = until(lambda: events(server, "run.completed", tmp_path))
    counts = completed[0]["payload"]
    assert (counts["documents"], counts["failed"], counts["reject"]) == (5, 1, 2)
    rejected = events(server, "document.rejected", tmp_path)
    assert {event["payload"]["document"] for event in rejected} == {"bad.txt", "t.jsonl"}
    assert {event["resource"]["prefect.resource.name"] for event in rejected} == {"bad", "poor"}
    assert len(rejected) == 2


def events(server, name, folder):
    """Return the events of this name that runs into ``folder`` have emitted."""
    found = server.ask("/events/filter", {"filter": {"event": {"name": [f"copydesk.{name}"]}}})["events"]
    return [event for event in found if folder.as_uri() in event["resource"]["prefect.resource.id"]]


def test_wrong_use_fails_with_the_words_of_the_command_line(server, tmp_path):
    status, said = server.run(tmp_path / "nowhere", "-o", tmp_path / "out")
    assert status == 2
    run = server.run_of(said)
    assert run["state"]["type"] == "FAILED"
    assert run["state"]["message"].endswith("nowhere: there is no such file or folder")
    assert run["state"]["message"] in said


def test_a_second_run_says_what_changed(server, corpus, tmp_path):
    folder = corpus(articles=2)
    assert server.run(folder, "-o", tmp_path / "changing")[0] == 0
    (folder / "new.txt").write_text(TRANSLATED)
    status, said = server.run(folder, "-o", tmp_path / "changing", "--fail-under", "90")
    assert status == 1, said
    run = server.run_of(said)
    assert run["state"]["type"] == "COMPLETED", "a document under the floor is no failure of the run"
    assert list(server.task_runs(run, 1)) == ["new.txt"]
    summary = server.artifacts(run)["markdown"]["data"]
    assert "| documents | 3 | 2 | +1 |" in summary
    assert "2 unchanged since the last run" in summary


def test_a_run_cancelled_in_the_dashboard_stops(server, corpus, tmp_path, outputs):
    folder = corpus(articles=10)
    rows = ({"text": "".join(ARTICLE.format(n=n * 1000 + m) for m in range(30))} for n in range(10_000))
    (folder / "t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    process = begun(server, folder, tmp_path / "out", "--workers", "1")
    run = server.run_of(process.stdout.readline())
    until(lambda: list((tmp_path / "out" / ".copydesk").glob("parts/*/*.rows")))
    server.set_state(run, type="CANCELLING", name="Cancelling")
    said, _ = process.communicate(timeout=180)
    assert process.returncode == 3
    assert "cancelled in the dashboard" in said
    assert server.flow_run(run["id"])["state"]["type"] == "CANCELLED"
    assert len(outputs()) == 10
    assert not (tmp_path / "out" / "t.jsonl").exists(), "it stopped in the middle of the table"


@pytest.mark.parametrize(("sign", "state"), [(signal.SIGTERM, "CRASHED"), (signal.SIGKILL, "RUNNING")])
def test_a_crashed_run_goes_on_at_the_next_command(server, corpus, tmp_path, outputs, sign, state):
    folder = corpus(articles=40, repeat=240)
    process = begun(server, folder, tmp_path / "out")
    run = server.run_of(process.stdout.readline())
    until(lambda: len(outputs()) > 2)
    process.send_signal(sign)
    process.communicate(timeout=180)
    assert 2 < len(outputs()) < 40
    assert server.flow_run(run["id"])["state"]["type"] == state
    if sign == signal.SIGKILL:
        # Nobody could say that it ended: a person does, as flows/README.md tells.
        server.set_state(run, type="CRASHED", name="Crashed")
        assert server.flow_run(run["id"])["state"]["type"] == "CRASHED"

    status, said = server.run(folder, "-o", tmp_path / "out", "--format", "json")
    assert status == 0, said
    assert len(outputs()) == 40
    assert 0 < len(server.task_runs(server.run_of(said), 1)) < 40


def test_a_server_that_dies_costs_its_record_and_not_the_run(server, corpus, tmp_path, outputs):
    with Door(server) as door:
        folder = corpus(articles=40, repeat=240)
        process = begun(
            server, folder, tmp_path / "out", PREFECT_API_URL=door.address, PREFECT_CLIENT_MAX_RETRIES="0"
        )
        until(outputs)
        assert len(outputs()) < 40
    said, _ = process.communicate(timeout=300)
    assert process.returncode == 0, said
    assert len(outputs()) == 40
    assert "Prefect failed" in said or "has no end" in said


def begun(server, folder, output, *more, **env):
    return server.start(folder, "-o", output, "--format", "json", *more, **env)


@pytest.fixture
def outputs(tmp_path):
    return lambda: list((tmp_path / "out").glob("*.json"))


class Door:
    """A way to the server that can be shut: it passes on what is said, until it is left."""

    def __init__(self, server):
        self._target = int(server.address.split(":")[2].split("/")[0])
        self._open = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}/api"

    def __enter__(self):
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_):
        # To close alone leaves a thread that reads at its reading, and the run waiting for an answer.
        for one in (self._listener, *self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _listen(self):
        while True:
            try:
                here, _ = self._listener.accept()
            except OSError:
                return
            there = socket.create_connection(("127.0.0.1", self._target))
            self._open += [here, there]
            for pair in ((here, there), (there, here)):
                threading.Thread(target=self._pass_on, args=pair, daemon=True).start()

    @staticmethod
    def _pass_on(source, sink):
        try:
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            return
