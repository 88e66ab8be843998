"""A dry run says what would go, a rule at a time, and writes nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

from flows.job import Watch

ROOT = Path(__file__).parent.parent.parent


def test_what_would_be_removed_is_named_with_rule_kind_place_and_reason(tmp_path):
    command = [
        sys.executable,
        "-m",
        "flows.clean",
        str(ROOT / "seeds"),
        "--dry-run",
        "--no-track",
        "-o",
        str(tmp_path / "o"),
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ})
    lines = told.stderr.splitlines()
    assert any(line.startswith("strip.") and ", sidebar_header: 2 (" in line for line in lines)
    assert any("002_7f54fde3a0f66df4.txt [" in line and line.endswith(": Latest") for line in lines)
    assert any("003_fbef36d6ad37a341.txt [" in line and "AI Catalog's chief editor" in line for line in lines)
    assert told.stdout == ""
    assert not (tmp_path / "o").exists()


def test_rows_of_a_table_are_told_of_too(desk, tmp_path):
    article = (ROOT / "seeds" / "002_7f54fde3a0f66df4.txt").read_text()
    (tmp_path / "in" / "t.jsonl").write_text(json.dumps({"id": "one", "text": article}) + "\n")
    told = []
    watch = Watch()
    watch.tell = told.append
    desk(dry_run=True, watch=watch)
    assert any("t.jsonl one [" in line and line.endswith(": Latest") for line in told)
