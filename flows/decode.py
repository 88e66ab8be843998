"""Bytes of a file become text, or the document is refused because a guess would not be sure."""

import re
from typing import NamedTuple

from cleaners.errors import DocumentError


class Decoded(NamedTuple):
    """The text as it is in the file (byte-order mark and CRLF kept) and the encoding it was read with."""

    text: str
    encoding: str


_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),  # before UTF-16, whose mark it begins with
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_BINARY = (
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"BZh",
    b"\xfd7zXZ",
)
_CONTROLS = bytes(c for c in range(32) if c not in b"\0\t\n\v\f\r\x1b")
_HIGH = bytes(range(128, 256))
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(data: bytes) -> Decoded:
    """Return the text of ``data``. Raises DocumentError when it is blank, binary or not surely decodable.

    A lone surrogate half stands for no character: it is read as U+FFFD. NUL bytes are read as they are.
    """
    if not data:
        raise DocumentError("is empty")
    found = _marked(data) or _utf16(data) or _text(data)
    if not found.text.strip("\ufeff\0 \t\r\n\v\f\xa0\u3000\u200b"):
        raise DocumentError("is blank")
    return found


def whole(text: str) -> str:
    """Return ``text`` with surrogate pairs joined and lone halves replaced by U+FFFD."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def utf8(text: str) -> bytes:
    """Return ``whole(text)`` as UTF-8."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return whole(text).encode()


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        # FF FE 00 00 may also be UTF-16 that begins with a NUL; UTF-32 comes in fours.
        if data.startswith(mark) and not (encoding.startswith("utf-32") and len(data) % 4):
            return Decoded(data.decode(encoding, "replace"), encoding)
    return None


def _utf16(data: bytes) -> Decoded | None:
    """Recognise UTF-16 without a mark: in Western text nearly every second byte is NUL."""
    head = data[: 1 << 16]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    for encoding, nul, other in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if nul > 0.7 * half and other < 0.05 * half:
            return Decoded(data.decode(encoding, "replace"), encoding)
    return None


def _text(data: bytes) -> Decoded:
    _refuse_binary(data)
    for errors in ("strict", "surrogatepass"):
        try:
            return Decoded(whole(data.decode("utf-8", errors)), "utf-8")
        except UnicodeDecodeError:
            continue
    encoding = "utf-8" if _damaged_utf8(data) else _guess(data)
    if encoding is None:
        raise DocumentError("is in an encoding that cannot be guessed surely; save it as UTF-8")
    return Decoded(data.decode(encoding, "replace"), encoding)


def _guess(data: bytes) -> str | None:
    from flows.guess import guess  # noqa: PLC0415  most texts are UTF-8, and its patterns take time to compile

    return guess(data)


def _damaged_utf8(data: bytes) -> bool:
    """Tell whether this is UTF-8 cut off in its last character, or with one bad byte in ten good characters."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - bad - len(data.translate(None, _HIGH))
    return good >= 10 * bad or (good > 0 and bad == 1 and text.endswith("\ufffd"))


def _refuse_binary(data: bytes) -> None:
    head = data[: 1 << 16]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    # Texts carry a stray control byte or two; one in fifty is no text. NUL alone may pad a text, up to a third.
    if data.startswith(_BINARY) or controls > len(head) / 50 or head.count(0) > len(head) / 3:
        raise DocumentError("is not text (binary bytes)")
