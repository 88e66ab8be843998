"""The command line."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from flows.clean import main
from tests import own


@pytest.fixture
def folder(tmp_path, article):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(article(1))
    (tmp_path / "in" / "b.md").write_text("# " + article(2))
    return tmp_path


@pytest.fixture
def run(folder):
    """Run the command line untracked on the folder; give its exit status."""
    return lambda *words: main([str(folder / "in"), "-o", str(folder / "out"), "--no-track", *words])


def command(*words, **keywords):
    line = [sys.executable, "-m", "flows.clean", *words]
    return subprocess.run(line, capture_output=True, timeout=60, check=False, **keywords)


def test_a_run_writes_results_and_says_so(run, folder, outputs, capsys):
    assert run() == 0
    wanted = {f"{n}{s}" for n in "ab" for s in (".txt", ".json", ".html")} | {"index.html", "summary.jsonl"}
    assert set(outputs()) == wanted
    out, err = capsys.readouterr()
    assert out == ""
    assert "a.txt" in err
    assert "2 documents" in err


def test_files_passed_over_are_counted(run, folder, capsys):
    for name in ("c.pdf", "d.pdf", "Makefile"):
        (folder / "in" / name).write_text("no article")
    (folder / "in" / "e.jsonl").write_text("\n")
    assert run() == 0
    said = "passed over: 2 .pdf, 1 no suffix, 1 table without a row\n2 documents"
    assert said in capsys.readouterr().err


def test_formats_can_be_chosen(run, outputs):
    assert run("--format", "json,csv") == 0
    assert set(outputs()) == {"a.json", "b.json", "summary.jsonl", "summary.csv"}


def test_json_writes_the_summary_to_stdout(run, folder, capsys):
    assert run("--json", "--quiet") == 0
    out, err = capsys.readouterr()
    assert [json.loads(line)["path"] for line in out.splitlines()] == ["a.txt", "b.md"]
    assert err == ""
    assert out == (folder / "out" / "summary.jsonl").read_text()


def test_dry_run_reports_and_writes_nothing(run, folder, capsys):
    assert run("--dry-run", "--json") == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert not (folder / "out").exists()


def test_fail_under(run):
    assert run("--fail-under", "0") == 0
    assert run("--fail-under", "100") in (0, 1)
    (run.__closure__[0].cell_contents / "in" / "c.txt").write_text("So that is why (manual dog head).\n")
    assert run("--fail-under", "90") == 1


def test_a_failure_is_exit_3_and_named(run, folder, capsys):
    (folder / "in" / "c.txt").write_bytes(b"")
    assert run("--quiet", "--fail-under", "100") == 3
    assert "failed: c.txt: is empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nothing-here"], "nothing-here: there is no such file or folder"),
        (["not\udcff.txt"], "paths.1: is not UTF-8; rename it, or name the folder that it is in"),
        ([""], "paths.1: String should have at least 1 character"),
        (["--workers", "0"], "workers: Input should be greater than or equal to 1"),
        (["--format", "pdf"], "'pdf' is no format"),
        (["--settings", "absent.toml"], "absent.toml: cannot be read"),
        (["--engine", "dask"], "needs a cluster"),
        (["--explain", "no.rule"], "no such rule"),
        (["--explain", ""], "no such rule"),
        (["--explain", "grammar.lett"], "is it grammar.let"),
        (["--keep", "cartoon"], "keep: 'cartoon' is no kind of furniture; they are ad_label, "),
        (["-"], "stands alone"),
    ],
)
def test_wrong_use_is_exit_2(run, capsys, words, said):
    assert run(*words) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pass_mark = 3", "unknown key 'pass_mark'"),
        ("pass_at = 300", "pass_at: Input should be less than or equal to 100"),
        ("[run]\nworkers = 0", "[run]: workers"),
        ("[run]\nspeed = 1", "[run]: unknown key 'speed'"),
        ("run = 1", "run: is a table"),
        ("[weights]\nminor = inf", "weights.minor: Input should be a finite number (found inf)"),
        ("[weights]\nmajor = -inf", "weights.major: Input should be a finite number (found -inf)"),
        ("[weights]\nmajor = nan", "weights.major: Input should be a finite number (found nan)"),
        ("[weights]\nmajor = -5", "weights.major: Input should be greater than or equal to 0 (found -5)"),
        ("pass_at = nan", "pass_at: "),
        (
            "[weights]\nminor = 2\npass_at = 90",
            "pass_at stands above the first table, [weights] belongs below",
        ),
        ('off = "zh-en.netizens"', "off: is a list, in brackets (found 'zh-en.netizens')"),
        ('lexicons = "mine"', "lexicons: is a list, in brackets"),
        ("weights = 5", "weights: is a table (found 5)"),
        ("[run]\nrules = 5", "rules: is a table"),
        ("max_seconds = inf", "max_seconds: Input should be a finite number"),
        ("max_bytes = 10_000_000_000_000_000_000", "max_bytes: Input should be less than or equal to"),
        ("strip = ", "is not TOML"),
        ('lexicons = ["mine"]', "mine: no lexicon is there"),
    ],
)
def test_wrong_settings_name_file_key_and_what_is_allowed(run, folder, capsys, text, said):
    (folder / "desk.toml").write_text(text)
    assert run("--settings", str(folder / "desk.toml")) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("off", "said"),
    [
        ("zh-en.netizen", "desk.toml: off: 'zh-en.netizen' is no rule; is it zh-en.netizens or "),
        ("puntuation.no-space", "is it punctuation.no-space"),
        ("strip.sidebars", "is it strip.sidebar or "),
        ("no.such.rule", "'no.such.rule' is no rule; reports and index.html name the rules"),
    ],
)
def test_a_rule_switched_off_that_is_none_is_named_with_its_likes(run, folder, capsys, off, said):
    (folder / "desk.toml").write_text(f'off = ["names.pinyin", "{off}"]')
    assert run("--settings", str(folder / "desk.toml")) == 2
    assert said in capsys.readouterr().err
    assert not (folder / "out").exists()


def test_rules_of_every_kind_can_be_switched_off(run, folder):
    own.lexicon(folder / "mine")
    off = [
        *("zh-en.melon-seeds", "zh-en.netizens", "names.pinyin", "markup.image", "strip.sidebar"),
        *("mended.space-before", "agreement.an", "normalise.nfc", "punctuation.split-number"),
    ]
    (folder / "desk.toml").write_text(f'lexicons = ["mine"]\noff = {off}')
    assert run("--settings", str(folder / "desk.toml")) == 0


def test_settings_come_from_a_file_and_options_go_before_them(run, folder, outputs):
    (folder / "desk.toml").write_text('pass_at = 99\n[run]\nformats = ["json"]\noutput = "nowhere"\n')
    assert run("--settings", str(folder / "desk.toml")) == 0
    assert set(outputs()) == {"a.json", "b.json", "summary.jsonl"}
    assert "pass:99" in json.loads(outputs()["a.json"])["signature"]


def test_an_output_that_cannot_be_written_is_exit_2(folder, capsys):
    (folder / "file").write_text("in the way")
    assert main([str(folder / "in"), "-o", str(folder / "file"), "--no-track"]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_schema_and_explain(capsys):
    assert main(["--schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Report"
    assert main(["--explain", "zh-en.manual-dog-head"]) == 0
    assert "手动狗头" in capsys.readouterr().out
    assert main(["--explain", "mended.space-before"]) == 0
    assert "[[Weibo.]]" in capsys.readouterr().out


@pytest.mark.parametrize(
    "rule", ["nicknames.title", "counts.pound", "residue.smile", "pairs.glued", "names.full-name"]
)
def test_a_rule_of_a_detector_is_explained_with_texts_in_which_it_fires(rule, capsys):
    assert main(["--explain", rule]) == 0
    shown = capsys.readouterr().out.partition("found in:\n")[2]
    assert shown.count("[[") >= 1


@pytest.mark.parametrize("rule", ["shapes.topic", "names.pinyin", "agreement.pronoun", "names.full-name"])
def test_a_rule_is_explained_wherever_it_stands(rule, capsys):
    assert main(["--explain", rule]) == 0
    assert len(capsys.readouterr().out.split()) > 8


def test_stdin_to_stdout(article):
    found = command("-", input=article().encode())
    assert found.returncode == 0
    assert b"in the autumn, and" in found.stdout
    assert found.stderr == b""
    report = json.loads(command("-", "--json", input=article().encode()).stdout)
    assert report["source"]["path"] == "-"
    assert command("-", input=b"").returncode == 3


def test_a_closed_stdin_is_said(folder):
    found = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m flows.clean - <&-"], capture_output=True, timeout=60, check=False
    )
    assert (found.returncode, found.stderr) == (2, b"- is stdin, and there is none\n")


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_error(folder, closed):
    line = f"{sys.executable} -m flows.clean {folder}/in -o {folder}/out --no-track --json {closed}"
    assert subprocess.run(["bash", "-c", line], timeout=60, check=False).returncode == 0
    assert (folder / "out" / "a.json").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(("words", "status"), [("{0}/in -o {0}/out --no-track --json", 3), ("--schema", 2)])
def test_a_full_disk_behind_stdout_is_said(folder, words, status):
    line = f"{sys.executable} -m flows.clean {words.format(folder)} --quiet >/dev/full"
    found = subprocess.run(["bash", "-c", line], capture_output=True, timeout=60, check=False)
    assert (found.returncode, found.stderr) == (status, b"stdout: No space left on device\n")


def test_a_reader_that_goes_away_is_no_error(folder):
    line = f"{sys.executable} -m flows.clean {folder}/in -o {folder}/out --no-track --json | true"
    found = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"], capture_output=True, timeout=60, check=False
    )
    assert b"Traceback" not in found.stderr
    assert b"BrokenPipe" not in found.stderr


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ctrl_c_and_an_orderly_end_are_one_line(folder, article, sent, status):
    (folder / "in" / "big.txt").write_text(article() * 20_000)
    line = [sys.executable, "-m", "flows.clean", str(folder / "in"), "-o", str(folder / "out"), "--no-track"]
    process = subprocess.Popen(line, stderr=subprocess.PIPE)
    while not (folder / "out" / "a.txt").exists():
        assert process.poll() is None
    os.kill(process.pid, sent)
    _, err = process.communicate(timeout=60)
    assert process.returncode == status
    assert b"stopped; what is done stays done" in err
    assert b"Traceback" not in err
    assert not (folder / "out" / ".copydesk" / "tmp").exists(), "the folder is left tidy"


def test_an_untracked_run_never_imports_prefect(folder):
    code = (
        f"import sys; from flows.clean import main; main([{str(folder / 'in')!r}, '-o', {str(folder / 'out')!r}]);"
        "sys.exit('prefect' in sys.modules)"
    )
    environment = {**os.environ, "PREFECT_API_URL": "http://127.0.0.1:9/api"}
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=60, check=False, env=environment
    )
    assert found.returncode == 0
    assert b"Prefect does not answer at http://127.0.0.1:9/api: this run is not tracked" in found.stderr


def test_a_run_loads_only_what_it_needs(tmp_path, article):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": article()}))
    spared = ("prefect", "rich", "jinja2", "sacrebleu", "numpy", "fsspec")
    line = "import sys; from flows.clean import main; main(sys.argv[1:]); print(*sys.modules)"
    words = ("a.jsonl", "-o", "out", "--format", "json", "--quiet", "--no-track")
    done = subprocess.run(
        [sys.executable, "-c", line, *words],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        text=True,
        check=True,
    )
    loaded = done.stdout.split()
    assert "cleaners" in loaded
    assert not {*spared} & {*loaded}
