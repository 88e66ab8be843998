"""Small slips of sure translations: every case span by span, and no rule without one it fires on."""

import re
import tomllib

import pytest

from cleaners.detect import in_translation, signs
from cleaners.detect.protected import judged
from cleaners.lexicon.entry import unmark
from cleaners.types import Document, Strength
from tests.detect.reading import CASES, load
from tests.growth import bounded, steps

FILES = ("in_translation", *in_translation.TABLES)
SOURCES = ("zh", "ja", "ko", "ru")
DAMAGES = [damage for name in in_translation.TABLES for damage in signs.damages(name)]
IN_CODE = {
    *("in_translation.small-item", "in_translation.second-word", "in_translation.spelled"),
    *("again.twice", "again.stutter", "again.same-line", "again.same-ending"),
    *("pairs.space", "pairs.spaced", "pairs.glued"),
    *("renamed.parted", "renamed.called", "renamed.slip", "renamed.respelled"),
}


def find(text, sources=SOURCES):
    return sorted(judged(in_translation.find(Document(text), None, sources), text), key=lambda f: f.span)


@pytest.mark.parametrize(("name", "case"), list(load(FILES)))
def test_case(name, case):
    text, marked = unmark(case["text"])
    found = find(text, case.get("sources", SOURCES))
    assert [text[s:e] for s, e in (f.span for f in found)] == [text[s:e] for s, e in marked]
    assert [f.span for f in found] == marked
    assert {f.strength for f in found} <= {Strength.LOOSE}
    for key in ("rule", "kind", "source_language"):
        if key in case:
            assert {getattr(f, key) for f in found} == {case[key]}


def test_every_rule_has_a_case_that_it_fires_on():
    texts = [(CASES / f"{name}.toml").read_text(encoding="utf-8") for name in FILES]
    cases = [case for text in texts for case in tomllib.loads(text)["case"]]
    fired = {f.rule for case in cases for f in find(unmark(case["text"])[0])}
    assert sorted(IN_CODE.union(d.rule for d in DAMAGES) - fired) == []


def test_a_rule_of_one_source_is_silent_in_a_text_from_another():
    text = "They sold 3,000 pounds of grain."
    assert [f.rule for f in find(text, ("zh",))] == ["counts.pound"]
    assert find(text, ("ru",)) == []


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.rule)
def test_the_table_compiles_names_no_letters_and_is_loose(damage):
    assert re.compile(damage.match, re.MULTILINE)
    assert not any(sign.isalpha() and sign.isascii() for sign in damage.signs)
    assert damage.signs or damage.words
    assert damage.strength is Strength.LOOSE
    assert damage.rule.partition(".")[0] in in_translation.TABLES


HOSTILE = (
    *(
        "1",
        "1 ",
        "1,000 ",
        "1, ",
        "1. ",
        "1: ",
        "0. ",
        "0571-1234 - ",
        "1 000 ",
        "6 %",
        "1 / ",
        "20 year ",
        "$ ",
    ),
    *(
        "a ",
        "the ",
        "The ",
        "a and a ",
        "abcd and ",
        "and and ",
        "ab cd, ",
        "abcd abcd, ",
        "a. A b c ",
        "pieces of ",
    ),
    *(
        "1 pieces of ",
        "one strip of ",
        "a set of ",
        "five hundred ",
        "electricity ",
        "electricity, a ",
        "- a b\n",
    ),
    *(
        "- A b\n",
        "1. a b\n",
        "①a b\n",
        "](a) ",
        "](a) The a ",
        "](",
        "** ",
        " ?**",
        "# 1 ",
        "( 1",
        "“ a",
        "a ”",
        "1 -",
    ),
    *(
        "1 .",
        "1 ,000 ",
        "15- ",
        "1 days ",
        "about 1 ",
        "May 1 May ",
        "yuan/a yuan ",
        "[a(img-",
        "[img ",
        "` ",
        "`a / b / c",
        "`a -> ",
        "a / b ",
        "a _ ",
        "@ A ",
        "com.a.",
        "git a ",
        "<h2>a",
        "Abcd team ",
        "Abcd Abcd ",
        "need to ",
        "a line of words\n",
        "\n\nfirst a b ",
    ),
    *(
        "~",
        "a~ ",
        "h",
        "6",
        "hhh ",
        "i. e. ",
        "china ",
        "city City ",
        "since 20 ",
        "in 20 year ",
        "8 o'clock ",
        "May 3 ",
    ),
    *(
        "if a ",
        "If a b, only need ",
        "why the is ",
        "Why the a is b ",
        "there are a ",
        "one of the most best ",
        "many reason ",
        "Chatted about ",
        "because is ",
        "there are some people in the a ",
        "which you read it ",
        "5% users ",
    ),
    *("Li Na ", "Li-na Li Na ", "Lao Li Old Li ", "Kovalenko Kovarenko ", "Bresser a Bressel a ", "Aa-aa "),
    *(
        'So "the lamp is on.\n',
        "So (the old 图片 of it) on\n",
        "dark. all is ",
        "rose by 3 in all of it, and ",
    ),
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_nothing_runs_away(unit):
    """Four times the text takes little more than four times the work."""
    small, large = (unit * (size // len(unit)) for size in (5_000, 20_000))
    find(small)
    with bounded():
        assert steps(lambda: find(large)) < 4.4 * steps(lambda: find(small)) + 2_000
        find(unit * (100_000 // len(unit)))
