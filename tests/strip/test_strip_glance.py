"""A glance at a plain article spares work and changes nothing."""

import pytest
import strip_pages

from cleaners.strip import glance, page

PARAGRAPH = (
    "The ferry was late that day, and for most of the people on the quay it was the third time in a week that they "
    "had to wait in the rain for a boat that, as they knew by now, would not be there before the last bus had gone."
)
LINES = (
    "A ferry that is never there", "By Ada Quill", "June 9, 2024", "PARAGRAPH", "PARAGRAPH", "(Photo: A. Quill)",
    "Comments", "Related", "Share this article", "© 2024 The Quay", "Photo: A. Quill/The Quay",
)  # fmt: skip


def read(text: str, monkeypatch: pytest.MonkeyPatch, *, glancing: bool) -> page.Page:
    """Return the page as it is read with or without the glance."""
    with monkeypatch.context() as patch:
        if not glancing:
            patch.setattr(page, "glance", lambda _rows, _text: None)
        page.read.cache_clear()
        return page.read(text)


def bodies() -> list[str]:
    """Return the articles of the sample pages alone, and one article with a line or two of furniture anywhere."""
    found = ["\n\n".join(sample.marked("+")) for sample in strip_pages.load()]
    for k in range(len(LINES)):
        for j in range(len(LINES)):
            lines = [PARAGRAPH] * 5
            lines[k % 5 : k % 5] = [LINES[k].replace("PARAGRAPH", PARAGRAPH)]
            lines[j % 6 : j % 6] = [LINES[j].replace("PARAGRAPH", PARAGRAPH)]
            found.append("\n\n".join(lines))
    return found


def test_a_glance_changes_nothing(monkeypatch: pytest.MonkeyPatch):
    for text in bodies():
        seen = read(text, monkeypatch, glancing=True)
        full = read(text, monkeypatch, glancing=False)
        assert (seen.title, seen.dek, seen.removed) == (full.title, full.dek, full.removed)


def test_a_plain_article_needs_no_second_look():
    rows = page.rows(f"A ferry that is never there\n\n{PARAGRAPH}\n\n{PARAGRAPH}")
    known = glance.glance(rows, "")
    assert known is not None
    assert [fact.prose for fact in known] == [False, True, True]
    assert known[1].words == []


def test_a_page_and_an_article_with_addresses_are_looked_at_in_full():
    menu = page.rows("\n".join(["Home", "World", "Sport", "Money", "Log in", PARAGRAPH]))
    assert glance.glance(menu, "") is None
    assert glance.glance(page.rows(PARAGRAPH), "see www.example.org") is None
