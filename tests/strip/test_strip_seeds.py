"""What the five scraped articles must lose, and what they must keep."""

from pathlib import Path

import pytest

from cleaners.resources import load
from cleaners.strip import page
from cleaners.strip.byline import Metadata, metadata
from cleaners.strip.title import find_title
from cleaners.types import Document, Edit

SEEDS = {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))}


def edits(text: str) -> list[Edit]:
    return list(page.find(Document(text), load()))


def removed(name: str) -> list[tuple[str, str]]:
    text = SEEDS[name]
    return [(e.kind, text[e.span.start : e.span.end].strip()) for e in edits(text)]


def told(name: str) -> Metadata:
    return metadata(SEEDS[name], edits(SEEDS[name]))


def test_000_outlet_date_sources_and_reprint():
    gone = removed("000")
    assert gone[:2] == [("byline", "Hayo News"), ("byline", "April 12th, 2023")]
    assert [kind for kind, _ in gone[2:]] == ["reference", "reprint"]
    assert gone[3][1].startswith("Reprinted from")
    meta = told("000")
    assert (meta.outlet, meta.published) == ("Hayo News", "2023-04-12")
    assert len(meta.source_urls) == 2


def test_001_is_an_article_and_stays_whole():
    assert removed("001") == []


def test_002_loses_all_from_the_source_link_on():
    text = SEEDS["002"]
    cut = text.index("Source link:")
    gone = edits(text)
    assert "".join(text[e.span.start : e.span.end] for e in gone).split() == text[cut:].split()
    assert gone[0].kind == "source_link"
    assert {e.kind for e in gone[4:]} == {"teaser"}
    assert told("002").source_urls == (
        "https://www.businessinsider.com/elon-musk-ai-ambitions-for-twitter-be-2023-4",
    )


def test_003_loses_its_tagline():
    assert removed("003") == [("tagline", "AI Catalog's chief editor")]


def test_004_author_and_date():
    assert [kind for kind, _ in removed("004")] == ["byline"]
    meta = told("004")
    assert (meta.author, meta.published) == ("Yunfeng Zhang", "2023-04-18")


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_title_is_the_first_line(name: str):
    text = SEEDS[name]
    title, _ = find_title(text)
    assert title is not None
    assert text[title.start : title.end] == text.split("\n", 1)[0]
