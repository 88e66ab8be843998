"""Scheduled runs, served by the real command to a real Prefect."""
# ruff: noqa: PLC0415  imported late: collecting tests should not cost what Prefect costs

import os
import signal

import pytest
from serving import ARTICLE, until

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("server")]

CRON = ("--cron", "0 6 * * *", "--timezone", "Europe/Berlin")


@pytest.fixture
def served(server, corpus, tmp_path):
    """Serve a schedule over tmp_path/in; give its deployment and a way to stop it."""
    folder = corpus({"one.txt": ARTICLE})
    process = server.start(*CRON, "--name", "news", folder, "-o", tmp_path / "desk", module="flows.schedule")
    deployment = until(lambda: deployment_of(server, "news"))
    yield deployment, process
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
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert deployment_of(server, "news")["paused"]


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
        (["--cron", "at six", "seeds"], "cron: Value error, is no cron schedule"),
        ([*CRON[:2], "--timezone", "Moon/Base", "seeds"], "timezone: Value error, is no time zone"),
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
