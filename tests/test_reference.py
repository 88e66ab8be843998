"""The figures are sacrebleu's: its own command line says the same."""

import subprocess
import sys

import pytest

from cleaners import reference, suggest
from cleaners.mqm import finding
from cleaners.types import Span

REFERENCES = [
    "The minister said on Monday that the new bridge will open next spring.",
    "Nobody was hurt when the old warehouse by the river burned down.",
    "She has written four novels, and the fifth is about her grandmother.",
    "Prices rose by three per cent, less than most analysts had expected.",
]
RAW = ["Latest news. Share this page. " + r.replace("the ", "the (the) ") for r in REFERENCES]
CLEAN = [r.replace("the ", "a ", 1) for r in REFERENCES]


@pytest.mark.parametrize(
    ("metric", "flags"),
    [
        ("BLEU", ["bleu"]),
        ("chrF2", ["chrf"]),
        ("chrF2++", ["chrf", "--chrf-word-order", "2"]),
        ("TER", ["ter"]),
    ],
)
def test_corpus_scores_are_those_of_sacrebleus_command_line(tmp_path, metric, flags):
    (tmp_path / "ref").write_text("\n".join(REFERENCES) + "\n")
    (tmp_path / "sys").write_text("\n".join(CLEAN) + "\n")
    command = [
        sys.executable,
        "-m",
        "sacrebleu",
        str(tmp_path / "ref"),
        "-i",
        str(tmp_path / "sys"),
        "-m",
        *flags,
        "-b",
        "-w",
        "2",
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    compared = reference.compare({"raw": RAW, "clean": CLEAN}, REFERENCES)
    assert compared.metrics[metric]["clean"].score == pytest.approx(float(told), abs=0.006)


def test_the_bootstrap_says_that_cleaning_helped():
    compared = reference.compare({"raw": RAW * 4, "clean": CLEAN * 4}, REFERENCES * 4)
    raw, clean = compared.metrics["chrF2"]["raw"], compared.metrics["chrF2"]["clean"]
    assert clean.score > raw.score
    assert raw.p_value is None
    assert clean.p_value is not None
    assert clean.p_value < 0.05
    assert clean.ci > 0
    assert "bs:1000" in compared.signatures["chrF2"]


def test_a_perfect_document_scores_perfectly():
    scores = reference.document_scores({"clean": REFERENCES[0] + "\n"}, REFERENCES[0])["clean"]
    assert [scores[m].score for m in ("BLEU", "chrF2", "chrF2++", "TER")] == [100, 100, 100, 0]
    assert "version:" in scores["BLEU"].signature


@pytest.mark.parametrize("references", [[], REFERENCES[:2]])
def test_variants_and_references_must_pair(references):
    with pytest.raises(ValueError, match="one text a reference"):
        reference.compare({"raw": RAW}, references)


def told(start, end, suggestion, rule="zh-en.x"):
    return finding(Span(start, end), rule, "slang_calque", "m", suggestion=suggestion)


def test_suggestions_are_applied_once_and_in_order():
    text = "One fine day. The big guys met (met). They left."
    edited = suggest.apply(
        text, [told(31, 36, ""), told(18, 26, "leaders"), told(22, 26, "men"), told(0, 3, None)]
    )
    assert edited.text == "One fine day. The leaders met. They left."
    assert list(suggest.changed_sentences(text, edited)) == [
        ("The big guys met (met). ", "The leaders met. ")
    ]
    less = suggest.apply(text, [told(31, 36, "")])
    assert 0 < suggest.effort(text, less) < suggest.effort(text, edited) < 100


def test_without_suggestions_there_is_no_effort():
    text = "Nothing to do."
    assert suggest.effort(text, suggest.apply(text, [told(0, 3, None)])) == 0.0
