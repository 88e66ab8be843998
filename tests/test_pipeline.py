"""The laws of a Report, on any text."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners import Report, clean, pipeline, resources
from cleaners.errors import DocumentError
from cleaners.pipeline import CLEANERS, DETECTORS, IN_COMPANY, IN_TRANSLATION
from cleaners.render import as_json
from cleaners.settings import Settings
from tests.own import lexicon
from tests.strategies import texts

ARTICLE = (
    "\ufeffThe GPUs ! He said (manual dog head) .\r\n\r\n\r\n\r\nThe “end . ” cafÃ©\u200b e\u0301norme .\r\n"
)
visible = texts.filter(lambda t: t.strip("\ufeff \t\r\n\0"))
documents = visible | st.builds(lambda a, b: a + ARTICLE + b, texts, texts)


@settings(max_examples=300, deadline=None)
@given(documents)
def test_edits_replay_from_raw_to_clean_and_back(raw):
    report = clean(raw)
    at, pieces = 0, []
    for edit in report.edits:
        assert edit.raw.start >= at, "disjoint and sorted"
        assert raw[edit.raw.start : edit.raw.end] == edit.old
        assert report.text[edit.clean.start : edit.clean.end] == edit.new
        assert edit.old != edit.new
        pieces += (raw[at : edit.raw.start], edit.new)
        at = edit.raw.end
    assert "".join([*pieces, raw[at:]]) == report.text
    assert report.raw_text() == raw


@settings(max_examples=200, deadline=None)
@given(documents)
def test_a_finding_quotes_its_span_and_points_into_raw(raw):
    report = clean(raw)
    for finding in report.findings:
        assert report.text[finding.clean.start : finding.clean.end] == finding.quote
        assert 0 <= finding.raw.start <= finding.raw.end <= len(raw)
    assert [f.clean for f in report.findings] == sorted(f.clean for f in report.findings)


@settings(max_examples=50, deadline=None)
@given(visible)
def test_the_same_text_gives_the_same_bytes(raw):
    assert as_json.render(clean(raw)) == as_json.render(clean(raw))


def test_a_report_reads_back_as_it_was_written():
    report = clean(ARTICLE)
    written = report.model_dump_json()
    assert Report.model_validate_json(written) == report
    assert list(json.loads(written))[:3] == ["schema", "id", "source"]


@pytest.mark.parametrize("blank", ["", " \n\t\r\n", "\ufeff", "\0\0\n"])
def test_a_blank_document_is_refused(blank):
    with pytest.raises(DocumentError, match="blank"):
        clean(blank)


def test_a_document_over_its_time_is_refused():
    limits = resources.load(Settings(max_seconds=1e-9))
    with pytest.raises(DocumentError, match="max_seconds"):
        clean(ARTICLE, resources=limits)


def test_a_rule_can_be_switched_off():
    off = frozenset({"normalise.space_punct", "zh-en.manual-dog-head"})
    report = clean(ARTICLE, resources=resources.load(Settings(off=off)))
    assert "GPUs !" in report.text
    assert not off & {x.rule for x in (*report.edits, *report.findings)}
    assert off & {x.rule for x in (*clean(ARTICLE).edits, *clean(ARTICLE).findings)} == off


def test_a_loose_phrase_is_told_only_in_a_sure_translation(tmp_path):
    works = {"bad": ["He works at a [[steel mill]]."], "good": ["He works at a paper mill."]}
    lexicon(tmp_path, id="steel-mill", match="steel mills?", strength="loose", **works)
    res = resources.load(Settings(lexicons=(tmp_path,), strip=False))
    plain = "He told us that he works at a steel mill."
    translated = plain + " (manual dog head) Lao Ma bought 7360 pieces of A100 (covering face)."
    assert "steel mill" not in {f.quote for f in clean(plain, resources=res).findings}
    report = clean(translated, resources=res)
    at = [f.quote for f in report.findings].index("steel mill")
    assert at in report.scores.mt_evidence


def test_many_loose_phrases_prove_a_translation_where_the_text_speaks_of_the_country(tmp_path):
    for mill in ("steel", "paper", "cotton", "sugar", "flour"):
        works = {"bad": [f"He works at a [[{mill} mill]]."], "good": ["He works at a wind mill."]}
        (folder := tmp_path / mill).mkdir()
        lexicon(folder, id=f"{mill}-mill", match=f"{mill} mills?", strength="loose", **works)
    res = resources.load(Settings(lexicons=tuple(tmp_path.iterdir()), strip=False))
    plain = "They built a steel mill, a paper mill, a cotton mill, a sugar mill and a flour mill in the town."
    assert not clean(plain, resources=res).findings
    told = clean(plain.replace("the town", "Hangzhou, China, for 900 yuan"), resources=res)
    assert {f.quote for f in told.findings} >= {"steel mill", "flour mill"}
    assert told.scores.mt_source_language == "zh"
    few = clean("They built a steel mill and a paper mill in Hangzhou, China, for 900 yuan.", resources=res)
    assert not few.findings


def test_a_small_slip_is_told_only_in_a_sure_translation_and_can_be_switched_off():
    plain = "They sold 3,000 pounds of grain."
    translated = plain + " (manual dog head) Lao Ma bought 7360 pieces of A100 (covering face)."
    off = resources.load(Settings(off=frozenset({"counts.pound"})))
    assert not clean(plain).findings
    assert "counts.pound" in {f.rule for f in clean(translated).findings}
    assert "counts.pound" not in {f.rule for f in clean(translated, resources=off).findings}


def test_another_language_is_normalised_but_not_judged():
    german = "Der Ausschuss hat am Dienstag beschlossen , dass die Brücke gesperrt wird (manual dog head) und mehr."
    report = clean(german)
    assert report.language.code == "de"
    assert "beschlossen, dass" in report.text
    assert not report.findings


def test_what_happens_stands_in_tuples():
    assert all(c.__module__.startswith(("cleaners.normalise", "cleaners.strip")) for c in CLEANERS)
    assert all(d.__module__.startswith("cleaners.detect") for d in (*DETECTORS, *IN_COMPANY, *IN_TRANSLATION))


def test_what_is_asked_in_company_only_is_not_asked_of_a_text_in_which_nothing_was_found(monkeypatch):
    asked = []
    monkeypatch.setattr(pipeline, "IN_COMPANY", (lambda document, _: asked.append(document.text) or (),))
    clean("The mill opens in May.")
    assert not asked
    clean("The mill opens in May (manual dog head).")
    assert len(asked) == 1


@pytest.mark.parametrize(
    "unit", ["word ", "word\n", "a. ", "(x) ", "A b ", "，", "“", "1", "# ", "- x\n", "no\n\n", "http://a/ "]
)
def test_long_runs_cost_no_more_than_their_length(unit):
    clean(unit * (200_000 // len(unit)))


def test_a_mended_character_is_told_in_a_translation_alone():
    broken = "The browser doesn&#39;t accept it and isnâ€™t bad."
    assert "mended.character" not in {f.rule for f in clean(broken).findings}
    report = clean(f"{broken} So that is why. (manual dog head)")
    told = [f for f in report.findings if f.rule == "mended.character"]
    assert [report.text[f.clean.start : f.clean.end] for f in told] == ["'", "’"]
    assert {f.severity.value for f in told} == {"neutral"}
