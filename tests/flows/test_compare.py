"""Suggestions applied, and texts beside human ones."""

import json

import pytest

from cleaners import Report
from flows.clean import main
from flows.errors import UsageError

BAD = "A quiet week\n\nThe company ate melon seeds on Monday.\n\nNobody at the firm wanted to say more , of course.\n"
GOOD = (
    "A quiet week\n\nThe company looked on on Monday.\n\nNobody at the firm wanted to say more, of course.\n"
)
LEXICON = """
[[entry]]
id = "melon-seeds"
source = "吃瓜"
gloss = "to look on"
match = 'ate melon seeds'
kind = "slang_calque"
severity = "major"
strength = "strong"
suggest = "looked on"
bad = ["We [[ate melon seeds]]."]
good = ["We ate a melon and its seeds."]
"""


@pytest.fixture
def texts(tmp_path):
    for folder, text in (("in", BAD), ("human", GOOD)):
        (tmp_path / folder / "sub").mkdir(parents=True, exist_ok=True)
        for n in range(4):
            (tmp_path / folder / "sub" / f"{n}.txt").write_text(text)
    (tmp_path / "in" / "alone.txt").write_text(BAD)
    (tmp_path / "lexicon" / "zh-en").mkdir(parents=True)
    (tmp_path / "lexicon" / "zh-en" / "own.toml").write_text(LEXICON)
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
