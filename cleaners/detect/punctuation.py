"""Spaces that are missing or too many around punctuation, and marks that no English sentence sets side by side."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect import signs
from cleaners.detect.words import word_list
from cleaners.types import Document, Finding, Span

if TYPE_CHECKING:
    from cleaners.resources import Resources

# Each pattern starts with the mark itself, so that the engine skips everything else; what stands before it is looked
# at afterwards.
_NO_SPACE = re.compile(
    r"[.?!,;:](?:(?<=[.?!])(?=[A-Z][a-z]{0,20}[ ,'’])|(?<=[,;])(?=[A-Za-z]{2})"
    r"|(?<=:)(?=[A-Z][a-z]{1,20}[ ,'’]|[“\"][A-Z]))"
)
_DOUBLED = re.compile(r"[,;:?!.] {0,2}[,;:.]")
_TIGHT = tuple((mark, re.compile(rf"\{mark}(?=[A-Za-z“\"]| {{0,2}}[,;:.])")) for mark in ",;:?!.")
"""Where one of the two above may be, a mark at a time: the engine runs to one sign far faster than to any of six."""
_CLOSED = re.compile(
    r"\)(?=(?:and|is|was|are|were|has|have|had|the|of|to|in|for|that|which|with|on|at|by|from|as|will|can)\b)"
)
_OPENED = re.compile(
    r"\((?=[A-Za-z]{1,20}[ -][A-Za-z]{2}|[A-Z]\w{1,20}\)"
    r"|(?:sweat|laughs?|laughing|smiles?|smiling|cry|cries|crying|tears|doge|shy|awkward|funny|escape|dizzy|lol)\))"
)
_SENTENCE_GLUED = re.compile(r"T(?=h)(?<=[a-z]T)h(?:e|is|ese|ey|ere) (?=[a-z])")
_SPACED = tuple((mark, re.compile(rf"\{mark}(?<= .)(?=[ \n]|$)")) for mark in ",.;:!?")
_INSIDE = (("(", re.compile(r"\( (?=[A-Za-z])")), (")", re.compile(r" \)(?<=[A-Za-z] \))")))
_ODD_PAIRS = frozenset({",.", ",,", ",;", ";,", ";.", ":,", ":.", ",:", "?.", "!.", "..", ".;", ".:"})
_NO_WORD = re.compile(r"[\s,;:()]")
_WORD_AFTER = re.compile(r"[“\"]?[A-Za-z0-9]{1,30}")
_PROSE_WORD = re.compile(r"[\"“‘(']?[A-Za-z]?[a-z'’-]{0,39}[a-z]{2}[)\"”’]?\Z")
_CODE_SIGNS = frozenset(",.:;_/=<>@#$(){}[]|\\&*")


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield missing and stray spaces and doubled marks; weak all of them, since people mistype too."""
    text = document.text
    tight = sorted(m.start() for mark, tight in _TIGHT if mark in text for m in tight.finditer(text))
    yield from _missing_after(text, tight)
    yield from _missing_between_lines(text)
    yield from _missing_at_brackets(text)
    yield from _doubled(text, tight)
    yield from signs.found(text, "punctuation")
    if document.language.code != "fr":
        yield from _stray(text)


def _missing_after(text: str, tight: list[int]) -> Iterator[Finding]:
    for at in tight:
        if not _NO_SPACE.match(text, at):
            continue
        before = _before(text, at)
        if _is_item(text, at, before) or _is_prose(
            before, text[at], text[at + 1 : at + 60].split(maxsplit=1)[0]
        ):
            span = Span(at - len(before), _word_end(text, at + 1))
            mended = text[span.start : at + 1] + " " + text[at + 1 : span.end]
            yield _finding(span, "no-space", f"no space after “{text[at]}”", suggestion=mended)


def _is_item(text: str, at: int, before: str) -> bool:
    """Tell "1.Open" of a list from "3.Com": a figure of one or two digits and a full stop begin the line."""
    start = at - len(before)
    return text[at] == "." and before.isdigit() and len(before) < 3 and text[start - 1 : start] in ("", "\n")


def _missing_between_lines(text: str) -> Iterator[Finding]:
    """Yield "the firmThe": a word that ran into the next sentence where a line's end was lost."""
    for match in _SENTENCE_GLUED.finditer(text):
        before = _before(text, match.start())
        if len(before) > 2 and before.islower() and before.isalpha():
            span = Span(match.start() - len(before), match.end() - 1)
            mended = f"{before}. {match[0][:-1]}"
            yield _finding(span, "no-space-line", "two sentences ran into one word", suggestion=mended)


