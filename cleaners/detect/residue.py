"""What was left untranslated in an English text: words in another script, signs and smiles of another keyboard."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect import signs
from cleaners.detect.scripts import KANA, beyond_latin
from cleaners.patterns import compiled
from cleaners.types import Document, Finding, Severity, Span, Strength

if TYPE_CHECKING:
    from cleaners.resources import Resources

_SCRIPTS = (
    ("ja", "Japanese", "\u3041-\u3096\u30a1-\u30fa\u30fc"),
    ("ko", "Korean", "\uac00-\ud7a3\u3131-\u318e"),
    ("zh", "Chinese", "\u3400-\u4dbf\u4e00-\u9fff"),
    ("uk", "Ukrainian", "іїєґІЇЄҐ"),
    ("ru", "Russian", "\u0400-\u0481\u048a-\u052f"),
    ("ar", "Arabic", "\u0620-\u064a"),
    ("th", "Thai", "\u0e01-\u0e3a\u0e40-\u0e4e"),
    ("he", "Hebrew", "\u05d0-\u05ea"),
    ("hi", "Hindi", "\u0904-\u0939"),
)
_ANY = "".join(letters for _code, _name, letters in _SCRIPTS)
_WORD = f"[{_ANY}]{{1,400}}"
_JOINED = r"[ ,.:;!?·，。、：；！？《》“”‘’「」『』（）()/&+\d-]{1,3}"
_OPENING = "([（【“\"'‘«「『《<"
# What shows that the writer speaks about the word, or names it, on purpose.
_LANGUAGE = "Chinese|Japanese|Korean|Russian|Ukrainian|Arabic|Hebrew|Thai|Hindi"
_TALKS_ABOUT = (
    r"character|kanji|hanzi|pinyin|kana\b|hangul|cyrillic|mandarin|cantonese|pronounc|romani[sz]|translit|translat|spelled"
    r"|written|literally|mean(?:s|ing)|known as"
    rf"|(?:word|phrase|term|slogan|name|sign|in|called) (?:for|of|is|{_LANGUAGE})"
    r"|:\s?$"
)
_SMILE = re.compile(r"\)\)(?<=[a-z.!?,]\)\))\){0,8}(?=\s|$)")
_NAME_BEFORE = re.compile(r"[a-z] \Z")
_NAME_AFTER = re.compile(r" [A-Z][a-z]")
_CREDIT = re.compile(r"\s?[:：] ?[A-Z@]")
_GOES_ON = re.compile(r" [a-z]{2,12} [a-z]")
_GLOSSED = re.compile(r"\s*(?:[(（][^()（）\d]{1,50}[)）\[(]|[–—/=-] )")
_UNIT_BEFORE = re.compile(r"\d ?\Z")
_LONGEST_UNIT = 4
_LONGEST_REMARK = 300
_ASIDES = frozenset(
    {"笑", "爆笑", "苦笑", "汗", "泣", "涙", "泪", "怒", "照", "捂脸", "狗头", "手动狗头", "大笑", "哭"}
)
"""What Chinese and Japanese writers set in brackets after a joke."""
BILINGUAL = 0.15
"""From this share of the letters on, a text is in two languages by design."""


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield words in another script that neither gloss, quote nor explain anything, and signs that no English has."""
    text = document.text
    yield from signs.found(text, "residue")
    yield from _smiles(text)
    if beyond_latin(text):
        yield from _words(text)


def _smiles(text: str) -> Iterator[Finding]:
    """Yield two closing brackets or more after words that hold no opening one; ``:))`` has eyes and is a face."""
    for smile in _SMILE.finditer(text) if ")" in text else ():
        if text.rfind("(", max(0, smile.start() - _LONGEST_REMARK), smile.start()) < 0:
            yield mqm.finding(
                Span(*smile.span()),
                "residue.smile",
                "residue",
                "closing brackets that open nowhere: a smile as Russian chat writes it",
                confidence=0.7,
                source_language="ru",
            )


