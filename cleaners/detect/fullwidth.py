"""Chinese and Japanese punctuation in an English sentence: a wide comma, a wide bracket, a double dash."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect.scripts import CJK, KANA, beyond_latin
from cleaners.patterns import compiled
from cleaners.types import Document, Finding, Span, Strength

if TYPE_CHECKING:
    from cleaners.resources import Resources

_WIDE = "，。：；！？、．％（）【】［］「」『』《》〈〉～〜・－／＋＝＆＠＊＂＇｜"
_PLAIN = dict(zip(_WIDE, ",.:;!?,.%()[][]“”‘’“”‘’~~·-/+=&@*\"'|", strict=True))
_SURE = frozenset("，。：；！？、．《》")
"""Nobody who types English has these on the keyboard; brackets and waves also decorate titles of songs and shows."""
_SURE_WHEN_TIGHT = frozenset("（）％［］－／＋＝＆＠＊＂＇")
_JAPANESE = frozenset("「」『』〜・")
"""Mainland Chinese has other quotation marks and no such dots."""
_SENTENCE_MARKS = frozenset("，。：；！？、")
_MARK = f"[{_WIDE}](?: ?[{_WIDE}])*|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"
_DOUBLED = re.compile("—{2,}|…{2,}")
_LONGEST = 40
_PASSED = frozenset(_WIDE + " \u3000—…·*_`\"'“”‘’()[].,:;!?")
"""What lies between a mark and the letter that tells which script the mark stands in."""
_REACH = 12


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield wide and doubled marks beside Latin text; those within a foreign phrase or line belong there."""
    text = document.text
    if "——" in text or "……" in text:
        yield from _doubled(text)
    if "·" in text:
        yield from _name_dots(text)
    if beyond_latin(text):
        yield from _wide(text)


def _wide(text: str) -> Iterator[Finding]:
    chinese = "，" in text or "《" in text
    japanese = compiled(KANA).search(text) or (not chinese and not _JAPANESE.isdisjoint(text))
    language = "ja" if japanese else "zh"
    for match in compiled(_MARK).finditer(text):
        mark = match[0]
        # A longer row of marks is a ruler or an ornament.
        if len(mark) > _LONGEST or not _in_english(text, *match.span()) or _foreign_line(text, match.start()):
            continue
        said = "letters or digits" if mark[0].isalnum() else "punctuation"
        sure = _SURE & set(mark) or (mark in _SURE_WHEN_TIGHT and _tight(text, *match.span()))
        strength = Strength.STRONG if sure else Strength.WEAK
        message = f"{said} of a Chinese or Japanese keyboard in an English sentence ({mark})"
        yield _finding(Span(*match.span()), "mark", message, strength, language, _plain(text, match))


def _plain(text: str, match: re.Match[str]) -> str | None:
    """Return the English mark with the space that Chinese leaves out, or None for a row of marks."""
    mark = _PLAIN.get(match[0])
    if mark is None:
        return None
    before = " " if mark in "([“‘" and text[match.start() - 1 : match.start()].isalnum() else ""
    after = " " if mark in ",.:;!?)]”’" and text[match.end() : match.end() + 1].isalnum() else ""
    return before + mark + after


def _tight(text: str, start: int, end: int) -> bool:
    """Tell "1）" and "（GPU" from the brackets of a face."""
    beside = (text[start - 1 : start], text[end : end + 1])
    return any(c.isascii() and c.isalnum() for c in beside)


def _doubled(text: str) -> Iterator[Finding]:
    for match in _DOUBLED.finditer(text):
        # A longer row is a ruler; "Lady —— was" hides a name; nothing before it makes it a signature.
        if len(match[0]) == 2 and text[match.start() - 1 : match.start()].strip() and match.start():
            dash = match[0][0] == "—"
            strength = Strength.STRONG if dash else Strength.WEAK
            message = f"a doubled mark as Chinese writes it ({match[0]})"
            rule = "double-dash" if dash else "double-ellipsis"
            yield _finding(Span(*match.span()), rule, message, strength, "zh", match[0][0])


def _name_dots(text: str) -> Iterator[Finding]:
    at = text.find("·")
    while at >= 0:
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if before.isascii() and before.islower() and after.isascii() and after.isupper():
            message = "the dot that Chinese sets between the parts of a foreign name (·)"
            yield _finding(Span(at, at + 1), "name-dot", message, Strength.WEAK, "zh", " ")
        at = text.find("·", at + 1)


def _finding(
    span: Span, rule: str, message: str, strength: Strength, language: str, suggestion: str | None
) -> Finding:
    return mqm.finding(
        span,
        f"fullwidth.{rule}",
        "fullwidth_punct",
        message,
        confidence=0.95 if strength is Strength.STRONG else 0.7,
        strength=strength,
        source_language=language,
        suggestion=suggestion,
    )


def _in_english(text: str, start: int, end: int) -> bool:
    """Tell whether the nearest letters are not those of a foreign phrase that the mark belongs to."""
    if compiled(CJK).match(text, start - 1) and not (
        text[end : end + 1].isascii() and text[end : end + 1].isalnum()
    ):
        # It closes the foreign phrase: "The sign read 请勿吸烟。 Nobody looked."
        return False
    near = (_neighbour(text, start, -1), _neighbour(text, end, 1))
    if any(c.isascii() and c.isalnum() for c in near):
        return True
    # A comma between signs and figures is still a Chinese one; a bracket there may be half of a face.
    return text[start] in _SENTENCE_MARKS and all(c.isascii() for c in near) and near != ("", "")


def _neighbour(text: str, at: int, step: int) -> str:
    """Return the first letter, digit or other sign beyond quotes and spaces, on the same line; else ""."""
    at = at - 1 if step < 0 else at
    for _ in range(_REACH):
        if not 0 <= at < len(text) or text[at] == "\n":
            return ""
        if text[at] not in _PASSED:
            return text[at]
        at += step
    return ""


def _foreign_line(text: str, at: int) -> bool:
    """Tell whether the words around ``at`` are mostly Chinese, Japanese or Korean, English names aside."""
    start = max(text.rfind("\n", max(0, at - 60), at) + 1, at - 60, 0)
    end = text.find("\n", at, at + 60)
    around = text[start : at + 60 if end < 0 else end]
    return len(compiled(CJK).findall(around)) * 4 > len(around)
