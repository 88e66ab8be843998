"""Broken encoding mended by ftfy, on the lines that can be broken and no others."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cleaners import edits
from cleaners.resources import Resources
from cleaners.types import Document, Edit, Span
from cleaners.unusual import unusual

RULE = "normalise.encoding"

# Every pattern of ftfy's badness test needs two neighbours outside ASCII, one of four letters, or a C1 control;
# the rest is what its other fixers look for: entities, terminal escapes, surrogates, control characters.
# The first character class stands alone because that is what the engine can run to without trying anything.
_SUSPECT = re.compile(
    r"[^\t\n\r\x20-\x25\x27-\x7e]"
    r"(?:(?<=[\x00-\x1f\x7f-\x9f\u0152\u0153\u00c2\u00c3\u206a-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff])"
    r"|(?<=[^\x00-\x7f])[^\x00-\x7f]|(?<=&)[#A-Za-z])"
)
_ELSE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u206a-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff]")
"""What ftfy mends besides letters and entities: control characters, surrogates."""
_PIECE = re.compile(r"[^\n]{1,4000}(?:\s|$)|[^\n]{1,4000}")
"""What ftfy is given at once: a line, or a piece of a very long one (its cost grows faster than the text)."""


def find(document: Document, resources: Resources) -> Iterator[Edit]:  # noqa: ARG001
    """Yield what ftfy mends, letter by letter."""
    text = document.text
    if "&" not in text and not unusual(text):
        return
    at = 0
    while suspect := _SUSPECT.search(text, at):
        start = text.rfind("\n", 0, suspect.start()) + 1
        piece = _PIECE.match(text, max(start, at))
        while piece and piece.end() <= suspect.start():
            piece = _PIECE.match(text, piece.end())
        if piece is None:
            at = suspect.end()
            continue
        span = Span(*piece.span())
        yield from _word_by_word(text, span, fix(piece[0], markdown=document.markdown))
        at = span.end


def _word_by_word(text: str, span: Span, mended: str) -> Iterator[Edit]:
    """Yield the edits that turn ``text[span]`` into ``mended``; short words are compared far faster than a line."""
    old, new = text[span.start : span.end].split(" "), mended.split(" ")
    if len(old) != len(new):
        yield from edits.rewrite(text, span, mended, RULE, "encoding")
        return
    start = span.start
    for broken, whole in zip(old, new, strict=True):
        if broken != whole:
            yield from edits.rewrite(text, Span(start, start + len(broken)), whole, RULE, "encoding")
        start += len(broken) + 1


def fix(line: str, *, markdown: bool = False) -> str:
    """Return ``line`` as ftfy mends it with the options this house allows."""
    import ftfy  # noqa: PLC0415  most texts need none of it, and loading it costs 20 ms

    config = _config(markdown)
    mended = ftfy.fix_encoding(line, config)
    # Once letters are whole, most lines hold nothing else that ftfy mends: it would only look again, twice.
    if "&" in line or _ELSE.search(mended):
        return str(ftfy.fix_text_segment(line, config))
    return str(mended)


@cache
def _config(markdown: bool) -> Any:  # noqa: FBT001
    import ftfy  # noqa: PLC0415

    return ftfy.TextFixerConfig(
        unescape_html=False
        if markdown
        else "auto",  # in Markdown an entity is syntax, and may be the subject
        remove_terminal_escapes=True,
        fix_encoding=True,
        restore_byte_a0=True,
        replace_lossy_sequences=True,
        decode_inconsistent_utf8=True,
        fix_c1_controls=True,
        fix_latin_ligatures=False,  # typography is the author's
        fix_character_width=False,  # a full-width comma is evidence of where a text came from
        uncurl_quotes=False,  # typography again
        fix_line_breaks=False,  # whitespace.py does it, one edit a break, so that offsets stay small
        fix_surrogates=True,
        remove_control_chars=True,
        normalization=None,  # unicode.py does it, so that a report tells one from the other
    )