def _words(text: str) -> Iterator[Finding]:
    found = list(runs(text))
    if sum(end - start for start, end in found) > BILINGUAL * len(text):
        return
    for span in found:
        if is_aside(text, span) or not on_purpose(text, span):
            yield finding(text, span, kana=compiled(KANA).search(text) is not None)


def runs(text: str) -> Iterator[Span]:
    """Yield foreign words, joined over the spaces and marks between them."""
    start = end = -1
    for match in compiled(_WORD).finditer(text):
        if start >= 0 and match.start() - end <= 3 and compiled(_JOINED).fullmatch(text, end, match.start()):
            end = match.end()
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = match.span()
    if start >= 0:
        yield Span(start, end)


def is_aside(text: str, span: Span) -> bool:
    """Tell a laugh in brackets from a gloss."""
    beside = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return text[span.start : span.end] in _ASIDES and beside in (("(", ")"), ("（", "）"))


def on_purpose(text: str, span: Span) -> bool:
    """Tell whether the writer quotes, glosses or speaks of the foreign word at ``span``."""
    run = text[span.start : span.end]
    # One kana or letter alone is a face or an ornament (ツ, の, Д); laughing letters are no words either.
    # The first letter of "Тhanos" is Russian.
    if len(run) == 1 and not "\u4e00" <= run <= "\u9fff":
        return not (run.isupper() and text[span.end : span.end + 2].isalpha() and text[span.end].isascii())
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 60]
    before, after = before[before.rfind("\n") + 1 :], after.split("\n", 1)[0]
    if _is_unit(text, span) and not _quoted(before):
        return False
    # "(图源: a firm)" names the source of a picture, and "Noise: 右下角 has a little" goes on in English.
    if before[-1:] in ("(", "（") and _CREDIT.match(after):
        return False
    talks_about = compiled(_TALKS_ABOUT, re.IGNORECASE)
    if before.rstrip()[-1:] in (":", "：") and _GOES_ON.match(after) and not talks_about.search(after):
        return False
    return _quoted(before) or _gloss(before, after) or any(map(talks_about.search, (before, after)))


def _quoted(before: str) -> bool:
    return before.rstrip(" 0123456789")[-1:] in tuple(_OPENING)


def _gloss(before: str, after: str) -> bool:
    """Tell ``Weibo (Chinese: 微博)``, ``微博 (Weibo)`` and a list's ``微博 - Weibo`` from a leftover."""
    bracket = max(before.rfind("("), before.rfind("（"))
    inside = bracket > max(before.rfind(")"), before.rfind("）"))
    if inside and _NAME_BEFORE.search(before) and _NAME_AFTER.match(after):
        inside = False  # "(Reporter: Anna Lind 通讯员 John Berg)": no gloss stands between two names
    # A menu of languages: "English | 中文"; "文 | Anna Lind" names the author.
    listed = before.rstrip()[-1:] in {"|", "•"} or (after.lstrip()[:1] in {"|", "•"} and bool(before.strip()))
    return inside or listed or bool(_GLOSSED.match(after))


def finding(text: str, span: Span, *, kana: bool) -> Finding:
    """Return the finding of foreign words at ``span``; with ``kana`` in the text, Han letters are Japanese."""
    run = text[span.start : span.end]
    code, name = next((c, n) for c, n, letters in _SCRIPTS if compiled(f"[{letters}]").search(run))
    if code == "zh" and kana:
        code, name = "ja", "Japanese"
    glued = _is_latin(text[span.start - 1 : span.start]) or _is_latin(text[span.end : span.end + 1])
    glued = glued or _is_unit(text, span)
    return mqm.finding(
        span,
        "residue.script",
        "residue",
        f"{name} text was left untranslated",
        severity=Severity.MAJOR,
        confidence=0.9 if glued else 0.7,
        strength=Strength.STRONG if glued else Strength.WEAK,
        source_language=code,
    )


def _is_unit(text: str, span: Span) -> bool:
    """Tell "300 мс": a unit that stands behind its figure in an English sentence."""
    short = span.end - span.start <= _LONGEST_UNIT
    return short and bool(_UNIT_BEFORE.search(text, max(0, span.start - 2), span.start))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
