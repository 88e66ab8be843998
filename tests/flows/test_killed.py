"""kill -9 of the run at any moment, then the same command again: the same bytes as an undisturbed run."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

RUN = Path(__file__).with_name("run_on_two.py")
ROOT = RUN.parents[2]


@pytest.fixture
def corpus(tmp_path, article, desk):
    for n in range(30):
        (tmp_path / "in" / f"{n:02}.txt").write_text("".join(article(n * 100 + m) for m in range(30)))
    rows = ({"id": f"row {n}", "text": article(n) * 5} for n in range(60))
    (tmp_path / "in" / "t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def start(tmp_path):
    line = [sys.executable, str(RUN), str(tmp_path / "in"), str(tmp_path / "out")]
    return subprocess.Popen(line, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE)


def children(pid):
    return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


def files_under(path):
    # Path.rglob raises where the run at work takes a folder of its own away under it; os.walk passes over it.
    found = (Path(folder, name) for folder, _, names in os.walk(path) for name in names)
    return [p for p in found if ".copydesk" not in p.parts]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_a_killed_run_goes_on_and_its_processes_end(desk, corpus, outputs):
    desk(output=str(corpus / "whole"))
    whole = outputs("whole")
    orphans = []
    for enough in (1, 40):
        process = start(corpus)
        while len(files_under(corpus / "out")) < enough:
            assert process.poll() is None, process.stderr.read()
            time.sleep(0.002)
        orphans += children(process.pid)
        process.send_signal(signal.SIGKILL)
        process.wait()
        half = {
            path.relative_to(corpus / "out").as_posix(): path.read_bytes()
            for path in files_under(corpus / "out")
        }
        assert all(whole[name] == data for name, data in half.items())
    deadline = time.monotonic() + 10
    while any(is_running(pid) for pid in orphans):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    result = desk()
    assert result.totals.documents == 90
    assert outputs() == whole


def test_a_full_disk_is_said_and_leaves_no_half_file(corpus, outputs, desk):
    (corpus / "in" / "big.txt").write_text("A sentence of some words. " * 20_000)

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    line = [sys.executable, "-m", "flows.clean", str(corpus / "in"), "-o", str(corpus / "out"), "--no-track"]
    line += ["--format", "txt,json", "--workers", "1"]
    found = subprocess.run(line, capture_output=True, check=False, timeout=120, preexec_fn=limit, text=True)
    assert found.returncode == 3
    assert "failed: big.txt: cannot be written: File too large" in found.stderr
    assert "Traceback" not in found.stderr
    assert "big.txt" not in outputs()
    assert len(list((corpus / "out" / ".copydesk").glob("tmp/*"))) == 0
    (corpus / "in" / "big.txt").write_text("short enough")
    desk()
    first = outputs()
    desk(output=str(corpus / "whole"))
    assert first == outputs("whole")
