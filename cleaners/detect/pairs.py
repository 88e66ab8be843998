"""Signs that come in pairs, with their space on the wrong side or none: said" so "to, use`this`now, is**so**good.

Chinese sets no spaces around them; in a line every other sign opens. Asked only of what surely is a translation.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleaners import mqm
from cleaners.types import Finding, Span, Strength, lines


class Sign(NamedTuple):
    """One sign of a pair: where it is, and the characters outside and inside of the pair beside it."""

    span: Span
    closes: bool
    outside: str
    inside: str


_NO_QUOTES = re.compile(r"\d\"|=\"|\"\"")
"""Inches, attributes and empty strings: such marks do not open and close in turn."""
_OPENS = re.compile(r"(?<= )\"[A-Za-z][\w'’-]{0,20}(?= )")
_OTHER_CLOSE = re.compile(r"[“”]|['’](?=[\s.,;:]|\Z)")
_FAR = 3000
"""So many characters on, another lonely mark closes no quotation."""
_PLURAL = re.compile(r"(?:s|es|ed|ing|d)\b")
_ENDS = frozenset(".?!")


def found(text: str) -> Iterator[Finding]:
    """Yield straight quotation marks, inline code and bold type with a space too few or on the wrong side."""
    for quote in _signs(text, '"'):
        # A sentence that ends in the quotation is looked at by `punctuation`.
        if quote.inside == " " or (quote.outside.isalpha() and quote.inside not in _ENDS):
            said = "a quotation mark with its space on the wrong side"
            yield _slip(quote, "space", "punct_quote", said)
    yield from _unclosed(text)
    yield from _spaced_code(text)
    for sign, name in (("`", "code"), ("**", "bold type")):
        for mark in _signs(text, sign):
            # Two `Lamp`s are a plural.
            if mark.outside.isalpha() and mark.inside != " " and not _PLURAL.match(text, mark.span.end):
                yield _slip(mark, "glued", "nospace_punct", f"no space beside {name}")


def _unclosed(text: str) -> Iterator[Finding]:
    """Yield the only quotation mark of a paragraph, where it opens; a quotation of several paragraphs has more."""
    if '"' not in text:
        return
    odd = [line for line in lines(text) if line.text.count('"') % 2]
    starts = [-_FAR, *(line.start for line in odd), len(text) + _FAR]
    for line, before, after in zip(odd, starts, starts[2:], strict=False):
        alone = line.text.count('"') == 1 and line.text[-1] in _ENDS and not _NO_QUOTES.search(line.text)
        opens = _OPENS.search(line.text) if alone and not _OTHER_CLOSE.search(line.text) else None
        if opens and line.start - before >= _FAR and after - line.start >= _FAR:
            span, said = (
                Span(line.start + opens.start(), line.start + opens.end()),
                "a quotation that never ends",
            )
            yield mqm.finding(
                span, "pairs.open", "punct_quote", said, confidence=0.6, strength=Strength.LOOSE
            )


def _spaced_code(text: str) -> Iterator[Finding]:
    """Yield inline code with a space inside both of its ticks."""
    ticks = list(_signs(text, "`"))
    for opens, closes in zip(ticks[::2], ticks[1::2], strict=True):
        if opens.inside == closes.inside == " " and closes.span.start - opens.span.end > 2:
            span, said = Span(opens.span.start, closes.span.end), "code with spaces inside its ticks"
            yield mqm.finding(
                span, "pairs.spaced", "markup_damage", said, confidence=0.6, strength=Strength.LOOSE
            )


def _signs(text: str, sign: str) -> Iterator[Sign]:
    """Yield each ``sign`` of the lines that hold an even number of it."""
    for line in lines(text) if sign in text else ():
        if sign not in line.text:
            continue
        starts = [match.start() for match in re.finditer(re.escape(sign), line.text)]
        if len(starts) % 2 or (sign == '"' and _NO_QUOTES.search(line.text)):
            continue
        for place, start in enumerate(starts):
            end, closes = start + len(sign), place % 2 == 1
            before, after = line.text[start - 1 : start], line.text[end : end + 1]
            beside = (after, before) if closes else (before, after)
            yield Sign(Span(line.start + start, line.start + end), closes, *beside)


def _slip(sign: Sign, rule: str, kind: str, message: str) -> Finding:
    # With the letter outside: what lies within code is never judged.
    start, end = sign.span
    beside, within = sign.outside.isalpha(), sign.inside == " "
    low, high = (beside, within) if not sign.closes else (within, beside)
    span = Span(start - low, end + high)
    return mqm.finding(span, f"pairs.{rule}", kind, message, confidence=0.6, strength=Strength.LOOSE)
