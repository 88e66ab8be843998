"""What holds for any text: whole lines go, in order, never all of them; the author's own shapes stay."""

import pytest
import strip_pages
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners.resources import load
from cleaners.strip import page
from cleaners.types import Document
from tests.growth import bounded, steps

PAGES = strip_pages.load()
LINES = [line.strip() for sample in PAGES for line in sample.text.split("\n")] + [
    "",
    "Latest",
    "Comments",
    "©",
    "...",
]
TEXTS = st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=60).map("\n".join)


def edits(text: str):
    return list(page.find(Document(text), load()))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_edits_are_whole_lines_sorted_and_apart(text: str):
    found = edits(text)
    at = 0
    for edit in found:
        assert edit.new == ""
        assert at <= edit.span.start < edit.span.end <= len(text)
        assert edit.span.start == 0 or text[edit.span.start - 1] == "\n"
        assert edit.span.end == len(text) or text[edit.span.end - 1] == "\n"
        at = edit.span.end


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_never_everything_goes_and_nothing_is_invented(text: str):
    clean = page.clean_text(text).split("\n")
    assert not text.strip() or any(clean)
    lines = [line.strip() for line in text.split("\n")]
    assert all(line in lines for line in clean if line)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_edits(text: str):
    first = edits(text)
    page.read.cache_clear()
    assert edits(text) == first


@pytest.mark.parametrize(
    "text", ["", "\n\n", "x", "Home", "https://a.example", "Comments\n", "\u2028", "1\n2\n3\n"]
)
def test_tiny_texts_stay(text: str):
    assert page.clean_text(text).split() == text.split()


POEM = """The Lodger

He came in March with one small bag
and hung his coat behind the door,
and never said what he was for.

The kettle knew him. So did rain.
He paid in coins, and slept till ten,
and did not speak of it again.

Share nothing, said my aunt, and smiled,
and laid a place for him, and wine.
The lamp was his. The chair was mine.
"""
NOTE = "Keys are under the pot.\nFeed the cat twice.\nBack on Sunday."
DIALOGUE = """Interview with a bell founder

Q: When did you start?
A: At nine.
Q: In the morning?
A: In life. My mother held the ladle and I held my breath.
Q: And now?
A: Now I hold the ladle.
Q: Do bells grow old?
A: No. Ropes do.
"""
PRICES = """Price list, winter

Boots, resoled: 40
Boots, patched: 12
Laces, pair: 2
Heels, pair: 15
Zips: from 9
Dye: ask
"""
CHAPTERS = """Notes on a long walk

Home

I left home on a Tuesday because nobody leaves on a Tuesday, and the road was mine as far as the second bridge.

Comments

People had comments. A baker said I would be back by dark, and his wife said I would not be back at all.

News

The only news I heard in a week was of a cow that had learned to open gates, and was teaching the others.

About

It was about then that my boots gave out, and I sat by the road and thought of the baker.
"""
RELEASES = """Lamp changelog

## [3.4.0] - 2024-01-15

- Added a wick that burns for nine hours at a time, as many users had asked for.

## [3.3.0] - 2023-11-02

- Removed the old burner since it smoked, and nobody had used it for two winters.
"""


@pytest.mark.parametrize(
    "text",
    [POEM, NOTE, DIALOGUE, PRICES, CHAPTERS, RELEASES],
    ids=["poem", "note", "talk", "prices", "chapters", "releases"],
)
def test_what_is_no_page_stays_whole(text: str):
    assert page.clean_text(text).split() == text.split()


@pytest.mark.parametrize(
    "document", [Document("Home\nMenu\nText.", markdown=True), Document("Home\nMenu\nText.", body_known=True)]
)
def test_known_structure_is_left_alone(document: Document):
    assert list(page.find(document, load())) == []


def test_a_chosen_body_loses_only_what_was_pushed_into_it():
    text = "The first paragraph of it.\n\nAdvertisement\n\nHome\n\nThe second one.\n\nShare this article\n"
    gone = list(page.find(Document(text, body_known=True), load()))
    assert [text[e.span.start : e.span.end].strip() for e in gone] == ["Advertisement", "Share this article"]


@pytest.mark.parametrize(
    "line",
    [
        "Credit hours",
        "Credits you need: 24",
        "EPA rating: 210–260 miles",
        "Photographer/Driver: $40 a day",
        "Credit/debit cards (any bank)",
        "Your purse (credit/debit cards, coins)",
    ],
)
def test_credit_in_a_chosen_body_is_money_and_marks_too(line: str):
    text = f"The first paragraph of it.\n{line}\nThe second one.\n"
    assert list(page.find(Document(text, body_known=True), load())) == []


@pytest.mark.parametrize(
    "line",
    [
        "Credit: Ruth Calloway",
        "Photo credit Ruth Calloway",
        "Photo: 21st Century Boats",
        "Photo: R. Calloway/AP",
    ],
)
def test_a_picture_desk_is_told_in_a_chosen_body(line: str):
    text = f"The first paragraph of it.\n{line}\nThe second one.\n"
    gone = list(page.find(Document(text, body_known=True), load()))
    assert [text[e.span.start : e.span.end].strip() for e in gone] == [line]


def read_anew(text: str) -> None:
    page.read.cache_clear()
    page.read(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "a" * n,
        lambda n: "word " * (n // 5),
        lambda n: "- " * (n // 2),
        lambda n: "x\n" * (n // 2),
        lambda n: "Comments\n" * (n // 9),
        lambda n: "Latest\nMore news\n" * (n // 17),
        lambda n: "12 " * (n // 3),
        lambda n: "https://" * (n // 8),
        lambda n: "(" * n,
        lambda n: "新" * n,
    ],
    ids=[
        "one-word",
        "one-line",
        "dashes",
        "short-lines",
        "headings",
        "zones",
        "numbers",
        "addresses",
        "brackets",
        "han",
    ],
)
def test_work_is_linear(make):
    small, large = make(8_000), make(32_000)
    read_anew(small)  # what is done once, such as compiling, is no part of it
    with bounded():
        assert steps(lambda: read_anew(large)) < 4.4 * steps(lambda: read_anew(small)) + 2_000


@pytest.mark.parametrize(
    "text", ["word " * 1_000_000, "x\n" * 1_000_000, "新闻" * 1_000_000], ids=["line", "lines", "han"]
)
def test_what_is_no_page_is_read_soon(text: str):
    with bounded():
        read_anew(text)
    assert page.read(text).removed == {}
