"""Scheduled runs, served by the real command to a real Prefect."""
# ruff: noqa: PLC0415  imported late: collecting tests should not cost what Prefect costs

import json
import os
import signal
import time
from importlib.metadata import version
from pathlib import Path

import pytest
from serving import ARTICLE, until

pytestmark = pytest.mark.server

CRON = ("--cron", "0 6 * * *", "--timezone", "Europe/Berlin")


@pytest.fixture
def serve(server, tmp_path):
    """Serve a schedule over tmp_path/in into tmp_path/desk; give its deployment and the process."""
    processes = []

    def begin(name):
        line = (*CRON, "--name", name, tmp_path / "in", "-o", tmp_path / "desk")
        processes.append(server.start(*line, module="flows.schedule"))
        until(lambda: "polling" in processes[-1].stdout.readline())
        return deployment_of(server, name), processes[-1]

    yield begin
    for process in processes:
        kill(process)


@pytest.fixture
def served(serve, corpus):
    corpus({"one.txt": ARTICLE})
    return serve("news")


def kill(process):
    """Kill a process and all that it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def deployment_of(server, name):
    found = server.ask("/deployments/filter", {"deployments": {"name": {"any_": [name]}}})
    return found[0] if found else None


def start(server, deployment, **job):
    parameters = {"job": deployment["parameters"]["job"] | job}
    return server.ask(f"/deployments/{deployment['id']}/create_flow_run", {"parameters": parameters})


def ended(server, run):
    def end():
        found = server.flow_run(run["id"])
        return found if found["state"]["type"] in ("COMPLETED", "FAILED", "CRASHED", "CANCELLED") else None

    return until(end)


def test_a_schedule_runs_what_is_new_one_run_at_a_time_until_ctrl_c(server, served, corpus, tmp_path):
    deployment, process = served
    assert deployment["schedules"][0]["schedule"]["cron"] == "0 6 * * *"
    assert deployment["schedules"][0]["schedule"]["timezone"] == "Europe/Berlin"
    assert "scheduled" in deployment["tags"]

    first, second = start(server, deployment), start(server, deployment)
    runs = sorted((ended(server, run) for run in (first, second)), key=lambda run: run["state"]["type"])
    assert [run["state"]["type"] for run in runs] == ["CANCELLED", "COMPLETED"], "one run at a time"
    done = runs[1]
    assert done["name"].startswith("in, 20")
    assert list(server.task_runs(done, 1)) == ["one.txt"]
    assert (tmp_path / "desk" / "one.html").exists()

    (tmp_path / "in" / "two.txt").write_text(ARTICLE)
    again = ended(server, start(server, deployment))
    assert again["state"]["message"] == "2 documents, 2 pass, 1 unchanged since the last run"
    assert list(server.task_runs(again, 1)) == ["two.txt"]
    assert server.artifacts(again)["markdown"]["key"] == "copydesk-news-summary"

    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert deployment_of(server, "news")["paused"]


@pytest.mark.xfail(
    version("sqlalchemy") >= "2.1",
    reason="the scheduler of Prefect 3.8.8 fails with SQLAlchemy 2.1: no run is ever planned",
    strict=True,
)
def test_the_server_plans_runs_ahead(server, served):
    deployment, _ = served
    query = {
        "deployments": {"id": {"any_": [deployment["id"]]}},
        "flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}},
    }
    planned = until(lambda: server.ask("/flow_runs/filter", query), 20)
    assert {run["expected_start_time"][11:16] for run in planned} <= {"04:00", "05:00"}, "six in Berlin"


def test_a_killed_or_cancelled_run_leaves_the_next_its_turn(server, serve, corpus, tmp_path):
    corpus(articles=150, repeat=150)
    deployment, process = serve("long")

    run = started(server, deployment, tmp_path)
    os.kill(engine_of(process), signal.SIGKILL)
    assert ended(server, run)["state"]["type"] == "CRASHED", "the serving process sees it end"

    run = started(server, deployment, tmp_path)
    server.set_state(run, type="CANCELLING", name="Cancelling")
    assert ended(server, run)["state"]["type"] == "CANCELLED"
    until(lambda: not children(process.pid))
    assert no_half_file(tmp_path / "desk")

    run = started(server, deployment, tmp_path)
    kill(process)
    assert server.flow_run(run["id"])["state"]["type"] == "RUNNING", "nobody is left to say that it ended"
    deployment, process = serve("long")
    assert server.flow_run(run["id"])["state"]["type"] == "CRASHED"
    last = ended(server, start(server, deployment))
    assert last["state"]["type"] == "COMPLETED"
    assert last["state"]["message"].startswith("150 documents, ")
    assert no_half_file(tmp_path / "desk")


def started(server, deployment, tmp_path):
    """Start a run that does everything again, and wait until it has written something."""
    before = time.time()
    run = start(server, deployment, fresh=True)
    until(lambda: any(path.stat().st_mtime > before for path in (tmp_path / "desk").glob("*.json")))
    assert server.flow_run(run["id"])["state"]["type"] == "RUNNING"
    return run


def engine_of(process):
    """Return the process of the run that is going on."""
    return children(process.pid)[0]


def children(pid):
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def no_half_file(folder):
    for path in folder.glob("*.json"):
        assert json.loads(path.read_text())["schema"] == "copydesk.report/1"
    return not [path for path in folder.rglob("*") if path.parent.name in ("tmp", "at")]


def test_the_form_has_titles_descriptions_and_defaults(server, served):
    deployment, _ = served
    schema = deployment["parameter_openapi_schema"]
    fields = schema["definitions"]["JobSettings"]["properties"]
    assert all("title" in field for field in fields.values())
    assert all("description" in field for field in fields.values())
    assert fields["output"]["default"] == "output"
    assert fields["paths"]["title"] == "Inputs"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--cron", "at six", "seeds"], "cron: is no cron schedule"),
        ([*CRON[:2], "--timezone", "Moon/Base", "seeds"], "timezone: is no time zone"),
        ([*CRON, "--name", "a/b", "seeds"], "name: "),
        (["seeds"], "say when"),
        ([*CRON, "--settings", "nowhere.toml", "seeds"], "nowhere.toml: cannot be read"),
    ],
)
def test_what_cannot_be_scheduled_is_said(server, monkeypatch, capsys, arguments, words):
    monkeypatch.setattr("flows.schedule._find_server", lambda: None)
    from flows.schedule import main

    assert main(arguments) == 2
    assert words in capsys.readouterr().err


def test_without_a_server_nothing_is_scheduled(monkeypatch, capsys):
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    from flows.schedule import main

    assert main([*CRON, "seeds"]) == 2
    assert "no Prefect server answers at http://127.0.0.1:9/api" in capsys.readouterr().err


def test_one_file_holds_several_schedules(tmp_path, monkeypatch):
    from flows.plan import plans

    monkeypatch.chdir(tmp_path)
    file = tmp_path / "desk.toml"
    file.write_text(
        'pass_at = 90\n[run]\nformats = ["json"]\n'
        '[[schedule]]\nname = "news"\ncron = "0 6 * * *"\npaths = ["news"]\noutput = "desk/news"\n'
        '[[schedule]]\ncron = "30 7 * * 1"\ntimezone = "Asia/Tokyo"\npaths = ["blog"]\noutput = "desk/blog"\n'
    )
    news, blog = plans(file, {}, {})
    assert (news.name, news.timezone, blog.name, blog.timezone) == ("news", "UTC", "blog", "Asia/Tokyo")
    assert news.job.paths == (str(tmp_path / "news"),), "full paths: who starts it may be elsewhere"
    assert blog.job.output == str(tmp_path / "desk" / "blog")
    assert blog.job.formats == ("json",)
    assert news.job.rules.pass_at == 90


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        ('[[schedule]]\nname = "a"\n', "cron is missing"),
        ('[[schedule]]\ncron = "0 6 * * *"\ncolour = 1\n', "unknown key 'colour'"),
        ('[[schedule]]\ncron = "0 6 * * *"\nname = "a"\n' * 2, "two schedules have the same name, a"),
        ("schedule = 1", "say when"),
    ],
)
def test_tables_that_cannot_be_scheduled_are_said(tmp_path, tables, words):
    from cleaners.settings import SettingsError
    from flows.errors import UsageError
    from flows.plan import plans

    file = tmp_path / "desk.toml"
    file.write_text(tables)
    with pytest.raises((SettingsError, UsageError), match=words):
        plans(file, {}, {})
