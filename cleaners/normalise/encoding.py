"""Broken encoding mended by ftfy, on the lines that can be broken and no others."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from cleaners import edits
from cleaners.resources import Resources
from cleaners.types import Document, Edit, Span
from cleaners.unusual import unusual

RULE = "normalise.encoding"

# Every pattern of ftfy's badness test needs two neighbours outside ASCII that are not both typography, one of four
# letters, or a C1 control; the rest is what its other fixers look for: entities, terminal escapes, surrogates, other
# controls. The first character class stands alone because that is what the engine can run to without trying anything.
_TYPOGRAPHY = "‘’‚“”„–—…"
_SUSPECT = re.compile(
    r"[^\t\n\r\x20-\x25\x27-\x7e]"
    r"(?:(?<=[\x00-\x1f\x7f-\x9f\u0152\u0153\u00c2\u00c3\u206a-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff])"
    rf"|(?<=[^\x00-\x7f])[^\x00-\x7f{_TYPOGRAPHY}]|(?<=[^\x00-\x7f{_TYPOGRAPHY}])[^\x00-\x7f]"
    r"|(?<=&)#?[0-9A-Za-z]{1,24};)"
)
_LOSSLESS = "surrogatepass"
_PLAIN = re.sub(r"[^\t\n\r\x20-\x25\x27-\x7e]", "", "".join(map(chr, range(128))))
_TO_SPACES = bytes.maketrans(_PLAIN.encode(), b" " * len(_PLAIN))
_ELSE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u206a-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff]")
"""What ftfy mends besides letters and entities: control characters, surrogates."""
_PIECE = re.compile(r"[^\n]{1,4000}(?:\s|$)|[^\n]{1,4000}")
"""What ftfy is given at once: a line, or a piece of a very long one (its cost grows faster than the text)."""


def find(document: Document, resources: Resources) -> Iterator[Edit]:  # noqa: ARG001
    """Yield what ftfy mends, letter by letter."""
    text = document.text
    if "&" not in text and _is_sound(text):
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
        yield from _mended(text, span, markdown=document.markdown)
        at = span.end


@lru_cache(maxsize=1)  # encoding is looked at on both sides of a no-break space, and most texts have none
def _is_sound(text: str) -> bool:
    """Tell whether nothing in ``text``, entities aside, can be broken: the signs that are not plain ASCII tell."""
    odd = unusual(text)
    if not odd or _ELSE.search(odd):
        return not odd
    rows = set(text.encode("utf-8", _LOSSLESS).translate(_TO_SPACES).split())
    return not _SUSPECT.search(b" ".join(rows).decode("utf-8", _LOSSLESS))


def _mended(text: str, span: Span, *, markdown: bool) -> Iterator[Edit]:
    """Yield the edits that mend ``text[span]``; short words are compared far faster than a line."""
    line = text[span.start : span.end]
    words = line.split(" ")
    told = range(len(words)) if "&" in line else _telling(words)
    mended = fix(" ".join(words[at] for at in told), markdown=markdown).split(" ")
    if len(mended) != len(told):
        yield from edits.rewrite(text, span, fix(line, markdown=markdown), RULE, "encoding")
        return
    starts = list(accumulate((len(word) + 1 for word in words), initial=span.start))
    for at, whole in zip(told, mended, strict=True):
        if words[at] != whole:
            place = Span(starts[at], starts[at] + len(words[at]))
            yield from edits.rewrite(text, place, whole, RULE, "encoding")


def _telling(words: Sequence[str]) -> Sequence[int]:
    """Return which ``words`` of a line without entities tell ftfy anything: those not plain, and two on either side.

    It asks whether a line holds certain signs, and whether all of them can be written in a certain encoding. Plain
    words never change the answer, and going through them takes most of the time.
    """
    odd = [at for at, word in enumerate(words) if not (word.isascii() and word.isprintable())]
    return sorted({near for at in odd for near in range(at - 2, at + 3) if 0 <= near < len(words)})


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
