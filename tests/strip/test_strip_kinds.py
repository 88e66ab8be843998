"""Every kind of furniture goes under its name, and what an author could have written stays."""

import tomllib
from pathlib import Path

import pytest
import strip_pages

from cleaners.settings import FURNITURE
from cleaners.strip import page
from cleaners.strip.cues import KINDS

CASES = tomllib.loads((Path(__file__).parent / "cases" / "kinds.toml").read_text(encoding="utf-8"))["case"]
PAGES = {sample.name: sample for sample in strip_pages.load()}
NEAR = [(case["page"], line) for case in CASES for line in case["near"]]


def bare(sample: strip_pages.Page) -> str:
    return f"{sample.marked('=')[0]}\n\n{sample.body}\n"


def placed(case: dict) -> str:
    """The page of the case with its line put in."""
    sample = PAGES[case["page"]]
    line = "\n\n".join([case["after"], case["line"]]) if "after" in case else case["line"]
    if case["place"] == "bare-end":
        return f"{bare(sample)}\n{line}\n"
    body = sample.marked("+")
    anchor = {"above": body[0], "inside": body[2], "below": body[-1]}[case["place"]]
    new = f"{line}\n\n{anchor}" if case["place"] == "above" else f"{anchor}\n\n{line}"
    return sample.text.replace(anchor, new, 1)


def kinds(text: str) -> dict[str, str]:
    read = page.read(text)
    return {read.rows[k].text: kind for k, (_, kind) in read.removed.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['page']}-{c['kind']}")
def test_it_goes_under_its_kind(case: dict):
    gone = kinds(placed(case))
    assert gone.get(case["line"]) == case["kind"]
    assert [line for line in PAGES[case["page"]].marked("+") if line in gone] == []


@pytest.mark.parametrize(("name", "line"), NEAR)
def test_a_near_miss_stays_in_a_page(name: str, line: str):
    anchor = PAGES[name].marked("+")[1]
    assert line not in kinds(PAGES[name].text.replace(anchor, f"{anchor}\n\n{line}", 1))


@pytest.mark.parametrize(("name", "line"), NEAR)
def test_a_near_miss_stays_in_a_bare_article(name: str, line: str):
    anchor = PAGES[name].marked("+")[1]
    assert kinds(bare(PAGES[name]).replace(anchor, f"{anchor}\n\n{line}", 1)) == {}


def test_every_kind_of_the_plan_has_a_case():
    assert {case["kind"] for case in CASES} >= set(KINDS) | {"teaser"}


def test_every_kind_that_goes_can_be_kept():
    assert {*KINDS, "sidebar", "teaser"} == FURNITURE
