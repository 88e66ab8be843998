"""Author, date, outlet and addresses are read from what was removed."""

import pytest

from cleaners.strip.byline import Metadata, metadata
from cleaners.strip.dates import find_date
from cleaners.types import Edit, Span

BYLINES = [
    ("By Marta Ellison", "Marta Ellison", None),
    ("By Ann Lee and Bob Ray", "Ann Lee and Bob Ray", None),
    ("Posted by Ned Hollis on May 3, 2019 at 7:40 am", "Ned Hollis", "2019-05-03"),
    ("By Umar Irwin Updated Nov 13, 2019, 10:28am EST", "Umar Irwin", "2019-11-13"),
    ("PUBLISHED: 10:48, Tue, Nov 19, 2019 | UPDATED: 11:05, Tue, Nov 19, 2019", None, "2019-11-19"),
    ("Von Max Muster | 3. März 2020", "Max Muster", "2020-03-03"),
    ("Par Jeanne Dupont, le 4 mai 2021", "Jeanne Dupont", "2021-05-04"),
    ("Por Ana Ruiz, 3 de febrero de 2021", "Ana Ruiz", "2021-02-03"),
    ("di Giulia Ferri - 9 aprile 2022", "Giulia Ferri", "2022-04-09"),
    ("Автор: Ольга Седова, 5 сентября 2019", "Ольга Седова", "2019-09-05"),
    ("作者：林小青 2021年6月18日", "林小青", "2021-06-18"),
    ("文/李雷", "李雷", None),
    ("한서윤 기자 2021.10.07", "한서윤", "2021-10-07"),
]


def told(line: str, kind: str = "byline") -> Metadata:
    return metadata(line, [Edit(Span(0, len(line)), "", "strip.byline", kind)])


@pytest.mark.parametrize(("line", "author", "published"), BYLINES)
def test_author_and_date(line: str, author: str | None, published: str | None):
    meta = told(line)
    assert (meta.author, meta.published) == (author, published)


def test_a_name_alone_is_the_outlet():
    assert told("Quayside Courier").outlet == "Quayside Courier"


def test_no_author_is_read_from_a_teaser():
    assert told("By the river, a boat", kind="teaser") == Metadata()


def test_addresses_of_sources_come_once_each_without_the_full_stop():
    line = "Sources: [1] https://a.example/x?y=1, [2] https://b.example/z. [3] https://a.example/x?y=1"
    assert told(line, "reference").source_urls == ("https://a.example/x?y=1", "https://b.example/z")


DATES = [
    ("April 12th, 2023", "2023-04-12"),
    ("18 NOV 2019", "2019-11-18"),
    ("2019-11-20 14:35", "2019-11-20"),
    ("27/09/2018", "2018-09-27"),
    ("9/27/2018", "2018-09-27"),
    ("3.4.2020", "2020-04-03"),
    ("3/4/2020", None),  # two days in two countries
    ("1er juin 2020", "2020-06-01"),
    ("12 de abril de 2021", "2021-04-12"),
    ("5 lutego 2022", "2022-02-05"),
    ("12 апреля 2023", "2023-04-12"),
    ("2023年4月12日", "2023-04-12"),
    ("2023년 4월 12일", "2023-04-12"),
    ("31.02.2020", None),
]


@pytest.mark.parametrize(("text", "iso"), DATES)
def test_dates(text: str, iso: str | None):
    dated = find_date(text)
    assert dated is not None
    assert dated.iso == iso


@pytest.mark.parametrize(
    "text", ["sold 300 in may", "2019", "chapter 3.4", "ends 41, 38", "Route 66 in 2001"]
)
def test_no_date(text: str):
    assert find_date(text) is None
