"""Web pages."""

import sys

import pytest

from cleaners import Report
from flows import html

PAGE = """<!doctype html><html><head>{meta}<title>A quiet week</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/about">About us</a></nav>
<article><h1>A quiet week</h1>
<p>The company said on Monday that it would open new offices in the autumn, and that the first of them would be
ready before the holidays. {word} is the name of the first one.</p>
<p>Nobody at the other firm wanted to comment on the plans, which had been known for some weeks already.</p></article>
<aside><h2>Related</h2><a href="/x">Ten things you did not know about boats</a></aside>
<footer>Copyright, all rights reserved. Subscribe to our newsletter.</footer></body></html>"""


@pytest.fixture
def page(tmp_path, desk):
    pytest.importorskip("trafilatura")

    def write(word="Eden", meta="", encoding="utf-8", name="a.html"):
        (tmp_path / "in" / name).write_bytes(PAGE.format(word=word, meta=meta).encode(encoding))

    return write


def test_the_article_is_taken_out_and_written_beside(desk, page, outputs):
    page()
    assert desk().exit_code == 0
    assert set(outputs()) == {"a.txt", "a.json", "a.extracted.txt", "summary.jsonl"}
    report = Report.model_validate_json(outputs()["a.json"])
    assert report.raw_text() == outputs()["a.extracted.txt"].decode()
    assert "ready before the holidays" in report.text
    for furniture in ("Home", "Ten things", "Copyright", "newsletter"):
        assert furniture not in report.text


def test_the_title_is_a_first_line_that_the_page_calls_its_title(desk, page, outputs):
    page()
    desk()
    report = Report.model_validate_json(outputs()["a.json"])
    assert report.title is not None
    assert report.text[report.title.start : report.title.end] == "A quiet week"


@pytest.mark.parametrize(
    ("first", "named", "headed"),
    [
        ("A quiet week", "A Quiet Week | The Post", True),
        ("Introduction", "Introduction to Rust", False),
        ("马斯克宣布新计划", "马斯克宣布新计划_新闻网", True),
        ("今日要闻", "马斯克宣布新计划_新闻网", False),
    ],
)
def test_a_first_line_is_the_title_when_the_page_is_called_so(first, named, headed):
    assert html._headed(f"{first}\nMore text.", f"<html><title>{named}</title>") is headed


def test_a_heading_that_comes_first_is_no_title(desk, tmp_path, outputs):
    pytest.importorskip("trafilatura")
    other = PAGE.replace("<h1>A quiet week</h1>", "<p>Where things stand</p>")
    (tmp_path / "in" / "a.html").write_text(other.format(word="Eden", meta=""))
    desk()
    report = Report.model_validate_json(outputs()["a.json"])
    assert report.text.startswith("Where things stand")
    assert report.title is None


def test_a_page_is_read_as_it_says_it_is_written(desk, page, outputs):
    page("Škoda Kraków", '<meta charset="iso-8859-2">', "iso8859-2")
    desk()
    assert "Škoda Kraków" in outputs()["a.txt"].decode()


def test_a_page_that_says_wrong_is_guessed(desk, page, outputs):
    page("Málaga", '<meta charset="ascii">', "latin-1")
    desk()
    assert "Málaga" in outputs()["a.txt"].decode()


def test_a_page_without_an_article_is_a_failure(desk, page, tmp_path):
    (tmp_path / "in" / "b.html").write_text("<html><body></body></html>")
    assert "without an article" in desk().totals.failures[0].reason


def test_without_the_extra_it_says_what_to_install(desk, page, monkeypatch):
    page()
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert "is HTML: install copydesk[html] to read it" in desk().totals.failures[0].reason
