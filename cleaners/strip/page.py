"""One page read once: its lines, their scores, the body, title and dek, and what every other line is."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cleaners.resources import Resources
from cleaners.strip import context, furniture, headline, lists, model, second, segment, zones
from cleaners.strip.facts import Facts, facts
from cleaners.strip.glance import glance
from cleaners.strip.lines import Row, rows
from cleaners.strip.removals import proven, removals, veto
from cleaners.strip.scored import Removed, Scored
from cleaners.strip.wholeness import bare, furnished
from cleaners.types import Document, Edit, Span


class Page(NamedTuple):
    """What was read: ``removed`` maps the number of a line to the rule and the kind it goes by."""

    rows: list[Row]
    known: list[Facts]
    title: int | None
    dek: int | None
    removed: Removed


# No web page has so many lines; what has is a table or a log, and none of it is a menu.
_LINES = 20_000


@lru_cache(maxsize=2)
def read(text: str) -> Page:
    """Read a page. Cached: the rule, the title and the metadata all ask for the same page one after the other."""
    page = rows(text)
    if not 0 < len(page) <= _LINES:
        return Page(page, [], None, None, {})
    if (known := glance(page, text)) and bare(page, known):
        return _bare(page, known)
    known = facts(page)
    if bare(page, known):
        return _bare(page, known)
    scored = _scored(page, known)
    title = headline.find(page, known, scored.start)
    dek = headline.find_dek(known, scored.scores, title, scored.start) if title is not None else None
    first = max(title, dek or 0) + 1 if title is not None else 0
    gone = removals(_mended(scored, first), {title, dek}, title)
    # A page of labels alone has no article to keep, and then nothing is better than all of it gone.
    return Page(page, known, title, dek, gone if len(gone) < len(page) else {})


def _scored(page: list[Row], known: list[Facts]) -> Scored:
    """Return a page with the scores of its lines, and the body they speak for; a whole page is looked at twice."""
    places, sizes = context.context(page, known), second.measures(known)
    scores = model.scores(page, known, places)
    body = segment.body(scores, *sizes)
    turned: frozenset[int] = frozenset()
    if whole := furnished(page, known, _raised(scores, body)):
        scores, turned = second.look(known, scores, places, sizes, body)
        body = segment.body(scores, *sizes)
    start, end, _ = body
    return Scored(page, known, _raised(scores, body), _pushed(page, known), start, end, whole, turned)


def _raised(scores: list[float], body: segment.Body) -> list[float]:
    """Return the scores, raised as far as finding the body took."""
    return [score + body.raised for score in scores] if body.raised else scores


def _mended(page: Scored, first: int) -> Scored:
    """Return the page with its body mended at both ends, upwards no further than line ``first``.

    It takes in paragraphs beside it and the rest of its lists, and lets go of comments and furniture at its end.
    """
    rows, known, scores = page.rows, page.known, page.scores
    paragraphs = [fact.prose or (fact.width > 50 and fact.ending == 1) for fact in known]
    pushed = [kind is not None for kind in page.pushed]
    start, end = segment.grown((page.start, page.end), first, paragraphs, pushed, scores)
    start, end = lists.whole(rows, known, first, (start, end))
    end = zones.closed(rows, known, start, end)
    return page._replace(start=start, end=zones.trimmed(rows, known, scores, start, end))


def _bare(page: list[Row], known: list[Facts]) -> Page:
    """Read an article that came without a page around it: no scores are needed where all lines are its own."""
    start = next((k for k, fact in enumerate(known) if fact.prose), 0)
    title = headline.find(page, known, start)
    dek = headline.find_dek(known, [0.0] * len(page), title, start) if title is not None else None
    scored = Scored(page, known, [], _pushed(page, known), 0, len(page))
    gone = proven(scored, {title, dek}, title)
    return Page(page, known, title, dek, gone if len(gone) < len(page) else {})


def find(document: Document, resources: Resources) -> Iterator[Edit]:  # noqa: ARG001  one signature for all rules
    """Yield a deletion for every line that is not the article's.

    Of a body that an extractor chose from HTML only single lines are vetoed: it saw structure that text has lost.
    """
    if document.markdown:
        return
    page, removed = _vetoed(document.text) if document.body_known else _read(document.text)
    last = len(document.text)
    for k, (rule, kind) in sorted(removed.items()):
        yield Edit(Span(page[k].start, min(page[k].end + 1, last)), "", rule, kind)


def _pushed(page: list[Row], known: list[Facts]) -> list[str | None]:
    """Return the kind of each line that pages push between two paragraphs."""
    return [furniture.inserted(row.text, fact) for row, fact in zip(page, known, strict=True)]


def _read(text: str) -> tuple[list[Row], Removed]:
    """Return the lines of a page, and those that go."""
    page = read(text)
    return page.rows, page.removed


def _vetoed(text: str) -> tuple[list[Row], Removed]:
    """Return the lines of a body already chosen, and those that go."""
    page = rows(text)
    known = facts(page)
    gone = veto(Scored(page, known, [0.0] * len(page), _pushed(page, known), 0, len(page)))
    return page, gone if len(gone) < len(page) else {}


def clean_text(text: str) -> str:
    """Return ``text`` without the lines that ``find`` would delete."""
    page = read(text)
    return "\n".join(row.text for k, row in enumerate(page.rows) if k not in page.removed)


def body_text(text: str) -> str:
    """Return the clean text without title and standfirst: what a benchmark calls the article body."""
    page = read(text)
    left_out = {page.title, page.dek, *page.removed}
    return "\n".join(row.text for k, row in enumerate(page.rows) if k not in left_out)
