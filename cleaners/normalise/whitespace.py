"""Line ends, spaces and blank lines, written one way."""

import re
from collections.abc import Iterator

from cleaners.resources import Resources
from cleaners.types import Document, Edit, Span
from cleaners.unusual import unusual

_BREAK = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c]")  # not \x85: in scraped text it was an ellipsis
_ODD_SPACE = re.compile(r"[\u1680\u2000-\u200a\u202f\u205f]")
_TRAILING = re.compile(r"[ \t](?=\n|$)")
_ENDS_BLANK = re.compile(r"\n(?<= \n)")  # the engine runs to a line's end faster than to a space
_DOUBLE = re.compile(r"  (?=[^\s|])(?<=[^\s|]  )")
_BLANK = re.compile(r"\n\n\n+")
_COLUMNS = re.compile(r"\t|[^ ] {3,4000}[^ ]")


def line_breaks(document: Document, resources: Resources) -> Iterator[Edit]:  # noqa: ARG001
    r"""Yield every line end that is not ``\n``."""
    text = document.text
    if not _BREAK.search(unusual(text)):
        return
    for found in _BREAK.finditer(text):
        if found[0] == "\r\n":
            yield Edit(Span(found.start(), found.start() + 1), "", "normalise.line_breaks", "line_break")
        else:
            yield Edit(Span(*found.span()), "\n", "normalise.line_breaks", "line_break")


def odd_spaces(document: Document, resources: Resources) -> Iterator[Edit]:  # noqa: ARG001
    """Yield spaces of odd widths."""
    text = document.text
    if _ODD_SPACE.search(unusual(text)):
        for odd in _ODD_SPACE.finditer(text):
            yield Edit(Span(*odd.span()), " ", "normalise.spaces", "space")


def no_break_spaces(document: Document, resources: Resources) -> Iterator[Edit]:  # noqa: ARG001
    """Yield no-break spaces; after encoding is mended, since they are half of many a broken letter."""
    text = document.text
    at = text.find("\u00a0")
    while at >= 0:
        yield Edit(Span(at, at + 1), " ", "normalise.spaces", "space")
        at = text.find("\u00a0", at + 1)


def gaps(document: Document, resources: Resources) -> Iterator[Edit]:  # noqa: ARG001
    """Yield double spaces within a line and spaces at its end. Columns set with tabs or wide gaps keep theirs;
    Markdown keeps all, since two spaces end a line there.
    """
    text = document.text
    if document.markdown:
        return
    if "\t" in text or text.endswith(" ") or _ENDS_BLANK.search(text):
        for last in _TRAILING.finditer(text):
            start = last.start()
            while start and text[start - 1] in " \t":
                start -= 1
            yield Edit(Span(start, last.end()), "", "normalise.gaps", "space")
    for pair in _DOUBLE.finditer(text):
        start = max(text.rfind("\n", 0, pair.start()) + 1, pair.start() - 2000)
        stop = text.find("\n", pair.end())
        if not _COLUMNS.search(text, start, min(stop if stop >= 0 else len(text), pair.end() + 2000)):
            yield Edit(Span(pair.start() + 1, pair.end()), "", "normalise.gaps", "space")


def blank_lines(document: Document, resources: Resources) -> Iterator[Edit]:  # noqa: ARG001
    """Yield blank lines beyond one between two paragraphs, and all at either end of the text.

    Runs after ``strip``, for which blank lines are evidence.
    """
    text = document.text
    head = len(text) - len(text.lstrip("\n"))
    tail = len(text.rstrip("\n"))
    if head == len(text):
        head = 0
    if head:
        yield _blank(0, head)
    if "\n\n\n" in text and not document.markdown:
        for run in _BLANK.finditer(text, head, tail):
            yield _blank(run.start() + 2, run.end())
    if len(text) > tail + 1:
        yield _blank(tail + 1, len(text))


def _blank(start: int, end: int) -> Edit:
    return Edit(Span(start, end), "", "normalise.blank_lines", "blank_line")
