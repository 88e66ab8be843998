"""Punctuation, residue, duplication, capitals, markup, spelling: every case file of these detectors, span by span."""

import importlib
import re
import tomllib
from html import unescape

import pytest

from cleaners.detect import mended, signs
from cleaners.detect.protected import judged
from cleaners.lexicon.entry import unmark
from cleaners.types import Document, Language, Repair, Span
from tests.detect.reading import CASES, load
from tests.growth import bounded, steps

DETECTORS = (
    "mended",
    "fullwidth",
    "punctuation",
    "quotes",
    "residue",
    "duplication",
    "repetition",
    "capitals",
    "markup",
    "spelling",
)


def find(name, document):
    found = [*importlib.import_module(f"cleaners.detect.{name}").find(document, None)]
    found += mended.decoded(document, None, ()) if name == "mended" else []
    return sorted(judged(found, document.text), key=lambda f: f.span)


def repairs(raw):
    """What normalise would have mended in ``raw``: the spaces before a mark, and codes of characters."""
    removed = 0
    for match in re.finditer(r' +(?=[,.;:!?”)]|" )|&#?\w+;', raw):
        new = unescape(match[0]).strip() or " " * match[0].startswith("&")
        start = match.start() - removed
        kind = "encoding" if new else "space_punct"
        yield Repair(Span(start, start + len(new)), match[0], new, kind)
        removed += len(match[0]) - len(new)


@pytest.mark.parametrize(("name", "case"), list(load(DETECTORS)))
def test_case(name, case):
    text, marked = unmark(case["text"])
    made = tuple(repairs(case["raw"])) if "raw" in case else ()
    found = find(name, Document(text, Language(case.get("language", "en"), 1.0), repairs=made))
    assert [text[s:e] for s, e in (f.span for f in found)] == [text[s:e] for s, e in marked]
    assert [f.span for f in found] == marked
    for key in ("rule", "strength", "kind", "severity", "source_language", "suggestion"):
        if key in case:
            assert {getattr(f, key) for f in found} == {case[key]}


def test_every_rule_of_the_tables_has_a_case_that_it_fires_on():
    fired = set()
    for name in ("markup", "quotes", "punctuation", "residue"):
        for case in tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]:
            fired |= {f.rule for f in find(name, Document(unmark(case["text"])[0]))}
    known = {d.rule for name in ("markup", "quotes", "punctuation", "residue") for d in signs.damages(name)}
    assert sorted(known - fired) == []


HOSTILE = (
    *(
        "(",
        ")",
        "( ",
        " )",
        "a ",
        "a. ",
        "a.B",
        "a,b ",
        "A ",
        "。",
        "。 ",
        "，a",
        "—",
        "—— ",
        "…",
        "·A",
        "。a",
    ),
    *(
        "～",
        "# ",
        "## ",
        "＃",
        "** ",
        "`",
        "` ",
        "[",
        "](",
        "![",
        "[a] (",
        "[a](http:/ ",
        "[a](/b",
        "<",
        "< ",
        "<!",
        "<! ",
        "a b",
    ),
    *(
        "<!-- ",
        "< a b=",
        "&",
        "& ",
        "{",
        "{ ",
        "{{",
        "{% ",
        "$ {",
        "%",
        "% ",
        "_",
        "__ ",
        "⟨1",
        "@@A",
        "x1ph",
        "|",
    ),
    *("| -", "|: - ", "-", " -A", "- ", "\\", "\\*", "\\*\\*a", "\\ "),
    *("“", "” ", '"', '" ', '“a"', "「", "」", "a“a"),
    *(
        "量",
        "量 ",
        "量a",
        "Илья ",
        "a (a) ",
        "Ab Cd (Ab Cd) ",
        "the the ",
        "a b c ",
        "a b a ",
        "1 1 ",
        "1. ",
        "1 . ",
    ),
    *(
        "\n",
        "\n\n",
        "    a\n",
        "\t",
        " ",
        "a- b",
        " tion",
        "th e ",
        "title :",
        ". a ",
        ".a",
        "., ",
        ". . ",
        ". the ",
    ),
    *(
        "http",
        "http: //",
        "www. a",
        "a. com",
        "| a | b |\n",
        "《",
        "《量",
        "'量",
        "+1",
        "@",
        "@a ",
        "#a ",
        "/a/",
        "~~~\n",
    ),
    *(
        "a))",
        "a)) ",
        "* *",
        "* *a* * ",
        "~ ~",
        "~ ~a",
        "__ ",
        "__ a __ ",
        "e. g. ",
        "0 s ",
        "a - of - ",
        "high - end ",
    ),
    *(
        "aTh",
        "aThe a ",
        "○",
        "○○ ",
        "m(_ _)m",
        "(^_^)",
        "(^",
        "<Aa b",
        "<Aa b c> ",
        "♪",
        "¥￥1",
        "2. 1. ",
        "10 000 ",
    ),
    *("(笑)", "C: \\ a", "C + +", "1 th ", "^^ ", "the old boat. ", "If it is, can go. ", "\n-Take it "),
    *("```\n", "a The b ", "a, The b ", "......", "~\n", "0, 000", "it‘s", "--- title: a date: "),
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_detector_runs_away(unit):
    """Four times the text takes little more than four times the work."""
    small, large = (Document(unit * (size // len(unit))) for size in (5_000, 20_000))
    detect(small)
    with bounded():
        assert steps(lambda: detect(large)) < 4.4 * steps(lambda: detect(small)) + 2_000
        detect(Document(unit * (100_000 // len(unit))))


def detect(document):
    for name in DETECTORS:
        found = importlib.import_module(f"cleaners.detect.{name}").find(document, None)
        for _ in judged(found, document.text):
            pass
