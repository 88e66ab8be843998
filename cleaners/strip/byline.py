"""Who wrote it, when, where and after what: read from the lines that were removed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cleaners.strip.dates import find_date
from cleaners.types import Edit

_ADDRESS = re.compile(r"https?://[^\s<>\"'，。、）)\]]+")
_PIECES = re.compile(r"\s[|•·–—/]\s|\s{2,}|[|•·｜]|\n")
# What stands before an author's name, in the languages of cues/; "by" alone only at the start of a line.
_AUTHOR = re.compile(
    r"(?:^|(?<=\s))(?:(?:(?:written|posted|published|reported|story|words|text) )?by|authors?|writer|reporter|von"
    r"|autor(?:in|a|e|ka)?|text|par|auteure?|rédigé par|por|escrito por|di|scritto da|a cura di|door|geschreven door"
    r"|av|af|skrevet av|przez|автор|текст|作者|记者|記者|撰文|著者|執筆|文|글쓴이|글|기자|작성자)"
    r"(?:\s?[:：／/=]\s?|\s+(?=[^\W\d_]))",
    re.IGNORECASE,
)
_POST = re.compile(r"\s*(?:기자|記者|记者|특파원)$")
_LABEL = re.compile(
    r"(?:published|posted|updated|last updated|publié le|mis à jour|veröffentlicht|aktualisiert|stand|publicado"
    r"|actualizado|pubblicato|aggiornato|atualizado|опубликовано|обновлено|发布时间|发表于|更新时间|更新日|公開日"
    r"|입력|승인|수정|on|le|am|el|il|em|op)\s?[:：]?\s*$",
    re.IGNORECASE,
)
_PART = r"[^\W\d_][\w.'’-]*"
_NAME = re.compile(
    rf"{_PART}(?:[ ·・]{_PART}){{0,4}}(?:(?:, | and | und | et | y | e | & ){_PART}(?: {_PART}){{0,3}}){{0,3}}"
)
_SOURCE_KINDS = frozenset({"source_link", "reference", "reprint"})
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Metadata:
    """What the removed lines tell: ``published`` is an ISO date when that is sure, else as it was written."""

    author: str | None = None
    published: str | None = None
    outlet: str | None = None
    source_urls: tuple[str, ...] = ()


def metadata(text: str, edits: Iterable[Edit]) -> Metadata:
    """Return author, date, outlet and source addresses from what ``edits`` remove of ``text``."""
    author = published = outlet = None
    addresses: dict[str, None] = {}
    for edit in edits:
        line = text[edit.span.start : edit.span.end].strip()
        if edit.kind in _SOURCE_KINDS:
            addresses |= dict.fromkeys(match.rstrip(".,;") for match in _ADDRESS.findall(line))
        if edit.kind == "byline" and len(line) < 200:
            author = author or _author(line)
            published = published or _published(line)
            outlet = outlet or _outlet(line)
    return Metadata(author, published, outlet if outlet != author else None, tuple(addresses))


def _published(line: str) -> str | None:
    """Return the date in a byline."""
    dated = find_date(line)
    return (dated.iso or line[dated.start : dated.end].strip()) if dated else None


def _undated(line: str) -> str:
    """Return a byline up to its date, without a label such as "Published"."""
    dated = find_date(line)
    return _LABEL.sub("", line[: dated.start]).strip(" ,|•·–—-:：(（") if dated else line


def _author(line: str) -> str | None:
    """Return the name after "By", "Author:", "Von", "作者：" or before "기자"."""
    match = _AUTHOR.search(line)
    rest = _undated(_PIECES.split(line[match.end() :])[0]) if match else ""
    if not match and _POST.search(_undated(line)):
        rest = _POST.sub("", _undated(line))
    name = _NAME.match(rest)
    return name[0].strip(" ,.") if name and len(name[0]) > 1 else None


def _outlet(line: str) -> str | None:
    """Return a line of the byline that is neither a name nor a date: the outlet's."""
    if _AUTHOR.search(line) or find_date(line) or _DIGIT.search(line) or len(line) > 40:
        return None
    return line
