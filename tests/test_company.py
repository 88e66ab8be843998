"""Weak findings speak only in company."""

from dataclasses import replace

from cleaners import company
from cleaners.mqm import finding
from cleaners.types import Severity, Span, Strength


def said(rule, at=0, *, strong=False, language="zh", severity=Severity.MINOR, confidence=0.6, length=4):
    strength = Strength.STRONG if strong else Strength.WEAK
    return finding(
        Span(at, at + length), rule, "slang_calque", "m",
        severity=severity, confidence=confidence, strength=strength, source_language=language,
    )  # fmt: skip


def kept(findings, words=400):
    return [f.rule for f in company.part(findings, words)[0]]


def test_one_weak_finding_is_silent_however_often_it_occurs():
    assert kept([said("netizens", at) for at in range(0, 90, 10)]) == []


def test_a_strong_finding_speaks_alone_and_brings_its_company():
    assert kept([said("dog-head", strong=True)]) == ["dog-head"]
    assert kept([said("dog-head", strong=True), said("netizens", 9)]) == ["dog-head", "netizens"]


def test_strong_evidence_of_one_language_says_nothing_of_another():
    assert kept([said("dog-head", strong=True), said("ru-rule", 9, language="ru")]) == ["dog-head"]


def test_a_text_has_one_source():
    zh = [said(f"zh-{i}", 10 * i, strong=True) for i in range(2)]
    ru = said("ru-rule", 90, language="ru", confidence=0.8)
    markup = said("markup", 70, strong=True, language=None)
    assert kept([*zh, markup, ru]) == ["zh-0", "zh-1", "markup"]
    assert kept([zh[0], markup, ru]) == ["zh-0", "markup", "ru-rule"]


def test_enough_independent_weak_findings_speak_together():
    weak = [said(f"rule-{i}", 10 * i) for i in range(4)]
    assert len(kept(weak)) == 4
    assert kept(weak[:2]) == []


def test_a_long_text_asks_for_more():
    weak = [said(f"rule-{i}", 10 * i) for i in range(4)]
    assert kept(weak, words=12_000) == []


def test_a_weak_finding_of_no_language_stays_with_any_evidence():
    assert kept([said("dog-head", strong=True), said("a-an", 9, language=None)]) == ["dog-head", "a-an"]
    assert kept([said("a-an", 9, language=None)]) == []


def test_mended_spaces_alone_prove_nothing():
    neutral = [said("mended", at, language=None, severity=Severity.NEUTRAL) for at in range(0, 200, 10)]
    assert kept(neutral) == []
    assert len(kept([*neutral, said("dog-head", 300, strong=True)])) == len(neutral) + 1


def test_one_slip_seen_by_two_rules_is_told_once():
    inner = said("inner", 5, length=3)
    outer = said("outer", 4, length=9, severity=Severity.MAJOR)
    assert [f.rule for f in company.settle([inner, outer])] == ["outer"]


def test_of_two_rules_that_see_one_slip_evidence_is_told_before_what_proves_nothing():
    weak = said("known-spelling", 4, confidence=0.6)
    loose = replace(said("renamed", 4, confidence=0.9), strength=Strength.LOOSE)
    assert [f.rule for f in company.settle([loose, weak])] == ["known-spelling"]
    assert [f.rule for f in company.settle([loose, replace(weak, confidence=0.45)])] == [
        "known-spelling",
        "renamed",
    ]


def test_overlapping_findings_that_hold_no_other_both_stay():
    assert len(company.settle([said("a", 0, length=6), said("b", 4, length=6)])) == 2


def test_what_does_not_speak_is_silent_not_lost():
    weak = [said("netizens"), said("dog-head", 9, strong=True, language="ja")]
    speak, silent = company.part(weak, 400)
    assert [f.rule for f in speak + silent] == ["dog-head", "netizens"]


def test_where_the_source_is_sure_its_weak_findings_speak_and_nameless_ones():
    weak = [said("netizens"), said("space", 9, language=None), said("ru-rule", 30, language="ru")]
    assert company.part(weak, 400)[0] == []
    assert {f.rule for f in company.part(weak, 400, {"zh"})[0]} == {"netizens", "space"}


def test_a_finding_that_is_less_sure_than_not_is_evidence_but_never_told():
    opener = said("opener", 9, confidence=0.45)
    speak, silent = company.part([said("dog-head", strong=True), opener], 400)
    assert [f.rule for f in speak] == ["dog-head"]
    assert silent == [opener]


def test_a_text_is_sure_of_its_source_by_its_own_evidence_alone():
    zh = [said(f"zh-{i}", 10 * i, strong=True) for i in range(2)]
    weak = [said(f"weak-{i}", 10 * i) for i in range(3)]
    markup = [said(f"markup-{i}", 50 + 10 * i, strong=True, language=None) for i in range(3)]
    assert company.sure_of(zh, 400) == {"zh"}
    assert company.sure_of(zh[:1], 400) == {"zh"}
    assert company.sure_of(zh[:1], 2_000) == set()
    assert company.sure_of(weak, 400) == {"zh"}
    assert company.sure_of([weak[0], *markup], 400) == set()
    assert company.sure_of(zh, 24_000) == set()
    assert company.sure_of([*zh, said("ru-rule", 90, language="ru", confidence=0.8)], 400) == {"zh"}


def test_a_loose_finding_speaks_and_proves_little():
    loose = replace(said("big-factory"), strength=Strength.LOOSE)
    assert kept([loose]) == ["big-factory"]
    assert company.evidence([loose]) == {"zh": company.CALQUE}
    assert company.evidence([replace(loose, source_language=None)]) == {None: 0.0}


def test_what_names_no_language_counts_beside_as_much_of_a_language_whose_country_is_spoken_of():
    zh = [said("a", confidence=0.8)]
    nameless = [said("space", 9, language=None, strong=True)]
    assert company.sure_of([*zh, *nameless], 400) == set()
    assert company.sure_of([*zh, *nameless], 400, {"zh"}) == {"zh"}
    assert company.sure_of(nameless, 400, {"zh"}) == set()
