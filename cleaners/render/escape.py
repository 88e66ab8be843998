"""Text made safe to stand in a page: markup is escaped, and characters nobody can see are shown by their number.

A control character, a bidirectional override or a byte-order mark stays in the page as the text it is, inside
``<bdi class="cp" data-cp="U+202E">``: it cannot reorder its neighbours there, and the style sheet shows its
number. NUL and half a surrogate pair cannot be in an HTML file at all; U+FFFD stands for them, and ``data-cp``
says which they were.
"""

import re

from markupsafe import escape

_UNSEEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)


def text(value: str) -> str:
    """Return ``value`` as HTML text."""
    html = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _UNSEEN.sub(_shown, html)


def attribute(value: str) -> str:
    """Return ``value`` as the inside of a double-quoted attribute, unseen characters written ``[U+202E]``."""
    return str(escape(plain(value)))


def plain(value: str) -> str:
    """Return ``value`` with unseen characters written as ``[U+202E]``, where no markup can be."""
    return _UNSEEN.sub(lambda match: f"[{_number(match[0])}]", value)


def _number(char: str) -> str:
    return f"U+{ord(char):04X}"


def _shown(match: re.Match[str]) -> str:
    char = match[0]
    if char == "\0" or "\ud800" <= char <= "\udfff":
        inside = "\ufffd"
    elif char == "\r" or "\u061c" <= char <= "\u2069":
        # As references: a bare CR becomes a line feed, and a bare override would reorder the page's source.
        inside = f"&#{ord(char)};"
    else:
        inside = char
    return f'<bdi class="cp" data-cp="{_number(char)}">{inside}</bdi>'
