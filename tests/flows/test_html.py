"""Web pages."""

import sys

import pytest

from cleaners import Report
from flows import html, slots

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


BAKERY = "The bakery said on Monday that it would open in the autumn, and that its ovens stand ready. " * 3
EGGS = "Twelve eggs and some flour"


def extracted(article, beside=""):
    """The lines that are left of a page; of shorter articles some versions of trafilatura write all twice."""
    pytest.importorskip("trafilatura")
    body = f"<body><main><article>{article}</article><aside>{beside}</aside></main></body>"
    text = html.extract(f"<html><title>Bread</title>{body}</html>".encode()).text
    return [line.strip() for line in text.splitlines()]


@pytest.mark.parametrize(
    "markup",
    [
        "<p><span id='more-7'></span>{}</p>",
        "<p>We need <span></span>{}</p>",
        "<ul><li><i class='icon'></i> {}</li></ul>",
        "<ul><li><span><i class='icon'></i></span> {}</li></ul>",
        "<ul><li><b><button>Copy</button></b> {}</li></ul>",
        "<p><strong><img src='egg.png'></strong>{}</p>",
        "<div class='slot'><script>show()</script></div>{}",
    ],
)
def test_words_behind_an_element_without_one_stay(markup: str):
    found = extracted(f"<p>{BAKERY}</p>{markup.format(EGGS)}<p>{BAKERY}At last.</p>")
    assert len(found) == 3
    assert found[1].endswith(EGGS)


def test_an_empty_block_ends_the_line():
    assert EGGS in extracted(f"<div>{BAKERY}<div class='slot'></div>{EGGS}<br>{BAKERY}</div>")


def test_closing_slots_moves_no_word_and_leaves_no_word_alone():
    lxml = pytest.importorskip("lxml.html")
    page = """<div class="page"><form>One <i></i>two <b>three <!-- no --> four</b> five<div><p></p></div> six
        <span><div></div></span>seven <br><em><br></em>eight <h2><img></h2><ul><li></li><li>nine</li></ul></form>ten
        <aside class="x">eleven</aside></div>"""
    tree = lxml.document_fromstring(page)
    slots.close(tree)
    assert tree.text_content() == lxml.document_fromstring(page).text_content()
    kept = [e.tag for e in tree.iter("form", "b", "em", "h2", "li", "aside")]
    assert kept == ["form", "b", "em", "li", "aside"]
    silent = [e for e in tree.body.iter("*") if not "".join(e.itertext()).strip()]
    assert {e.tag for e in silent if e.tail and e.tail.strip()} == {"small", "br", "em"}


def test_a_short_article_beside_a_long_list_is_found():
    teasers = "".join(f"<p>{BAKERY}{k}</p><ul></ul>" for k in range(40))
    found = extracted(
        "".join(
            f"<p>{k} shops are open, and the ovens of all stand ready for the week.</p>" for k in range(5)
        ),
        beside=teasers,
    )
    assert [line[:7] for line in found] == [f"{k} shops" for k in range(5)]


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
