"""Suggestions applied, and texts beside human ones."""

import json

import pytest

from cleaners import Report
from flows.clean import main
from flows.errors import UsageError
from flows.job import Watch
from tests import own

BAD = "A quiet week\n\nThe company ate melon seeds on Monday.\n\nNobody at the firm wanted to say more , of course.\n"
GOOD = (
    "A quiet week\n\nThe company looked on on Monday.\n\nNobody at the firm wanted to say more, of course.\n"
)


@pytest.fixture
def texts(tmp_path):
    for folder, text in (("in", BAD), ("human", GOOD)):
        (tmp_path / folder / "sub").mkdir(parents=True, exist_ok=True)
        for n in range(4):
            (tmp_path / folder / "sub" / f"{n}.txt").write_text(text)
    (tmp_path / "in" / "alone.txt").write_text(BAD)
    own.lexicon(tmp_path / "lexicon", suggest="looked on")
    return tmp_path


@pytest.fixture
def rules(texts):
    return {"lexicons": [texts / "lexicon"]}


def test_apply_writes_a_third_text(desk, rules, outputs):
    desk(rules=rules)
    desk(rules=rules, apply="suggestions")
    report = Report.model_validate_json(outputs()["sub/0.json"])
    assert report.suggested
    assert outputs()["sub/0.edited.txt"].decode() == report.edited_text() == GOOD


def test_texts_are_compared_with_human_ones(desk, texts, rules, outputs):
    result = desk(references=str(texts / "human"), rules=rules)
    assert result.comparison.documents == 4
    found = json.loads(outputs()["references.json"])
    raw, clean, edited = (found["metrics"]["chrF2"][name]["score"] for name in ("raw", "clean", "edited"))
    assert raw <= clean < edited == 100
    rows = [json.loads(line) for line in outputs()["references.jsonl"].splitlines()]
    assert [row["path"] for row in rows] == [f"sub/{n}.txt" for n in range(4)]
    assert rows[0]["edited"]["TER"]["score"] == 0
    before = outputs()
    assert desk(references=str(texts / "human"), rules=rules).totals.unchanged == 5
    assert outputs() == before


def test_a_field_of_jsonl_is_a_reference(desk, texts, outputs):
    rows = [json.dumps({"text": BAD, "reference": GOOD})] * 3
    (texts / "in" / "t.jsonl").write_text("\n".join(rows) + "\n")
    (texts / "in" / "u.jsonl").write_text(json.dumps({"text": BAD}) + "\n")
    assert desk().comparison.documents == 3


@pytest.fixture
def watch():
    class Hears(Watch):
        def __init__(self):
            self.lines = []

        def tell(self, line):
            self.lines.append(line)

    return Hears()


def test_what_has_no_counterpart_is_named(desk, texts, watch):
    for n in range(6):
        (texts / "in" / f"more{n}.txt").write_text(BAD)
    (texts / "human" / "other.txt").write_text(GOOD)
    assert desk(references=str(texts / "human"), watch=watch).comparison.documents == 4
    alone = "alone.txt, more0.txt, more1.txt, more2.txt, more3.txt, ..."
    assert watch.lines == [
        f"documents without a human text of the same name: 7 ({alone})",
        "human texts without a document of the same name: 1 (other.txt)",
    ]


def test_a_reference_file_of_another_name_is_named(desk, texts, watch):
    paths, human = (str(texts / "in" / "alone.txt"),), str(texts / "human" / "sub" / "0.txt")
    assert desk(paths=paths, references=human, watch=watch).comparison is None
    assert watch.lines == [
        "documents without a human text of the same name: 1 (alone.txt)",
        "human texts without a document of the same name: 1 (0.txt)",
    ]


def test_rows_without_a_reference_are_counted(desk, texts, watch):
    rows = [{"text": BAD, "reference": GOOD}, {"text": BAD, "reference": None}, {"text": BAD}] * 2
    (texts / "in" / "t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert desk(watch=watch).comparison.documents == 2
    assert watch.lines == ["t.jsonl: 4 rows without a text in the field reference"]


def test_without_references_nothing_is_compared(desk, texts, outputs):
    assert desk().comparison is None
    assert "references.json" not in outputs()


def test_a_missing_folder_is_wrong_use(desk, texts, capsys):
    with pytest.raises(UsageError, match="no such file"):
        desk(references="nowhere")
    words = [str(texts / "in"), "-o", str(texts / "out"), "--no-track", "--references", str(texts / "human")]
    assert main([*words, "--format", "txt"]) == 2
    assert "formats must have json" in capsys.readouterr().err
    assert main([*words, "--format", "json"]) == 0
    assert "against 4 human texts" in capsys.readouterr().err
