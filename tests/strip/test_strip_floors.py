"""The body is found on nineteen pages of our own in fifteen languages; a change that finds less is a regression."""

from collections import Counter

import pytest
import strip_pages

from cleaners.strip import page

PAGES = strip_pages.load()
DIGEST = "199df1458fc22e60"


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = text.split() if " " in text[:40] else list("".join(text.split()))
    return Counter(tuple(words[i : i + 4]) for i in range(len(words) - 3))


def f1(truth: str, found: str) -> float:
    a, b = shingles(truth), shingles(found)
    return 2 * (a & b).total() / (a.total() + b.total())


def test_the_floors_belong_to_this_data():
    assert strip_pages.digest() == DIGEST


@pytest.mark.parametrize("sample", PAGES, ids=lambda p: p.name)
def test_body_is_found(sample: strip_pages.Page):
    assert f1(sample.body, page.body_text(sample.text)) >= 0.95


def test_mean_over_the_set():
    scores = [f1(sample.body, page.body_text(sample.text)) for sample in PAGES]
    assert sum(scores) / len(scores) >= 0.995


@pytest.mark.parametrize("sample", PAGES, ids=lambda p: p.name)
def test_no_sentence_of_the_author_is_lost(sample: strip_pages.Page):
    kept = page.clean_text(sample.text).split("\n")
    assert [line for line in sample.marked("+") + sample.marked("=") if line not in kept] == []


@pytest.mark.parametrize("sample", PAGES, ids=lambda p: p.name)
def test_bare_body_comes_back_whole(sample: strip_pages.Page):
    title = sample.marked("=")[0]
    for text in (sample.body, f"{title}\n\n{sample.body}", f"{title}\n{sample.body}".replace("\n\n", "\n")):
        assert page.clean_text(text).split() == text.split()
