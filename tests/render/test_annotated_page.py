"""The annotated page as a file: what it must hold, and what no input may put into it."""

import base64
import hashlib
import re
import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from cleaners import mqm
from cleaners.render import html, names, runs
from cleaners.types import Edit, Severity, Span
from tests.render import reading
from tests.render.make import cut, find, many, report, sample

HOSTILE = (
    "ab \n\n<>&\"';\r\t\0\x07\x85\x9f\ufeff\u200b\u202e\u2066\ufffe\ufdd0\U0001f469é中&amp;</script><!--"
)
ITS_TYPES = {
    *(
        "terminology",
        "mistranslation",
        "omission",
        "untranslated",
        "addition",
        "duplication",
        "inconsistency",
    ),
    *("grammar", "legal", "register", "locale-specific-content", "locale-violation", "style", "characters"),
    *("misspelling", "typographical", "formatting", "inconsistent-entities", "numbers", "markup", "length"),
    *("pattern-problem", "whitespace", "internationalization", "non-conformance", "uncategorized", "other"),
}
"""The values of locQualityIssueType, from the ITS 2.0 recommendation, appendix C."""


@st.composite
def reports(draw):
    """Any text, any disjoint edits of it, any findings in what is left, overlapping as they like."""
    raw = draw(st.text(st.sampled_from(HOSTILE), max_size=60))
    at = sorted(draw(st.lists(st.integers(0, len(raw)), max_size=8)))
    texts = st.text(st.sampled_from(HOSTILE), max_size=5)
    rules = st.sampled_from(["strip.x", "normalise.x"])
    changes = [
        Edit(Span(a, b), draw(texts), draw(rules), "teaser") for a, b in zip(at[::2], at[1::2], strict=False)
    ]
    text = report(raw, changes).text
    spots = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    findings = [
        mqm.finding(
            Span(*sorted(spot)), "r", draw(st.sampled_from(sorted(mqm.TYPES))), "m", suggestion=draw(texts)
        )
        for spot in draw(st.lists(spots, max_size=6))
    ]
    return raw, report(raw, changes, findings)


@given(reports())
def test_without_its_marks_the_page_is_the_clean_the_raw_and_the_suggested_text(case):
    raw, made = case
    page = html.render(made)
    assert reading.clean(page) == made.text
    assert reading.raw(page) == raw == made.raw_text()
    assert reading.suggested(page) == made.edited_text()


def test_a_lone_surrogate_and_a_nul_are_named_where_html_cannot_carry_them():
    made = report("a\ud83db\0c")
    page = html.render(made)
    assert "\0" not in page
    assert page.encode("utf-8")
    assert 'data-cp="U+D83D"' in page
    assert reading.clean(page) == "a\ud83db\0c"


def test_overlapping_findings_share_a_run():
    text = "one two three"
    page = html.render(report(text, (), [find(text, "one two"), find(text, "two three", "grammar")]))
    marks = re.findall(r'<mark [^>]*data-f="([^"]*)"[^>]*>([^<]*)</mark>', reading.article(page))
    assert marks == [("1", "one "), ("1 2", "two"), ("2", " three")]


def test_every_finding_can_be_linked_to_even_where_two_begin_together():
    text = "one two three"
    page = html.render(
        report(text, (), [find(text, "one two"), find(text, "one"), find(text, "one", "grammar")])
    )
    for number in (1, 2, 3):
        assert page.count(f'id="f{number}"') == 1


def test_a_finding_between_two_letters_is_shown_on_the_next_one():
    page = html.render(report("ab", (), [mqm.finding(Span(1, 1), "r", "grammar", "m")]))
    assert re.search(r'<mark [^>]*id="f1"[^>]*>b</mark>', page)


def test_marks_carry_its_2_0():
    page = html.render(sample())
    marks = re.findall(r"<mark [^>]*data-f=[^>]*>", reading.article(page))
    assert marks
    for mark in marks:
        if "its-loc-quality-issues-ref" in mark:
            continue
        assert re.search(r'its-loc-quality-issue-type="([^"]*)"', mark)[1] in ITS_TYPES
        assert re.search(r'its-loc-quality-issue-comment="[^"]+"', mark)
        assert 0 <= int(re.search(r'its-loc-quality-issue-severity="(\d+)"', mark)[1]) <= 100
        assert "its-loc-quality-issue-profile-ref=" in mark


