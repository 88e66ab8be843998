"""Spaces that are missing or too many around punctuation, and marks that no English sentence sets side by side."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.types import Document, Finding, Span

if TYPE_CHECKING:
    from cleaners.resources import Resources

# Each pattern starts with the mark itself, so that the engine skips everything else; what stands before is
# looked at afterwards.
_STOP = re.compile(r"[.?!](?=[A-Z][a-z]{0,20}[ ,'’])")
_COMMA = re.compile(r"[,;](?=[A-Za-z]{2})")
_COLON = re.compile(r"[:](?=[A-Z][a-z]{1,20}[ ,'’]|[“\"][A-Z])")
_CLOSED = re.compile(
    r"\)(?=(?:and|is|was|are|were|has|have|had|the|of|to|in|for|that|which|with|on|at|by|from|as|will|can)\b)"
)
_OPENED = re.compile(r"\((?=[A-Za-z]{1,20}[ -][A-Za-z]{2})")
_SPACED = re.compile(r" [,.;:!?](?=[ \n]|$)")
_INSIDE = re.compile(r"\( (?=\w)| \)")
_DOUBLED = re.compile(r"[,;:?!.] {0,2}[,;:.]")
_ODD_PAIRS = frozenset({",.", ",,", ",;", ";,", ";.", ":,", ":.", ",:", "?.", "!.", "..", ".;", ".:"})
_WORD_BEFORE = re.compile(r"[^\s,;:()]{1,40}\Z")
_NAME = re.compile(r"[A-Za-z0-9]{1,30}")
_PROSE_WORD = re.compile(r"[\"“‘(']?[A-Za-z]?[a-z'’-]*[a-z]{2}[)\"”’]?\Z")
_ABBREVIATED = frozenset(
    [
        "etc",
        "vs",
        "inc",
        "ltd",
        "co",
        "corp",
        "jr",
        "sr",
        "st",
        "dr",
        "mr",
        "mrs",
        "ms",
        "no",
        "approx",
        "al",
        "dept",
        "est",
        "ave",
        "rd",
        "vol",
        "cf",
        "a.m",
        "p.m",
        "u.s",
        "u.k",
        "e.g",
        "i.e",
    ]
)


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield missing and stray spaces and doubled marks; weak all of them, since people mistype too."""
    text = document.text
    yield from _missing_after(text)
    yield from _missing_at_brackets(text)
    yield from _doubled(text)
    if document.language.code != "fr":
        yield from _stray(text)


def _missing_after(text: str) -> Iterator[Finding]:
    for pattern in (_STOP, _COMMA, _COLON):
        for match in pattern.finditer(text):
            at = match.start()
            before = _WORD_BEFORE.search(text, max(0, at - 40), at)
            if before and _is_prose(text, before[0], at):
                end = _word_end(text, at + 1)
                yield _finding(
                    Span(before.start(), end), "punctuation.no-space", f"no space after “{text[at]}”"
                )


def _is_prose(text: str, before: str, at: int) -> bool:
    """Tell whether a whole word of prose stands before ``at``: not ``example.Com``, ``x,y`` or ``std:Foo``."""
    rest = text[at + 1 : at + 60].split(maxsplit=1)
    after = rest[0] if rest else ""
    if not _PROSE_WORD.match(before) or (before[:1].islower() and text[at] == ":" and len(before) < 3):
        return False
    # A further sign inside the same run of letters makes it code, a path or a list such as a,b,c.
    return not any(c in after[:-1] for c in ",:;_/=<>@#$(){}[]|\\&*") and "." not in after[:-1]


def _missing_at_brackets(text: str) -> Iterator[Finding]:
    for match in _OPENED.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
        if before and _PROSE_WORD.match(before[0]) and ")" in text[match.end() : match.end() + 120]:
            span = Span(before.start(), match.end())
            yield _finding(span, "punctuation.no-space-bracket", "no space before the bracket")
    for match in _CLOSED.finditer(text):
        if text.rfind(" ", max(0, match.start() - 80), match.start()) >= 0:
            end = _word_end(text, match.end())
            span = Span(match.start(), end)
            yield _finding(span, "punctuation.no-space-bracket", "no space after the bracket")


def _doubled(text: str) -> Iterator[Finding]:
    for match in _DOUBLED.finditer(text):
        pair = match[0].replace(" ", "")
        if pair not in _ODD_PAIRS or _longer_run(text, match) or _ends_abbreviation(text, match):
            continue
        span = Span(*match.span())
        kind = "fullwidth_punct" if "。" in match[0] else "space_punct"
        yield _finding(span, "punctuation.doubled", f"two marks where one belongs (“{match[0]}”)", kind)


def _longer_run(text: str, match: re.Match[str]) -> bool:
    """Tell a pause of three dots or more, spaced or not, and signs of code from a doubled mark."""
    around = text[max(0, match.start() - 2) : match.start()] + "|" + text[match.end() : match.end() + 2]
    return any(c in around for c in ".…/:=;)") or text[match.end() : match.end() + 1].isalnum()


def _ends_abbreviation(text: str, match: re.Match[str]) -> bool:
    before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
    word = before[0].lower() if before else ""
    # "&gt;," is a character's code; "Inc.," and "U.S.," are as they should be.
    return (
        not before
        or "&" in word
        or (match[0][0] == "." and (word in _ABBREVIATED or len(word) < 2 or "." in word))
    )


def _stray(text: str) -> Iterator[Finding]:
    for match in _SPACED.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
        if before and before[0][-1].isalnum() and text[match.end() : match.end() + 2] not in {" )", " ("}:
            span = Span(before.start(), match.end())
            yield _finding(span, "punctuation.space-before", f"a space before “{match[0][1]}”", "space_punct")
    for match in _INSIDE.finditer(text):
        beside = text[match.start() - 1 : match.start()] if match[0] == " )" else text[match.end()]
        if beside.isalpha():
            yield _finding(
                Span(*match.span()), "punctuation.space-inside", "a space inside the brackets", "space_punct"
            )


def _word_end(text: str, at: int) -> int:
    word = _NAME.match(text, at)
    return word.end() if word else at


def _finding(span: Span, rule: str, message: str, kind: str = "nospace_punct") -> Finding:
    return mqm.finding(span, rule, kind, message, confidence=0.6)
