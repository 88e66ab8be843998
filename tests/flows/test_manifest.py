"""A second run does only what is new."""

import pytest

from flows.errors import UsageError
from flows.job import Watch
from flows.manifest import Manifest


class Count(Watch):
    """Remembers which shards were done."""

    def __init__(self):
        self.names = []

    def done(self, result):
        self.names += [item.path for item in result.shard.inputs]


@pytest.fixture
def again(desk):
    """Run and give the inputs that were done."""

    def run(**settings):
        count = Count()
        desk(watch=count, **settings)
        return count.names

    return run


@pytest.fixture
def files(tmp_path, desk, article):
    for n in range(3):
        (tmp_path / "in" / f"{n}.txt").write_text(article(n))
    return tmp_path


def test_a_second_run_does_nothing_and_still_sums_up(again, files, outputs, desk):
    assert again() == ["0.txt", "1.txt", "2.txt"]
    before = outputs()
    assert again() == []
    assert outputs() == before
    totals = desk().totals
    assert (totals.documents, totals.unchanged) == (3, 3)


def test_one_changed_file_costs_one_file(again, files, article, outputs):
    again()
    (files / "in" / "1.txt").write_text(article(10))
    assert again() == ["1.txt"]
    assert b"10 new offices" in outputs()["1.txt"]


def test_touching_a_file_is_no_change(again, files, article):
    again()
    (files / "in" / "1.txt").write_text(article(1))
    assert again() == []


def test_a_deleted_or_altered_output_is_noticed(again, files, outputs):
    again()
    before = outputs()
    (files / "out" / "0.json").unlink()
    (files / "out" / "2.txt").write_text("altered")
    assert again() == ["0.txt", "2.txt"]
    assert outputs() == before


@pytest.mark.parametrize(
    "changed",
    [
        {"rules": {"pass_at": 99}},
        {"rules": {"keep": ["credit"]}},
        {"formats": ["txt", "json", "sarif"]},
        {"fresh": True},
    ],
)
def test_what_touches_results_does_them_again(again, files, changed):
    again()
    assert again(**changed) == ["0.txt", "1.txt", "2.txt"]


@pytest.mark.parametrize(
    "changed", [{"fail_under": 50}, {"workers": 1}, {"formats": ["json"]}, {"rules": {"max_seconds": 9}}]
)
def test_what_touches_no_result_does_nothing_again(again, files, changed):
    again()
    assert again(**changed) == []


def test_new_code_is_a_new_version(again, files, monkeypatch):
    again()
    monkeypatch.setattr("flows.book.code_digest", lambda: "other")
    assert again() == ["0.txt", "1.txt", "2.txt"]


def test_a_failure_is_tried_again(again, files):
    (files / "in" / "bad.txt").write_bytes(b"")
    again()
    assert again() == ["bad.txt"]


def test_another_input_into_the_same_folder_is_left_alone(again, files, outputs, tmp_path, article):
    again()
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "m.txt").write_text(article(7))
    assert again(paths=[str(tmp_path / "more")]) == ["m.txt"]
    assert {"0.txt", "m.txt"} <= set(outputs())
    assert again() == []


def test_two_runs_in_one_folder(desk, files):
    def while_running(work, shards):
        with pytest.raises(UsageError, match="another run writes here"):
            desk()
        return map(work, shards)

    assert desk(while_running).exit_code == 0


def test_a_manifest_that_is_none_is_said(desk, files):
    (files / "out" / ".copydesk").mkdir(parents=True)
    (files / "out" / ".copydesk" / "manifest.sqlite").write_text(
        "this is no database at all, but a text of some length"
    )
    with pytest.raises(UsageError, match="delete it to begin afresh"):
        desk()


def test_a_folder_is_held_as_long_as_a_run_goes_on(desk, files, tmp_path):
    path = tmp_path / "out" / ".copydesk" / "manifest.sqlite"
    seen = []

    def while_running(work, shards):
        seen.append(Manifest.is_held(path))
        return map(work, shards)

    assert not Manifest.is_held(path)
    assert not path.exists(), "asking leaves nothing behind"
    desk(while_running)
    assert seen == [True]
    assert not Manifest.is_held(path)