def _is_prose(before: str, mark: str, after: str) -> bool:
    """Tell words of prose from ``example.Com``, ``foo.Bar``, ``std:Foo`` and lists such as ``a,b,c``."""
    if not before or _CODE_SIGNS & set(after[:-1]):
        return False
    word = after.rstrip(".,").lower()
    common = word in {"the", "a", "an"} or word in word_list("never_names")
    if not _PROSE_WORD.match(before):
        # "In 2019,the firm": after a figure only a common word is sure, and "3.the" is an item.
        return common and ((mark in ",;" and before[-1].isdigit()) or (mark in ",;." and before[-1] in "%)"))
    if mark == ".":
        # "Cursor.Directory" is a name; "Bangkok.The" is two sentences.
        return common or before[0].islower()
    return mark != ":" or len(before) > 2


def _missing_at_brackets(text: str) -> Iterator[Finding]:
    for match in _OPENED.finditer(text):
        before = _before(text, match.start())
        if _PROSE_WORD.match(before) and ")" in text[match.end() : match.end() + 120]:
            span = Span(match.start() - len(before), match.end())
            yield _finding(span, "no-space-bracket", "no space before the bracket", suggestion=f"{before} (")
    for match in _CLOSED.finditer(text):
        # "(re)in" and "(s)he" have no space inside; a remark has.
        opened = text.rfind("(", max(0, match.start() - 80), match.start())
        if opened >= 0 and " " in text[opened : match.start()]:
            span = Span(match.start(), _word_end(text, match.end()))
            mended = f") {text[match.end() : span.end]}"
            yield _finding(span, "no-space-bracket", "no space after the bracket", suggestion=mended)


def _doubled(text: str, tight: list[int]) -> Iterator[Finding]:
    end = 0
    for at in tight:
        match = _DOUBLED.match(text, at) if at >= end else None
        if match is None:
            continue
        end = match.end()
        pair = match[0].replace(" ", "")
        if pair in _ODD_PAIRS and not _longer_run(text, match) and not _is_fine_before(text, match):
            message = f"two marks where one belongs ({match[0]})"
            yield _finding(Span(*match.span()), "doubled", message, "space_punct")


def _longer_run(text: str, match: re.Match[str]) -> bool:
    """Tell a pause of three dots or more, spaced or not, and signs of code from a doubled mark."""
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 2]
    return any(c in before + after for c in ".…/:=;)") or after[:1].isalnum()


def _is_fine_before(text: str, match: re.Match[str]) -> bool:
    """Tell "Inc.," and "U.S.," and the end of a character's code ("&gt;,") from a doubled mark."""
    word = _before(text, match.start()).lower()
    if match[0][0] == "." and (word in word_list("abbreviations") or len(word) < 2 or "." in word):
        return True
    return not word or "&" in word


def _stray(text: str) -> Iterator[Finding]:
    for at in sorted(m.start() for mark, spaced in _SPACED if mark in text for m in spaced.finditer(text)):
        before = _before(text, at - 1)
        if before[-1:].isalnum() and text[at + 1 : at + 3] not in {" )", " (", " ."}:
            span = Span(at - 1 - len(before), at + 1)
            mended = before + text[at]
            said = f"a space before “{text[at]}”"
            yield _finding(span, "space-before", said, "space_punct", mended)
    for sign, pattern in _INSIDE:
        for match in pattern.finditer(text) if sign in text else ():
            said = "a space inside the brackets"
            yield _finding(Span(*match.span()), "space-inside", said, "space_punct", match[0].strip())


def _before(text: str, at: int) -> str:
    """Return the run of letters and signs that ends at ``at``, or ""."""
    return _NO_WORD.split(text[max(0, at - 40) : at])[-1]


def _word_end(text: str, at: int) -> int:
    word = _WORD_AFTER.match(text, at)
    return word.end() if word else at


def _finding(
    span: Span, rule: str, message: str, kind: str = "nospace_punct", suggestion: str | None = None
) -> Finding:
    return mqm.finding(span, f"punctuation.{rule}", kind, message, confidence=0.6, suggestion=suggestion)
