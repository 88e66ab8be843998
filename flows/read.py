"""One file becomes one text, with what is known of where it came from."""
# ruff: noqa: PLC0415  imported late: a run that needs none of it should not pay for it

import hashlib
from typing import NamedTuple

from cleaners.errors import DocumentError
from cleaners.report import Source
from flows import storage
from flows.corpus import Input
from flows.decode import Decoded, decode


class Loaded(NamedTuple):
    """A document as the desk receives it; ``extracted`` says that ``text`` was taken out of the file.

    ``headed`` says that the first line of such a text is its title.
    """

    text: str
    source: Source
    markdown: bool = False
    extracted: bool = False
    headed: bool = False


def read(item: Input, max_bytes: int) -> Loaded:
    """Return the text of a file. Raises OSError or DocumentError."""
    return load(read_bytes(item, max_bytes), item)


def load(data: bytes, item: Input) -> Loaded:
    """Return the text in ``data``. Raises DocumentError."""
    if item.kind == "html":
        from flows.html import extract

        article = extract(data)
        decoded, headed = Decoded(article.text, article.encoding), article.headed
    else:
        decoded, headed = decode(data), False
    source = Source(
        path=item.path, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), encoding=decoded.encoding
    )
    return Loaded(
        decoded.text, source, markdown=item.kind == "markdown", extracted=item.kind == "html", headed=headed
    )


def read_bytes(item: Input, max_bytes: int) -> bytes:
    """Return a file's bytes. Raises OSError, and DocumentError when there are more than ``max_bytes``."""
    with storage.open_binary(item.address) as stream:
        # Python sets aside all that it may read: for a note of a few lines not the bound of the settings.
        data = stream.read(min(max_bytes, max(item.size, 0)) + 1)
        if len(data) > item.size:  # it has grown since it was found
            data += stream.read(max_bytes + 1 - len(data))
    if len(data) > max_bytes:
        raise DocumentError(f"is larger than max_bytes of the settings, {max_bytes:,} bytes")
    return data
