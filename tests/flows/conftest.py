import json

import pytest

from flows.job import run_job
from flows.settings import JobSettings

ARTICLE = (
    "A quiet week for {n}\n\nThe company said on Monday that it would open {n} new offices in the autumn , and that"
    " the first of them would be ready before the holidays.\n\nNobody at the other firm wanted to comment.\n"
)


@pytest.fixture
def article():
    """Text of a short article; each number gives another one."""
    return lambda n=1: ARTICLE.format(n=n)


@pytest.fixture
def desk(tmp_path):
    """Run the job over tmp_path/in into tmp_path/out, in this process, without pages."""
    (tmp_path / "in").mkdir()

    def run(engine_map=None, watch=None, shard_bytes=1_000_000, **settings):
        settings = {
            "paths": [str(tmp_path / "in")],
            "output": str(tmp_path / "out"),
            "formats": ["txt", "json"],
        } | settings
        return run_job(JobSettings(**settings), engine_map, watch=watch, shard_bytes=shard_bytes)

    return run


@pytest.fixture
def outputs(tmp_path):
    """Everything that a person sees in an output folder: relative path to bytes."""

    def read(name="out"):
        root = tmp_path / name
        paths = (p for p in root.rglob("*") if p.is_file() and ".copydesk" not in p.parts)
        return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(paths)}

    return read


@pytest.fixture
def summary(tmp_path):
    """Rows of the last run's summary."""

    def read(name="out"):
        return [
            json.loads(line) for line in (tmp_path / name / "summary.jsonl").read_text("utf-8").splitlines()
        ]

    return read
