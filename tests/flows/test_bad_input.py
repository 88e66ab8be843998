"""One bad document never costs another."""

import errno
import os

import pytest

from cleaners import Report, clean
from cleaners.errors import DocumentError
from cleaners.settings import Settings
from flows.corpus import Input
from flows.folder import Folder
from flows.read import read_bytes


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \r\n\t\n", "is blank"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x01\x02" * 9, "binary"),
        ("doubtful.txt", "Вчера президент встретился с министром.".encode("koi8-r"), "cannot be guessed"),
        ("large.txt", b"word " * 1000, "larger than max_bytes"),
    ],
)
def test_it_fails_alone_and_says_why(desk, tmp_path, article, summary, name, data, reason):
    (tmp_path / "in" / name).write_bytes(data)
    (tmp_path / "in" / "good.txt").write_text(article())
    result = desk(rules=Settings(max_bytes=4000))
    assert result.exit_code == 3
    assert [row.path for row in result.totals.failures] == [name]
    assert reason in result.totals.failures[0].reason
    assert {row["path"]: row["status"] for row in summary()} == {name: "failed", "good.txt": "done"}
    assert not (tmp_path / "out" / name).exists()
    assert (tmp_path / "out" / "good.json").exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("utf16.txt", "\ufeffA plain text of some words.".encode("utf-16-le")),
        (
            "gb.txt",
            ("昨天下午，这家公司在北京发布了新的产品，他们说这是今年最重要的一次更新。" * 3).encode(
                "gb18030"
            ),
        ),
        ("latin.txt", "Le garçon a mangé à l'hôtel près de la forêt.".encode("latin-1")),
        ("nul.txt", b"A text\x00with NUL\x00 bytes in it."),
        ("surrogate.txt", b"A text with half \xed\xa0\xbd a character."),
        ("bom.txt", b"\xef\xbb\xbfA text with a mark.\r\nAnd Windows lines.\r\n"),
        ("two words.txt", b"A name with spaces."),
        ("new\nline.txt", b"A name with a line break."),
        ("新闻.txt", b"A name in another script."),
        (os.fsdecode(b"not\xffutf8.txt"), b"A name that is no UTF-8."),
        ("german.txt", "Der Minister sagte am Montag, dass er über die Lage nicht sprechen wolle.".encode()),
    ],
)
def test_it_is_done(desk, tmp_path, summary, name, data):
    (tmp_path / "in" / name).write_bytes(data)
    assert desk(formats=["txt", "json", "html"]).exit_code == 0
    assert (tmp_path / "out" / name.replace(".txt", ".json")).stat().st_size
    assert summary()[0]["status"] == "done"


def test_a_name_too_long_for_its_results_is_cut(desk, tmp_path, article, outputs):
    names = ["x" * 250 + "1.txt", "x" * 250 + "2.txt", "新" * 83 + ".html", "x" * 230 + ".txt"]
    for name in names:
        (tmp_path / "in" / name).write_text(f"<html><body><p>{article()}</p></body></html>")
    formats = ("txt", "json", "html", "webannotation")
    assert desk(formats=formats, apply="suggestions").exit_code == 0
    stems = sorted(name.removesuffix(".webannotation.jsonld") for name in outputs() if "webann" in name)
    assert len(stems) == 4
    assert "x" * 230 in stems
    for stem in stems:
        assert {f"{stem}{end}" for end in (".txt", ".json", ".html", ".edited.txt")} <= set(outputs())
        assert len(stem.encode()) <= 230
    assert desk(formats=formats, apply="suggestions").totals.unchanged == 4


def test_a_page_that_cannot_be_written_takes_the_text_with_it(desk, tmp_path, article, outputs, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (tmp_path / "in" / name).write_text(article())
    write = Folder.write

    def full(folder, name, data):
        if name == "a.json":
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(folder, name, data)

    monkeypatch.setattr(Folder, "write", full)
    result = desk()
    assert result.totals.failures[0].reason == "cannot be written: No space left on device"
    assert set(outputs()) == {"b.txt", "b.json", "summary.jsonl"}


def test_a_link_to_nothing_is_a_failure(desk, tmp_path, article):
    (tmp_path / "in" / "a.txt").write_text(article())
    (tmp_path / "in" / "b.txt").symlink_to("nothing")
    result = desk()
    assert [(row.path, row.reason) for row in result.totals.failures] == [
        ("b.txt", "cannot be read: No such file or directory")
    ]


def test_a_file_that_grew_is_read_whole(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"longer than it was")
    item = Input(f"{tmp_path}/", "a.txt", 6)
    assert read_bytes(item, 100) == b"longer than it was"
    with pytest.raises(DocumentError, match="larger than max_bytes of the settings, 10 bytes"):
        read_bytes(item, 10)


def test_raw_text_keeps_mark_and_line_ends(desk, tmp_path):
    raw = "\ufeffA text with a mark.\r\nAnd Windows lines.\r\n"
    (tmp_path / "in" / "a.txt").write_bytes(raw.encode())
    desk()
    assert Report.model_validate_json((tmp_path / "out" / "a.json").read_text()).raw_text() == raw


def test_a_defect_in_a_rule_costs_one_document(desk, tmp_path, article, monkeypatch):
    def broken(text, **keywords):
        if "offices" not in text:
            raise RuntimeError("a defect")
        return clean(text, **keywords)

    monkeypatch.setattr("flows.work.clean", broken)
    (tmp_path / "in" / "a.txt").write_text("something else")
    (tmp_path / "in" / "b.txt").write_text(article())
    result = desk()
    assert [(row.path, row.reason) for row in result.totals.failures] == [
        ("a.txt", "met a defect of Copydesk: RuntimeError: a defect")
    ]
    assert result.totals.done == 1


def test_a_file_that_vanishes_is_a_failure(desk, tmp_path, article):
    for name in "ab":
        (tmp_path / "in" / f"{name}.txt").write_text(article())

    def late(work, shards):
        (tmp_path / "in" / "a.txt").unlink()
        return map(work, shards)

    result = desk(late)
    assert result.exit_code == 3
    assert "cannot be read: No such file" in result.totals.failures[0].reason
    assert (tmp_path / "out" / "b.txt").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_failure(desk, tmp_path):
    (tmp_path / "in" / "a.txt").write_text("text")
    (tmp_path / "in" / "a.txt").chmod(0)
    assert "Permission" in desk().totals.failures[0].reason


def test_a_failure_takes_the_old_result_away(desk, tmp_path, article, outputs):
    path = tmp_path / "in" / "a.txt"
    path.write_text(article())
    desk()
    assert "a.txt" in outputs()
    path.write_bytes(b"")
    assert desk().exit_code == 3
    assert list(outputs()) == ["summary.jsonl"]


def test_a_share_of_failures_can_be_allowed(desk, tmp_path, article):
    for n in range(3):
        (tmp_path / "in" / f"{n}.txt").write_text(article(n))
    (tmp_path / "in" / "bad.txt").write_bytes(b"")
    assert desk(allow_failed=0.25).exit_code == 0
    assert desk(allow_failed=0.2).exit_code == 3
