"""Chinese and Japanese punctuation that stayed in an English sentence: a wide comma, a wide bracket, a double dash."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.types import Document, Finding, Span, Strength

if TYPE_CHECKING:
    from cleaners.resources import Resources

_PLAIN = {
    "，": ",", "。": ".", "：": ":", "；": ";", "！": "!", "？": "?", "、": ",", "．": ".", "％": "%",
    "（": "(", "）": ")", "【": "[", "】": "]", "［": "[", "］": "]", "「": "“", "」": "”", "『": "‘", "』": "’",
    "《": "“", "》": "”", "〈": "‘", "〉": "’", "～": "~", "——": "—", "……": "…", "·": " ",
}  # fmt: skip
_SURE = frozenset("，。：；！？、．《》") | {"——"}
"""Nobody who types English has these on the keyboard; brackets and waves also decorate titles of songs and shows."""
_WIDE = "，。：；！？、．％（）【】［］「」『』《》〈〉～"
_NOT_ASCII_MARK = re.compile("[—…·\u3001-\u3011\uff01-\uff5e]")
_MARK = re.compile(f"[{_WIDE}](?: ?[{_WIDE}])*|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+|—{{2,}}|…{{2,}}|·")
_SKIP = frozenset(_WIDE + " \u3000—…·*_`\"'“”‘’()[].,:;!?")
_SENTENCE_MARKS = frozenset("，。：；！？、")
_CJK = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_LONGEST = 40
_REACH = 12
"""How far to look past quotes, brackets and spaces for the letter that tells which script the mark stands in."""


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield wide marks that touch Latin text; those within a foreign phrase or a foreign line belong there."""
    text = document.text
    if text.isascii() or not _NOT_ASCII_MARK.search(text):
        return
    language = "ja" if _KANA.search(text) else "zh"
    for match in _MARK.finditer(text):
        # A longer row of marks is a ruler or an ornament.
        if (
            len(match[0]) <= _LONGEST
            and _in_english(text, *match.span())
            and not _foreign_line(text, match.start())
        ):
            yield from _judge(text, match, language)


def _judge(text: str, match: re.Match[str], language: str) -> Iterator[Finding]:
    mark, span = match[0], Span(*match.span())
    if mark[0] in "—…":
        # One or two lines of dashes are a ruler; "Lady ——" hides a name; two dots of three are a long pause.
        if len(mark) == 2 and not _alone(text, span):
            rule = "fullwidth.double-dash" if mark[0] == "—" else "fullwidth.double-ellipsis"
            strength = Strength.STRONG if mark[0] == "—" else Strength.WEAK
            yield _finding(span, rule, "a doubled mark as Chinese writes it", mark, strength, "zh")
    elif mark == "·":
        if _between_names(text, span):
            said = "the dot that Chinese sets between the parts of a foreign name"
            yield _finding(span, "fullwidth.name-dot", said, mark, Strength.WEAK, "zh")
    else:
        strength = Strength.STRONG if _SURE & set(mark) else Strength.WEAK
        said = "punctuation of a Chinese or Japanese keyboard in an English sentence"
        if mark[0].isalnum():
            said = "letters or digits of a Chinese or Japanese keyboard in an English sentence"
        yield _finding(span, "fullwidth.mark", said, mark, strength, language)


def _finding(span: Span, rule: str, said: str, mark: str, strength: Strength, language: str) -> Finding:
    sure = 0.95 if strength is Strength.STRONG else 0.7
    plain = _PLAIN.get(mark)
    message = f"{said} ({mark})"
    return mqm.finding(
        span,
        rule,
        "fullwidth_punct",
        message,
        confidence=sure,
        strength=strength,
        source_language=language,
        suggestion=plain,
    )


def _in_english(text: str, start: int, end: int) -> bool:
    """Tell whether the nearest letters are not those of a foreign phrase that the mark belongs to."""
    near = (_neighbour(text, start, -1), _neighbour(text, end, 1))
    if any(c.isascii() and c.isalnum() for c in near):
        return True
    # A comma between signs and figures is still a Chinese one; a bracket there may be half of a face.
    return text[start] in _SENTENCE_MARKS and all(c == "" or c.isascii() for c in near) and near != ("", "")


def _neighbour(text: str, at: int, step: int) -> str:
    """Return the first letter, digit or other sign beyond quotes and spaces, on the same line; else ""."""
    at = at - 1 if step < 0 else at
    for _ in range(_REACH):
        if not 0 <= at < len(text) or text[at] == "\n":
            return ""
        if text[at] not in _SKIP:
            return text[at]
        at += step
    return ""


def _foreign_line(text: str, at: int) -> bool:
    """Tell whether the words around ``at`` are mostly Chinese, Japanese or Korean (English names inside or not)."""
    start = max(text.rfind("\n", 0, at) + 1, at - 60)
    end = text.find("\n", at, at + 60)
    around = text[start : at + 60 if end < 0 else end]
    return len(_CJK.findall(around)) * 4 > len(around)


def _alone(text: str, span: Span) -> bool:
    return not _neighbour(text, span.start, -1) or (
        text[span.start - 1 : span.start] == " " and text[span.end : span.end + 1] in {"", ".", ","}
    )


def _between_names(text: str, span: Span) -> bool:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return before.isalpha() and before.isascii() and after.isupper() and after.isascii()
