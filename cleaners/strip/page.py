"""One page read once: its lines, their scores, the body, title and dek, and what every other line is."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cleaners.resources import Resources
from cleaners.strip import context, features, furniture, model, segment, title
from cleaners.strip.features import Facts
from cleaners.strip.lines import Row, rows
from cleaners.types import Document, Edit, Span


class Page(NamedTuple):
    """What was read: ``removed`` maps the number of a line to the rule and the kind it goes by."""

    rows: list[Row]
    known: list[Facts]
    title: int | None
    dek: int | None
    removed: dict[int, tuple[str, str]]


@lru_cache(maxsize=2)
def read(text: str) -> Page:
    """Read a page. Cached: the rule, the title and the metadata all ask for the same page one after the other."""
    page = rows(text)
    if not page:
        return Page([], [], None, None, {})
    known = features.facts(text, page)
    scores = model.scores(known, context.context(page, known))
    start, end, raised = segment.body(scores, [len(fact.words) for fact in known])
    headline = title.find(page, known, start)
    dek = title.find_dek(page, known, headline, start) if headline is not None else None
    body = [start <= k < end and scores[k] + raised > -1.5 for k in range(len(page))]
    kept = {headline, dek}
    removed = {k: _named(page, known, k, start, end) for k in range(len(page)) if not body[k] and k not in kept}
    return Page(page, known, headline, dek, removed)


def _named(page: list[Row], known: list[Facts], k: int, start: int, end: int) -> tuple[str, str]:
    """Return the rule and kind of a removed line."""
    kind = furniture.own_kind(page[k].text, known[k])
    if kind:
        return f"strip.{kind}", kind
    return "strip.body", furniture.shape_kind(page[k].text, known[k], above=k < start)


def find(document: Document, resources: Resources) -> Iterator[Edit]:  # noqa: ARG001  one signature for all rules
    """Yield a deletion for every line that is not the article's."""
    if document.markdown or document.body_known:
        return
    page = read(document.text)
    last = len(document.text)
    for k, (rule, kind) in sorted(page.removed.items()):
        row = page.rows[k]
        yield Edit(Span(row.start, min(row.end + 1, last)), "", rule, kind)
