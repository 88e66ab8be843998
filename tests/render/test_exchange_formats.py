"""Formats for other tools: what they hold can be read back, and keeps to the rules of each format.

No registry has SARIF's or Web Annotation's JSON schema in a package, so ``schemas/`` holds what the two
specifications demand of the parts that are written, and refuses every other part. Beside that, the output for
the sample report was checked by hand, outside the tests, against packages that a registry does have: SARIF
against the types that @schemastore/sarif-2.1.0 (npm) derives from the published schema (tsc, strict) and against
sarif-pydantic (PyPI); Label Studio against LabelInterface.validate_prediction of label-studio-sdk 2.1 (PyPI).
"""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from cleaners.render import as_csv, as_json, labelstudio, mqm_tsv, sarif, webannotation
from cleaners.render.formats import FORMATS
from cleaners.report import Report
from cleaners.summary import Row, failed
from cleaners.types import Severity
from tests.render.make import cut, find, report, sample
from tests.render.runs_of import rows

SCHEMAS = Path(__file__).parent / "schemas"


def check(document, name):
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)


def bmp_and_beyond() -> Report:
    """Return a report whose positions differ between code points and UTF-16, and between raw and clean."""
    raw = "\ufeffFog \U0001f32b\r\nA gull, said Old Pan.\r\n"
    changes = [
        cut(raw, "\ufeff", "", "bom", "normalise.bom"),
        cut(raw, "\r\n", "\n", "line_break", "normalise.line_breaks"),
    ]
    text = report(raw, changes).text
    return report(
        raw, changes, [find(text, "Old Pan", "nickname", Severity.MAJOR, "Mr Pan", rule="names/old")]
    )


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_the_same_bytes_again_and_can_be_utf_8(name):
    made = FORMATS[name].render(sample())
    assert made == FORMATS[name].render(sample())
    assert made.encode("utf-8")


def test_the_clean_text_is_written_as_it_is():
    assert FORMATS["txt"].render(sample()) == sample().text


def test_json_can_be_read_back():
    assert Report.model_validate_json(as_json.render(sample())) == sample()


def test_json_keeps_half_a_surrogate_pair():
    made = report("a\ud83db")
    written = as_json.render(made)
    assert written.encode("utf-8")
    assert Report.model_validate(json.loads(written)) == made


@pytest.mark.parametrize("render", [webannotation.render, labelstudio.render, sarif.render, mqm_tsv.render])
def test_half_a_surrogate_pair_in_the_raw_text_is_no_obstacle(render):
    raw = "a\ud83db Old Pan"
    assert render(report(raw, [cut(raw, "\ud83d")], [find("ab Old Pan", "b Old")])).encode("utf-8")


def test_web_annotations_find_their_text_by_position_and_by_quotation():
    made = sample()
    page = json.loads(webannotation.render(made))
    check(page, "webannotation")
    assert len(page["items"]) == len(made.findings)
    for item, finding in zip(page["items"], made.findings, strict=True):
        position, quote = item["target"]["selector"]
        assert made.text[position["start"] : position["end"]] == quote["exact"] == finding.quote
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in made.text
        editing = [b["value"] for b in item["body"] if b["purpose"] == "editing"]
        assert editing == ([] if finding.suggestion is None else [finding.suggestion])
    assert len({item["id"] for item in page["items"]}) == len(made.findings)


def test_an_annotation_s_source_is_an_address_even_for_an_odd_name():
    made = sample().model_copy(update={"id": "folder/a name: 中?#.v2"})
    page = json.loads(webannotation.render(made))
    check(page, "webannotation")
    assert page["items"][0]["target"]["source"] == "a%20name%3A%20%E4%B8%AD%3F%23.v2.txt"


def test_label_studio_regions_cover_their_quotes():
    made = sample()
    (task,) = json.loads(labelstudio.render(made))
    text = task["data"]["text"]
    assert text == made.text
    results = task["predictions"][0]["result"]
    labels = [r for r in results if r["type"] == "labels"]
    assert [r["value"]["labels"] for r in labels] == [[f.kind] for f in made.findings]
    for result in results:
        value = result["value"]
        assert result["to_name"] == "text"
        if result["type"] != "textarea":
            assert text[value["start"] : value["end"]] == value["text"]
    fixes = {r["id"]: r["value"]["text"] for r in results if r["type"] == "textarea"}
    assert fixes == {
        f"f{n}": [f.suggestion] for n, f in enumerate(made.findings, 1) if f.suggestion is not None
    }


