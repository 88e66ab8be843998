"""Places that nobody judges: code, addresses, handles, tables, quoted foreign titles."""

from itertools import pairwise

import pytest

from cleaners import mqm
from cleaners.detect.protected import judged, protected_near
from cleaners.types import Span


def shown(text):
    return [text[s:e] for s, e in protected_near(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Use `x = 1` here.", ["`x = 1`"]),
        ("A\n```py\nx , y\n```\nB", ["```py\nx , y\n```"]),
        ("Text:\n\n    x = f( a )\n    y = 2\n\nMore.", ["    x = f( a )", "    y = 2"]),
        ("Text:\n\n\treturn;\n", ["\treturn;"]),
        ("See https://example.org/a,b for it.", ["https://example.org/a,b"]),
        ("Write to a.b@example.org today.", ["a.b@example.org"]),
        ("Ask @someone about #something.", ["@someone", "#something"]),
        ("It is in /usr/share/doc/x now.", ["/usr/share/doc/x"]),
        ("a | b | c\n1 | 2 | 3\n", ["a | b | c", "1 | 2 | 3"]),
        ("He read 《三体》 and “活着” and «Война и мир» twice.", ["《三体》", "“活着”", "«Война и мир»"]),
    ],
)
def test_held(text, held):
    assert shown(text) == held


@pytest.mark.parametrize(
    "text",
    [
        "Plain prose, with (brackets), 1/2 and a dash - so.",
        "\n    An indented paragraph of ordinary prose is no code, whatever its margin.",
        "\n    - an item of a nested list\n",
        "He said “never” and 《Never Again》.",
        "One | bar, and another | bar.",
        "Version 2 @ home, issue # 5.",
    ],
)
def test_not_held(text):
    assert shown(text) == []


def test_spans_are_in_order_and_disjoint():
    text = "`a` https://x.org/`b` | c | d |\n| e | f `g` |\n@h《三体》"
    spans = protected_near(text, [Span(0, len(text))])
    assert spans
    assert all(a.end <= b.start for a, b in pairwise(spans))


def finding(text, part, kind):
    start = text.index(part)
    return mqm.finding(Span(start, start + len(part)), "a.rule", kind, "said")


@pytest.mark.parametrize(
    ("text", "part", "kind", "kept"),
    [
        ("A `b ,c` d", " ,", "space_punct", False),
        ("A `b` ,c d", " ,", "space_punct", True),
        ("A `b` c", "b` c", "caps", True),
        ("| ** a** | b |\n| c | d |", "** a**", "markup_damage", True),
        ("| a ,b | c |\n| d | e |", " ,", "space_punct", False),
        ("Run ` x` now", "` x`", "markup_damage", True),
        ("Run `< br >` now", "< br >", "markup_damage", False),
        ("See https://a.org/{{b}} now", "{{b}}", "markup_damage", False),
        ("The book 《三体》 is long", "三体", "residue", False),
    ],
)
def test_judged(text, part, kind, kept):
    assert bool(list(judged([finding(text, part, kind)], text))) is kept


def test_only_the_lines_of_what_is_judged_are_looked_at():
    text = "See `a`.\nSee `b`.\nSee `c`."
    near = protected_near(text, [Span(0, 3), Span(18, 21)])
    assert [text[s:e] for s, e in near] == ["`a`", "`c`"]


def test_a_fence_protects_lines_far_from_its_signs():
    text = "```\nx = 1\n\ny ,z = 2\n```\nDone."
    assert list(judged([finding(text, " ,", "space_punct")], text)) == []


def test_a_finding_that_only_touches_code_is_judged():
    text = "A `b` , c"
    said = [finding(text, "`b` ,", "space_punct")]
    assert list(judged(said, text)) == said
