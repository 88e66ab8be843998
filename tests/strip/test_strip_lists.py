"""A list that begins in the body ends in it; what a page asks of its reader under the last sentence does not."""

import pytest
import strip_pages

from cleaners.strip import lists, page
from cleaners.strip.facts import facts
from cleaners.strip.lines import rows

PAGES = {sample.name: sample for sample in strip_pages.load()}
DATES = [
    f"June {day} -- {town} Hall, {town}"
    for day, town in ((9, "Arden"), (10, "Bexley"), (14, "Corby"), (17, "Deal"))
]
STEPS = [
    "1) A rope of forty feet",
    "2) Two lanterns",
    "An oil can will do",
    "3) A ferryman who does not mind",
    "4) Bread",
]
THINGS = [f"- {thing}" for thing in ("A rope", "An oar", "Tin of oil", "Old map", "Two lamps")]
MENU = ["Home", "Related articles", "Share"]


def test_a_body_that_ends_between_two_items_takes_the_list():
    page_rows = rows("\n".join(["A sentence that opens it all.", *THINGS, *MENU]))
    assert lists.whole(page_rows, facts(page_rows), 0, (0, 3)) == (0, 6)


def test_a_body_that_begins_between_two_items_takes_the_list_up_to_the_headline():
    page_rows = rows("\n".join(["Menu", "What to bring", *THINGS, "A sentence that ends it all."]))
    assert lists.whole(page_rows, facts(page_rows), 2, (5, 8)) == (2, 8)
    assert lists.whole(page_rows, facts(page_rows), 4, (5, 8)) == (4, 8)


def test_counting_goes_on_over_lines_without_a_number():
    page_rows = rows("\n".join(["A sentence that opens it all.", *STEPS, "6) Not the next number", *MENU]))
    assert lists.whole(page_rows, facts(page_rows), 0, (0, 2)) == (0, 6)


def test_labels_are_no_list():
    page_rows = rows("\n".join(["A sentence that opens it all.", *MENU]))
    assert lists.whole(page_rows, facts(page_rows), 0, (0, 3)) == (0, 3)


def below(name: str, lines: list[str]) -> list[str]:
    """Return which of the lines are lost when they stand below the last paragraph of a page."""
    last = PAGES[name].marked("+")[-1]
    kept = page.clean_text(PAGES[name].text.replace(last, "\n".join([last, *lines]), 1)).split("\n")
    return [line for line in lines if line not in kept]


def test_a_numbered_list_under_the_last_paragraph_stays():
    assert below("en-news", STEPS) == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("en-news", "Follow us on Facebook"),
        ("de-blog", "Newsletter abonnieren"),
        ("tr-news", "Bültenimize abone ol"),
        ("en-news", "Next: A bell for the bridge →"),
    ],
)
def test_a_body_does_not_end_in_a_call(name: str, line: str):
    assert below(name, [line]) == [line]


def test_one_more_list_in_the_middle_stays():
    body = PAGES["en-news"].marked("+")
    text = PAGES["en-news"].text.replace(body[1], "\n".join([body[1], *DATES]), 1)
    assert [line for line in DATES if line not in page.clean_text(text).split("\n")] == []


WORDS = [
    ("Don't Stop: e-mail_me!", ["don", "t", "stop", "e", "mail", "me"]),
    ("“Straße” — der Weg…", ["straße", "der", "weg"]),
    ("Facebookで共有する、今", ["facebook", "で共有する", "今"]),
    ("Поделиться: ссылка", ["поделиться", "ссылка"]),
    ("İstanbul ΟΔΟΣ", ["İstanbul", "οδοσ"]),
    ("ΟΔΟΣ", ["οδος"]),
    ("lone \ud800 half", ["lone", "\ud800", "half"]),
    ("...", []),
]


@pytest.mark.parametrize(("line", "found"), WORDS)
def test_words_of_a_line(line: str, found: list[str]):
    assert facts(rows(line))[0].words == found


def test_words_of_a_line_are_the_same_beside_others():
    page_rows = rows("\n".join(line for line, _ in WORDS))
    assert [fact.words for fact in facts(page_rows)] == [found for _, found in WORDS]
    assert [fact.words for fact in facts(page_rows[4:] + page_rows[:4])] == [
        w for _, w in WORDS[4:] + WORDS[:4]
    ]
