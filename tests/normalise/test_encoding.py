"""ftfy runs where it can be needed; the gate before it changes nothing."""

import ftfy
import pytest
from hypothesis import given

from cleaners import edits, resources
from cleaners.normalise import encoding
from cleaners.types import Document
from tests.strategies import texts

RES = resources.load()


def mended(text, **kwargs):
    document = Document(text, **kwargs)
    return edits.apply(text, encoding.find(document, RES))[0]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("It wasnâ€™t me.", "It wasn’t me."),
        ("a cafÃ© in MÃ¼nchen", "a café in München"),
        ("Fish &amp; chips", "Fish & chips"),
        ("bell \x07 and nul \x00", "bell  and nul "),
        ("\x1b[31mred\x1b[0m", "red"),
        ("a \ud83d\ude00 pair", "a 😀 pair"),
        ("euro \x80 sign", "euro € sign"),
        ("a vertical\x0b tab", "a vertical tab"),
        ("one\nperÃ² no\nthree", "one\nperò no\nthree"),
    ],
)
def test_broken_text_is_mended(broken, whole):
    assert mended(broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        "“Quotes” stay curly — and dashes",
        "ﬁne ligatures",
        "ＡＢＣ，full width",
        "naïve café",
        "AT&T & co",
        "R&D;",
    ],
)
def test_the_authors_own_typography_stays(text):
    assert mended(text) == text


def test_markdown_keeps_its_entities():
    assert mended("`a &lt; b` and &amp;", markdown=True) == "`a &lt; b` and &amp;"


@given(texts)
def test_the_gate_changes_nothing(text):
    whole = [ftfy.fix_text_segment(line, encoding._config(False)) for line in text.splitlines(keepends=True)]
    gated = "".join(mended(line) for line in text.splitlines(keepends=True))
    assert gated == "".join(whole)


@given(texts, texts)
def test_plain_words_between_change_nothing(first, second):
    line = f"It is plain. Many words. {first} So is this one. No doubt. {second} And so on."
    line = " ".join(line.splitlines())
    assert mended(line) == ftfy.fix_text_segment(line, encoding._config(False))


def test_the_gate_lets_every_bad_pair_through():
    # Each pair that ftfy calls bad when it stands alone in a line, over the characters it knows of.
    odd = [*map(chr, (*range(0x80, 0x180), 0x152, 0x20AC, 0x2122, 0x410, 0x44F)), *encoding._TYPOGRAPHY]
    for first in odd:
        for second in ("a", " ", *odd[::7], *encoding._TYPOGRAPHY):
            line = f"a{first}{second} b"
            if ftfy.badness.is_bad(line):
                assert encoding._SUSPECT.search(line), repr(line)


def test_a_long_line_is_mended_piece_by_piece():
    text = "word " * 3000 + "cafÃ© " + "word " * 3000
    assert mended(text) == text.replace("Ã©", "é")
