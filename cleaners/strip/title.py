"""Where the headline and the standfirst are in a text; both stay in it."""

from cleaners.strip.lines import Row, rows
from cleaners.strip.page import read
from cleaners.types import Span


def find_title(text: str) -> tuple[Span | None, Span | None]:
    """Return the spans of headline and standfirst in ``text``, None for each that is not there.

    A whole page tells more than its clean text does, so ask before lines are removed, and carry the spans over.
    """
    page = read(text)
    title, dek = (None if k is None else page.rows[k] for k in (page.title, page.dek))
    return (
        _span(text, title) if title else None,
        _span(text, dek) if dek else None,
    )


def first_line(text: str) -> Span | None:
    """Return the span of the first line with words in it: the title of a body that is known to open with it."""
    page = rows(text)
    return _span(text, page[0]) if page else None


def _span(text: str, row: Row) -> Span:
    """Return where the words of a line are, without the white space around them."""
    start = text.index(row.text, row.start)
    return Span(start, start + len(row.text))
