"""How a text is written, never what it says."""

import pytest
from hypothesis import given, settings

from cleaners import edits, resources
from cleaners.pipeline import CLEANERS
from cleaners.types import Document, Language
from tests.strategies import texts

RES = resources.load()
NORMALISE = [c for c in CLEANERS if c.__module__.startswith("cleaners.normalise")]


def normalised(text, language="en", **kwargs):
    for cleaner in NORMALISE:
        document = Document(text, Language(language, 1.0), **kwargs)
        text = edits.apply(text, cleaner(document, RES))[0]
    return text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\ufeffstart", "start"),
        ("soft\u00adhyphen and zero\u200bwidth", "softhyphen and zerowidth"),
        ("no\u00a0break", "no break"),
        ("e\u0301te\u0301", "été"),
        ("\u202eevil\u202c text", "evil text"),
        ("\n\n\none\n\n\n\ntwo\n\n\n", "one\n\ntwo\n"),
        ("line   \nnext\t\n", "line\nnext\n"),
        ("bought GPUs !", "bought GPUs!"),
        ("on Twitter , which", "on Twitter, which"),
        ("the “public interest . “", "the “public interest. “"),
        ('he said "no " .', 'he said "no".'),
        ("(see below ) and", "(see below) and"),
        ("two  spaces where a link was", "two spaces where a link was"),
    ],
)
def test_one_way_of_writing(written, read):
    assert normalised(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "wait ... what",
        "a .NET library and node .js",
        "if a != b",
        "smile :) and :-)",
        "`x , y` is code",
        "ألف\u200fباء",
        "क्\u200dष",
        "👩\u200d💻",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "name\t\tscore\nann\t\t12",
        "column one   column  two",
        "he said “no” and left",
        'a "b" c "d" e',
    ],
)
def test_what_is_right_stays(text):
    assert normalised(text) == text


def test_french_keeps_its_spaces():
    assert normalised("Quoi ? Non !", language="fr") == "Quoi ? Non !"
    assert normalised("Quoi , non", language="fr") == "Quoi, non"


def test_markdown_keeps_spaces_and_blank_lines():
    text = "a line  \nbroken\n\n\n\n    code"
    assert normalised(text, markdown=True) == text


@settings(max_examples=300)
@given(texts)
def test_normalising_normalised_text_changes_nothing(text):
    once = normalised(text)
    assert normalised(once) == once


@pytest.mark.parametrize(
    "unit", [" ", "\t", ' "', "\u200b", " ,", "\r", "&amp;", "Ã©", "```", "#a/", "e\u0301"]
)
def test_long_runs_cost_no_more_than_their_length(unit):
    normalised(unit * (200_000 // len(unit)))
