import pytest

from cleaners import mqm, resources, score, suggest
from cleaners.settings import Settings, Weights
from cleaners.types import Severity, Span, Strength


def findings(**counts):
    out, at = [], 0
    for severity, times in counts.items():
        for _ in range(times):
            out.append(mqm.finding(Span(at, at + 1), f"r{at}", "term", "m", severity=Severity(severity)))
            at += 2
    return out


def card(words=1000, settings=None, **counts):
    text = "word " * words
    told = findings(**counts)
    return score.score(text, len(text), (), told, (), suggest.apply(text, told), settings or Settings())


def test_points_and_quality():
    got = card(minor=10, major=4)
    assert (got.points, got.points_per_1000, got.quality, got.verdict) == (30, 30, 97, "pass")
    assert got.counts[Severity.MAJOR] == 4
    assert got.per_dimension["terminology"].points == 30
    assert set(got.per_dimension) == set(mqm.DIMENSIONS)


@pytest.mark.parametrize(
    ("major", "verdict"), [(0, "pass"), (10, "pass"), (11, "review"), (40, "review"), (41, "reject")]
)
def test_verdicts_at_the_thresholds(major, verdict):
    assert card(major=major).verdict == verdict


def test_no_pass_with_a_critical_finding():
    assert card(critical=1).quality == 97.5
    assert card(critical=1).verdict == "review"


def test_quality_has_a_floor():
    assert card(words=10, major=9).quality == 0


def test_a_neutral_finding_costs_nothing_but_is_counted():
    got = card(neutral=5)
    assert (got.points, got.quality, got.counts[Severity.NEUTRAL]) == (0, 100, 5)


def test_settings_move_weights_and_thresholds():
    got = card(settings=Settings(weights=Weights(minor=2), pass_at=99, review_at=98), minor=10)
    assert (got.points, got.verdict) == (20, "review")


def test_a_short_text_is_a_small_sample():
    assert card(words=100).small_sample
    assert not card(words=300).small_sample


def test_likelihood_grows_with_evidence_and_names_the_language():
    def likelihood(*languages):
        told = [
            mqm.finding(Span(i, i + 1), f"r{i}", "term", "m", strength=Strength.STRONG, source_language=code)
            for i, code in enumerate(languages)
        ]
        return score.likelihood_of(told, (), 500)

    none, one, three = likelihood(), likelihood("zh"), likelihood("zh", "zh", "ru")
    assert none[0] < one[0] < three[0] <= 1
    assert (none[1], three[1]) == (None, "zh")
    assert three[2] == (0, 1), "the findings that made it"


def test_words_are_counted_in_every_script():
    assert score.count_words("It's a well-known fact: 3.5") == 5
    assert score.count_words("这是测试") == 4


def test_the_signature_names_what_scores_depend_on():
    plain = score.signature(resources.load())
    other = score.signature(resources.load(Settings(off=frozenset({"normalise.nfc"}))))
    assert plain.startswith("copydesk:")
    assert "weights:0/1/5/25" in plain
    assert plain != other


def test_silent_evidence_moves_the_likelihood_a_little_and_is_listed():
    hint = mqm.finding(
        Span(0, 4), "zh-en.netizens", "lexical_marker", "m", source_language="zh", confidence=0.6
    )
    text = "word " * 500
    got = score.score(text, len(text), (), (), [hint], suggest.apply(text, ()), Settings())
    assert score.likelihood_of((), (), 500)[0] < got.mt_likelihood < 0.5
    assert [h.rule for h in got.mt_hints] == ["zh-en.netizens"]
    assert got.mt_source_language is None, "no finding says so"