def test_sarif_points_into_the_file_as_it_was_given():
    made = bmp_and_beyond()
    log = json.loads(sarif.render(made))
    check(log, "sarif")
    (result,) = log["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert made.raw_text()[region["charOffset"] :][: region["charLength"]] == "Old Pan"
    assert region["startLine"] == region["endLine"] == 2
    assert (region["startColumn"], region["endColumn"]) == (14, 21)
    assert region["snippet"] == {"text": "Old Pan"}
    change = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"] == {"text": "Mr Pan"}


def test_sarif_always_writes_the_level_and_tells_major_from_critical():
    log = json.loads(sarif.render(sample()))
    check(log, "sarif")
    run = log["runs"][0]
    said = {r["properties"]["severity"]: (r["level"], r["rank"]) for r in run["results"]}
    assert said == {
        "neutral": ("note", 0),
        "minor": ("warning", 4),
        "major": ("error", 20),
        "critical": ("error", 100),
    }
    assert all(run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])


def test_sarif_addresses_are_quoted():
    made = sample()
    made = made.model_copy(update={"source": made.source.model_copy(update={"path": "a b/中#.txt"})})
    check(json.loads(sarif.render(made)), "sarif")


def test_mqm_rows_mark_one_error_each_and_give_the_line_back():
    made = sample()
    table = [row.split("\t") for row in mqm_tsv.render(made).splitlines()]
    assert tuple(table[0]) == mqm_tsv.COLUMNS
    assert {len(row) for row in table} == {len(mqm_tsv.COLUMNS)}
    body = [dict(zip(mqm_tsv.COLUMNS, row, strict=True)) for row in table[1:]]
    errors = [row for row in body if row["severity"] != "no-error"]
    assert [r["target"].split("<v>")[1].split("</v>")[0] for r in errors] == [
        f.quote for f in sorted(made.findings, key=lambda f: f.clean)
    ]
    segments = {row["seg_id"]: row["target"].replace("<v>", "").replace("</v>", "") for row in body}
    assert list(segments.values()) == [line for line in made.text.split("\n") if line.strip()]
    assert errors[0]["category"] == "Linguistic conventions/Punctuation"


def test_a_tab_or_a_mark_in_the_article_does_not_break_the_mqm_table():
    text = "one\t<v>two</v>\x0bthree"
    table = mqm_tsv.render(report(text, (), [find(text, "three")])).splitlines()
    assert len(table) == 2
    assert table[1].split("\t")[6] == "one &lt;v>two&lt;/v> <v>three</v>"


def test_a_finding_over_two_lines_is_marked_in_the_first():
    text = "one two\nthree four"
    table = mqm_tsv.render(report(text, (), [find(text, "two\nthree")])).splitlines()
    assert [row.split("\t")[6] for row in table[1:]] == ["one <v>two</v>", "three four"]


def test_csv_can_be_read_back():
    made = rows(5, 1)
    table = list(csv.DictReader(io.StringIO(as_csv.render(made))))
    assert [row["path"] for row in table] == [row.path for row in made]
    assert [row["major"] for row in table] == [str(row.counts.get(Severity.MAJOR, 0)) for row in made]
    assert table[-1]["reason"] == "the document is blank"
    assert float(table[0]["quality"]) == made[0].quality


@pytest.mark.parametrize(
    "cell", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1+1", "  =1", "\r\n=1", "＝1", "\ufeff=1", "|x"]
)
def test_a_cell_is_never_a_formula(cell):
    table = as_csv.render([failed("1", cell, cell), Row(id="2", path="p", status="done", title=cell)])
    for row in csv.DictReader(io.StringIO(table)):
        for value in (row["path"], row["reason"], row["title"]):
            assert value[:1] not in {*"=+-@\t\r\n |＝"}


def test_quotes_commas_and_line_breaks_stay_in_their_cell():
    reason = 'said "no", twice\nand left'
    (row,) = csv.DictReader(io.StringIO(as_csv.render([failed("1", "p", reason)])))
    assert row["reason"] == reason