def test_an_overlap_refers_to_its_issues_by_standoff_markup():
    page = html.render(sample())
    names_of = set(re.findall(r'its-loc-quality-issues-ref="#([^"]*)"', page))
    assert names_of
    for name in names_of:
        block = re.search(rf'<script type="application/its\+xml" id="{name}">(.*?)</script>', page)[1]
        issues = ET.fromstring(block)
        assert len(issues) >= 2
        assert all(issue.get("locQualityIssueType") in ITS_TYPES for issue in issues)


def test_every_kind_has_an_its_type_and_a_short_label():
    assert set(names.ITS) == set(mqm.TYPES)
    assert set(names.ITS.values()) <= ITS_TYPES
    assert all(len(names.short(kind)) <= 13 for kind in mqm.TYPES)


def test_the_policy_allows_the_page_s_own_style_and_script_and_nothing_else():
    page = html.render(sample())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1].replace(
        "&#39;", "'"
    )
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"<[^>]*\s(?:style|on\w+)=", page)
    assert not re.search(r'(?:src|href)="(?!#|data:,)', page)


def test_no_input_can_write_markup():
    evil = '</script><img src=x onerror=alert(1)>" onmouseover="alert(2)'
    text = f"one {evil} two"
    found = find(text, evil, suggestion=evil, message=evil, rule=evil)
    made = report(text, [], [found], name=evil, title=text)
    metadata = made.metadata.model_copy(
        update={
            "author": evil,
            "outlet": evil,
            "published": evil,
            "source_urls": (f"javascript:{evil}", evil),
        }
    )
    made = made.model_copy(update={"metadata": metadata, "signature": evil})
    page = html.render(made)
    assert "<img" not in page
    assert "javascript:" not in re.sub(r">[^<]*<", "><", page)
    assert not re.search(r"<[^>]*\sonmouseover=", re.sub(r'"[^"]*"', '""', page))
    assert reading.clean(page) == text


def test_addresses_of_the_web_become_links():
    made = report("text")
    url = "https://example.org/a?b=1&c=2"
    made = made.model_copy(update={"metadata": made.metadata.model_copy(update={"source_urls": (url,)})})
    assert '<a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer' in html.render(made)


def test_the_same_report_gives_the_same_bytes():
    assert html.render(sample()) == html.render(sample())


def test_a_densely_marked_article_of_10_kb_stays_under_300_kb():
    made = many(20)
    text = made.text[:10_000]
    spans = [Span(at, at + 12) for at in range(0, 10_000, 100)]
    made = report(
        text, (), [mqm.finding(s, "rule", "slang_calque", "m" * 80, suggestion="s" * 12) for s in spans]
    )
    assert len(html.render(made).encode()) < 300_000


def test_a_suggestion_that_overlaps_an_earlier_one_is_not_made():
    text = "one two three"
    found = [find(text, "one two", suggestion="1 2"), find(text, "two three", suggestion="2 3")]
    inside = runs.article(report(text, (), found))
    assert re.findall(r"<ins [^>]*>([^<]*)</ins>", inside) == ["1 2"]


def test_a_line_without_end_is_cut_for_the_browser_alone():
    text = "word " * 20_000
    made = report(text)
    page = html.render(made)
    assert reading.clean(page) == text
    assert max(map(len, reading.article(page).split("<p"))) < 50_000


def test_shares_of_the_score_use_the_weights_of_the_signature():
    text = "one two"
    made = report(text, (), [find(text, "one", severity=Severity.MAJOR), find(text, "two")])
    made = made.model_copy(
        update={
            "signature": "copydesk:1|weights:0/2/6/30",
            "scores": made.scores.model_copy(update={"points": 8.0}),
        }
    )
    page = html.render(made)
    assert "6 of 8 points (75 %)" in page
    assert "2 of 8 points (25 %)" in page


def test_repairs_stay_readable_in_the_raw_view():
    raw = "itâ€™s"
    inside = runs.article(report(raw, [cut(raw, "â€™", "’", "encoding", "normalise.encoding")]))
    assert re.search(
        r'<del data-k="encoding" data-g="normalise"[^>]*>â€™</del><span class="n"[^>]*>’</span>s', inside
    )
