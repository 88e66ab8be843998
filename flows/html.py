"""A web page becomes the text of its article, by trafilatura."""
# ruff: noqa: PLC0415  imported late: a run that needs none of it should not pay for it

import re
from functools import cache
from html import unescape
from importlib import metadata
from typing import NamedTuple

from cleaners.errors import DocumentError
from flows import slots
from flows.decode import Decoded, decode
from flows.errors import one_document

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_-]{2,40})""", re.IGNORECASE
)


_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{4}")
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,500})</title>", re.IGNORECASE)


class Extracted(NamedTuple):
    """The article of a page; ``headed`` says that its first line is the page's own title."""

    text: str
    encoding: str
    headed: bool


def extract(data: bytes) -> Extracted:
    """Return the article in a page's bytes. Raises DocumentError when there is none, or no extractor."""
    try:
        import trafilatura  # noqa: F401
    except ImportError as error:
        cause = str(error).partition("\n")[0]
        raise DocumentError(f"is HTML: install copydesk[html] to read it ({cause})") from error
    page = _decode(data)
    with one_document():
        # A short article beside long lists of others is lost where a second extractor is asked for its opinion.
        text = _article(page.text) or _article(page.text, alone=True)
    if not text:
        raise DocumentError("is HTML without an article that can be told from the page around it")
    return Extracted(text + "\n", page.encoding, _headed(text, page.text))


def _article(page: str, *, alone: bool = False) -> str:
    """Return what trafilatura takes for the article, by its own rules ``alone`` or with others beside them."""
    import trafilatura

    tree = trafilatura.load_html(page)
    if tree is None:
        return ""
    slots.close(tree)
    # Precision: what is left of the page's furniture would be taken for the author's words.
    text = trafilatura.extract(
        tree, favor_precision=True, include_comments=False, include_tables=True, fast=alone
    )
    return text or ""


def _headed(text: str, page: str) -> bool:
    """Tell whether a text's first line is what the page calls itself, with or without the site's name.

    Most texts begin with the article's first sentence or a heading ("Key points"): extractors leave titles out.
    """
    first, named = _words(text.partition("\n")[0]), _TITLE.search(page)
    if named is None:
        return False
    called = _words(unescape(named[1]))
    if _WIDE.search(first):
        return first in called  # no spaces between its words, nor before the site's name
    # One word alone ("Introduction") is in many titles.
    return " " in first and f" {first} " in f" {called} "


def _words(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.casefold()))


@cache
def version() -> str:
    """Return the extractor's version, on which the text depends."""
    try:
        return metadata.version("trafilatura")
    except metadata.PackageNotFoundError:
        return "none"


def _decode(data: bytes) -> Decoded:
    """Read a page as it says it is written, unless that is wrong."""
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = named[1].decode("ascii").lower()
        try:
            return Decoded(data.decode(encoding), encoding)
        except (LookupError, UnicodeError):
            pass
    return decode(data)
