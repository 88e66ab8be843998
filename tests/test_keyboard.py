"""Whose "。" it is: what else the text shows decides between Chinese and Japanese."""

from cleaners import keyboard
from cleaners.mqm import finding
from cleaners.pipeline import clean
from cleaners.types import Span, Strength


def said(rule, at, language):
    return finding(
        Span(at, at + 1), rule, "term", "m", confidence=0.8, strength=Strength.WEAK, source_language=language
    )


MARK = said("fullwidth.mark", 0, "zh")


def languages(findings):
    return {f.rule: f.source_language for f in findings}


def test_wide_marks_beside_japanese_are_japanese():
    assert languages(keyboard.attributed([MARK, said("ja-en.x", 5, "ja")]))["fullwidth.mark"] == "ja"


def test_wide_marks_alone_or_beside_chinese_are_chinese():
    both = [MARK, said("ja-en.x", 5, "ja"), said("zh-en.x", 9, "zh")]
    for findings in ([MARK], both, [MARK, said("ru-en.x", 5, "ru")]):
        assert keyboard.attributed(findings) == findings


def test_japanese_marks_beside_chinese_are_chinese():
    corner = said("fullwidth.mark", 0, "ja")
    assert languages(keyboard.attributed([corner, said("zh-en.x", 5, "zh")]))["fullwidth.mark"] == "zh"
    assert keyboard.attributed([corner]) == [corner]


def test_only_wide_marks_leave_it_open():
    assert keyboard.undecided([MARK, said("ru-en.x", 5, "ru")])
    assert not keyboard.undecided([MARK, said("ja-en.x", 5, "ja")])


def test_the_language_that_fewer_rules_speak_for_is_left_out():
    ja, zh = [said(f"ja-en.{n}", 10 + n, "ja") for n in range(2)], said("zh-en.x", 20, "zh")
    assert languages(keyboard.decided([MARK, *ja, zh])) == {
        "fullwidth.mark": "ja", "ja-en.0": "ja", "ja-en.1": "ja",
    }  # fmt: skip
    assert languages(keyboard.decided([MARK, ja[0], zh])) == {"fullwidth.mark": "zh", "zh-en.x": "zh"}


def test_a_text_with_japanese_marks_and_loose_japanese_phrases_comes_from_japanese():
    text = (
        "The deploy stopped halfway。 I was addicted to this error for two days, so here is a memo of it。\n\n"
        "First of all, the setting file is read, and then the server falls with a timeout。\n"
    )
    report = clean(text)
    assert report.scores.mt_source_language == "ja"
    assert {f.source_language for f in report.findings} == {"ja"}
