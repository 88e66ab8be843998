"""A second look weighs only the lines that the scores are unsure of, by whole numbers, and tells what it turned."""

import json

import pytest
import strip_pages

from cleaners.strip import context, model, page, second, segment, trees
from cleaners.strip.facts import Facts, facts
from cleaners.strip.lines import rows

PAGES = strip_pages.load()


def asked(known: list[Facts], first: list[float]) -> tuple[second.Measures, segment.Body]:
    """Return what the second look is told beside the scores."""
    sizes = second.measures(known)
    return sizes, segment.body(first, *sizes)


def scored(text: str) -> tuple[list[Facts], list[float], dict[str, list[int]]]:
    """Return the lines of a text with their first scores."""
    lines = rows(text)
    known = facts(lines)
    places = context.context(lines, known)
    return known, model.scores(lines, known, places), places


@pytest.mark.parametrize("sample", PAGES, ids=lambda p: p.name)
def test_sure_lines_keep_their_scores(sample: strip_pages.Page):
    known, first, places = scored(sample.text)
    again, turned = second.look(known, first, places, *asked(known, first))
    assert len(again) == len(first)
    for k in set(range(len(first))) - set(second.unsure(first)):
        assert again[k] == first[k]
    assert all(first[k] > 0 >= again[k] for k in turned)


def test_a_page_of_sure_lines_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(second, "numbers", lambda *_: pytest.fail("nothing was to be asked"))
    first = [4.0, -4.0, 2.5]
    assert second.look([], first, {}, second.Measures([], 0), segment.Body(0, 0, 0)) == (first, frozenset())


def test_only_a_whole_page_is_looked_at_again(monkeypatch: pytest.MonkeyPatch):
    looked: list[int] = []
    told = second.look

    def counted(*asked) -> second.Told:
        looked.append(1)
        return told(*asked)

    monkeypatch.setattr(second, "look", counted)
    page.read.cache_clear()
    page.read(
        "The lodger\n\nHe came in March\nwith one small bag\nand hung it up\nbehind the door,\nand went to bed."
    )
    assert looked == []
    page.read(PAGES[6].text)
    page.read.cache_clear()
    assert looked == [1]


def test_numbers_are_whole_and_one_for_each_line():
    known, first, places = scored(PAGES[6].text)
    found = second.numbers(known, first, places, *asked(known, first), list(range(len(first))))
    assert {len(column) for column in found.values()} == {len(first)}
    assert all(type(number) is int for column in found.values() for number in column)
    assert set(trees.load().features) <= found.keys()


def test_between_is_what_stands_between_a_line_and_the_body():
    text = "\n".join(
        ["Home", "World", "Sport", "Log in", *["The ferry was late, and that was all of it."] * 4, "Home"]
    )
    known = facts(rows(text))
    first = [-2.0, -1.0, -2.0, -2.5, 2.5, 2.5, 2.5, 2.5, -1.5]
    places = context.context(rows(text), known)
    sizes, body = asked(known, first)
    assert body == (4, 8, 0)
    between = second.numbers(known, first, places, sizes, body, list(range(len(first))))["between"]
    assert between == sorted(between[:4]) + [50] * 4 + [0]
    assert between[0] < between[2] < between[3] == 0


def test_a_tree_asks_two_questions(monkeypatch: pytest.MonkeyPatch, tmp_path):
    table = {"features": ["a", "b"], "intercept": 1000, "trees": [["a", 0, "b", 5, "b", 9, 1, 20, 300, 4000]]}
    path = tmp_path / "second.json"
    path.write_text(json.dumps(table))
    monkeypatch.setattr(trees, "PATH", path)
    trees.load.cache_clear()
    try:
        assert trees.scores({"b": [5, 6, 9, 10], "a": [0, 0, 1, 1]}) == [1.001, 1.02, 1.3, 5.0]
    finally:
        trees.load.cache_clear()


def test_the_trees_are_whole_numbers():
    data = json.loads(trees.PATH.read_text(encoding="utf-8"))
    assert all(
        isinstance(part, int) for tree in data["trees"] for part in (tree[1], tree[3], tree[5], *tree[6:])
    )


def test_a_line_that_the_second_look_turned_says_so(monkeypatch: pytest.MonkeyPatch):
    sample = PAGES[6]
    plain = page.read(sample.text)
    gone = next(k for k, (rule, _) in plain.removed.items() if rule == "strip.body")
    told = second.look

    def turning(*asked) -> second.Told:
        return told(*asked)._replace(turned=frozenset({gone}))

    monkeypatch.setattr(second, "look", turning)
    page.read.cache_clear()
    rules = {k: rule for k, (rule, _) in page.read(sample.text).removed.items()}
    page.read.cache_clear()
    assert rules[gone] == "strip.second"
    assert {k for k in rules if rules[k] == "strip.second"} == {gone}
