"""The page of a run as a file: sizes, order, and nothing that input could write into it."""

import json
import re

import pytest

from cleaners.render import index
from cleaners.summary import Row, failed
from tests.render.runs_of import rows


def data(page):
    return json.loads(
        re.search(r'<script type="application/json" id="data"[^>]*>(.*?)</script>', page, re.DOTALL)[1]
    )


def test_five_thousand_documents_stay_under_3_mb_with_long_titles_and_paths():
    long = [
        r.model_copy(update={"title": "Title " * 40, "path": f"{'folder/' * 40}{r.path}"})
        for r in rows(5000, 50)
    ]
    page = index.render(long, title="run", signature="s")
    assert len(page.encode()) < 3_000_000
    assert len(data(page)) == 5000
    assert page.count("<tr><th") < 200


def test_the_worst_comes_first_and_failures_before_it():
    shown = data(index.render(rows(60, 2), title="run", signature="s"))
    assert [row["verdict"] for row in shown[:2]] == ["failed", "failed"]
    qualities = [row["quality"] for row in shown[2:]]
    assert qualities == sorted(qualities)


def test_failures_stand_with_their_reason():
    page = index.render(
        [failed("a", "in/a.txt", "binary bytes"), failed("b", "in/b.txt", "blank")], title="t", signature="s"
    )
    for part in ("in/a.txt", "binary bytes", "in/b.txt", "blank"):
        assert part in page


def test_a_run_that_scored_nothing_draws_no_empty_chart():
    assert "Documents by quality" not in index.render(
        [failed("a", "a.txt", "blank")], title="t", signature="s"
    )
    assert "Documents by quality" in index.render(rows(1), title="t", signature="s")


def test_documents_of_one_table_are_told_apart_by_their_ids():
    table = [Row(id="1", path="part-1.jsonl", status="done"), failed("b", "part-1.jsonl", "is not JSON")]
    page = index.render([*table, Row(id="in/a", path="in/a.txt", status="done")], title="t", signature="s")
    assert [row["path"] for row in data(page)] == ["part-1.jsonl b", "in/a.txt", "part-1.jsonl 1"]
    assert re.search(r"<dd><bdi[^>]*>part-1\.jsonl b</bdi></dd>", page)


def test_rules_are_counted_over_the_run():
    one = Row(id="1", path="1", status="done", rules={"strip.teaser": 3, "lexicon/x": 1})
    two = Row(id="2", path="2", status="done", rules={"strip.teaser": 4})
    page = index.render([one, two], title="t", signature="s")
    assert re.search(r">strip\.teaser</th><td>7</td><td>2</td>", page)
    assert re.search(r">lexicon/x</th><td>1</td><td>1</td>", page)


def test_the_score_distribution_counts_every_document():
    page = index.render(rows(80), title="t", signature="s")
    assert sum(map(int, re.findall(r"<title>(\d+) (?:pass|review|reject), quality", page))) == 80


@pytest.mark.parametrize("count", [0, 1])
def test_a_run_of_nothing_or_of_one_document_has_a_page(count):
    page = index.render(rows(count), title="t", signature="s")
    assert len(data(page)) == count


def test_no_input_can_write_markup():
    evil = '</script><img src=x onerror=alert(1)>" onload="x'
    row = rows(1)[0].model_copy(
        update={
            "title": evil,
            "path": evil,
            "page": evil,
            "kinds": {evil: 1},
            "removed": {evil: 1},
            "rules": {evil: 1},
        }
    )
    page = index.render([row, failed(evil, evil, evil)], title=evil, signature=evil)
    assert "<img" not in page
    assert data(page)[1]["name"] == evil
    assert not re.search(r"<[^>]*\son\w+=", re.sub(r'"[^"]*"', '""', page))


def test_the_same_rows_give_the_same_bytes():
    assert index.render(rows(20), title="t", signature="s") == index.render(
        rows(20), title="t", signature="s"
    )


def test_a_longer_run_is_counted_whole_and_shown_from_its_worst():
    made = rows(60)
    many = [made[n % 60] for n in range(5400)]
    page = index.render(iter(many), title="t", signature="s")
    shown = data(page)
    assert len(shown) == 5000
    assert (
        sum(
            int(n.replace(",", ""))
            for n in re.findall(r"<title>([\d,]+) (?:pass|review|reject), quality", page)
        )
        == 5400
    )
    assert min(row.quality for row in made) == shown[0]["quality"]
