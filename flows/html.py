"""A web page becomes the text of its article, by trafilatura."""
# ruff: noqa: PLC0415  imported late: a run that needs none of it should not pay for it

import re
from functools import cache
from importlib import metadata

from cleaners.errors import DocumentError
from flows.decode import Decoded, decode
from flows.errors import one_document

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_-]{2,40})""", re.IGNORECASE
)


def extract(data: bytes) -> Decoded:
    """Return the article in a page's bytes. Raises DocumentError when there is none, or no extractor."""
    try:
        import trafilatura
    except ImportError as error:
        cause = str(error).partition("\n")[0]
        raise DocumentError(f"is HTML: install copydesk[html] to read it ({cause})") from error
    page = _decode(data)
    # Precision: what is left of the page's furniture would be taken for the author's words.
    with one_document():
        text = trafilatura.extract(
            page.text, favor_precision=True, include_comments=False, include_tables=True
        )
    if not text:
        raise DocumentError("is HTML without an article that can be told from the page around it")
    return Decoded(text + "\n", page.encoding)


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
