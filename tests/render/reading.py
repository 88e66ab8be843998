"""What a page says once its marks are taken away: the other direction of the renderer, for its laws."""

import html
import re

_ARTICLE = re.compile(r'<article id="text"[^>]*>(.*)</article>', re.DOTALL)
_REMOVED = re.compile(r"<del\b[^>]*>.*?</del>", re.DOTALL)
_SUGGESTED = re.compile(r"<ins\b[^>]*>.*?</ins>", re.DOTALL)
_WRITTEN = re.compile(r'<span class="n"[^>]*>.*?</span>', re.DOTALL)
_REPLACED = re.compile(r'<mark class="[a-z -]* r"[^>]*>.*?</mark>|<span class="r">.*?</span>', re.DOTALL)
_BLOCK = re.compile(r"<script\b.*?</script>", re.DOTALL)
_LOST = re.compile(r'<bdi class="cp" data-cp="U\+(0000|D[89A-F][0-9A-F]{2})">\ufffd</bdi>')
_TAG = re.compile(r"<[^>]*>")


def article(page: str) -> str:
    match = _ARTICLE.search(page)
    assert match
    return match[1]


def clean(page: str) -> str:
    return _unmark(_REMOVED.sub("", _SUGGESTED.sub("", article(page))))


def raw(page: str) -> str:
    return _unmark(_WRITTEN.sub("", _SUGGESTED.sub("", article(page))))


def suggested(page: str) -> str:
    return _unmark(_REPLACED.sub("", _REMOVED.sub("", article(page))))


def _unmark(markup: str) -> str:
    pieces = []
    # What HTML cannot carry is put back last: unescaping would take a NUL for an error.
    for at, part in enumerate(_LOST.split(_BLOCK.sub("", markup))):
        pieces.append(chr(int(part, 16)) if at % 2 else _unescape(_TAG.sub("", part)))
    return "".join(pieces)


def _unescape(text: str) -> str:
    return html.unescape(text)
