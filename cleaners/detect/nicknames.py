"""Chinese nicknames that a machine left in pinyin instead of naming the person (Lao Ma, Xiaozha, Lei-zong).

The tables in ``data/nicknames.toml`` are written from knowledge of how Chinese writers address people.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect.pinyin import FINAL, INITIAL
from cleaners.detect.tables import table
from cleaners.types import Document, Finding, Severity, Span, Strength
from cleaners.words import vocabulary

if TYPE_CHECKING:
    from cleaners.resources import Resources

_PINYIN_WORD = re.compile(rf"(?:(?:{INITIAL})?(?:{FINAL})){{1,3}}", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[ -]([A-Z]\w{0,15})")
_PREVIOUS_WORD = re.compile(r"([A-Z]\w{0,15}\.?) $")
_HONORIFICS = frozenset({"Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Dr", "Dr."})


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield nicknames: Lao + the surname of one named in full is proof, titles and "little so-and-so" evidence."""
    yield from _prefixed(document.text)
    yield from _suffixed(document.text)


@cache
def _names(key: str) -> frozenset[str]:
    return frozenset(table("nicknames")[key].split())


@cache
def _known() -> frozenset[str]:
    return frozenset(table("nicknames")["known"]["names"])


@cache
def _prefix_pattern() -> re.Pattern[str]:
    words = sorted([*table("nicknames")["prefix"], *table("nicknames")["words"]], key=len, reverse=True)
    # Literal first letters in every branch let the engine skip what cannot start a match: three times faster.
    return re.compile(rf"({'|'.join(words)})(?:[ -]([A-Z][a-z]{{1,5}}))?(?![\w-])")


@cache
def _openings() -> dict[str, str]:
    """Return what each nickname of the first pattern opens with, by its first word in small letters."""
    words = (*table("nicknames")["prefix"], *table("nicknames")["words"])
    return {word.split()[0].lower(): word.split()[0] for word in words}


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(table("nicknames")["suffix"])


@cache
def _suffix_pattern() -> re.Pattern[str]:
    # "Wang Jie" with two capitals is a full name; only the hyphen or the small letter shows a nickname.
    return re.compile(rf"([A-Z][a-z]{{1,5}})[ -]({'|'.join(table('nicknames')['suffix'])})(?![\w-])")


def _prefixed(text: str) -> Iterator[Finding]:
    # "old" is in many a text, "Old" in few.
    if not any(_openings()[word] in text for word in vocabulary(text).intersection(_openings())):
        return
    for match in _prefix_pattern().finditer(text):
        (word, name), span = match.groups(), Span(*match.span())
        if not _free(text, span.start):
            continue
        if word in table("nicknames")["words"]:
            yield _nickname(
                text, Span(*match.span(1)), table("nicknames")["words"][word]["source"], sure=True
            )
        elif name and _is_name(name, word) and not _is_person(text, span):
            source, gloss = table("nicknames")["prefix"][word]
            sure = word == "Lao" and name not in _names("ambiguous") and _has_full_name(text, name)
            yield _nickname(text, span, f"{source}, {gloss}", sure=sure)


def _suffixed(text: str) -> Iterator[Finding]:
    if vocabulary(text).isdisjoint(_suffixes()):
        return
    for match in _suffix_pattern().finditer(text):
        span = Span(*match.span())
        if _free(text, span.start) and (match[1] in _names("surnames") or match[1] in _names("given")):
            source, gloss = table("nicknames")["suffix"][match[2]]
            yield _nickname(text, span, f"{source}, {gloss}", sure=False)


@lru_cache(maxsize=64)
def _has_full_name(text: str, name: str) -> bool:
    """Tell whether a text names somebody ``name`` in full; one who is Lao Zhao throughout has been named."""
    return re.search(rf"(?<![\w-])(?<!Lao ){name} [A-Z][a-z]", text) is not None


def _free(text: str, start: int) -> bool:
    """Tell whether the match is not the tail of a longer word, a handle or a path."""
    before = text[start - 1 : start]
    return not before.isalnum() and before not in ("-", "_", "@", "#", "/", "'", "’")


def _is_name(name: str, prefix: str) -> bool:
    if name in _names("surnames") or name in _names("ambiguous"):
        return True
    return prefix in ("Brother", "Sister", "Ah", "Uncle", "Aunt", "Xiao") and name in _names("given")


def _is_person(text: str, span: Span) -> bool:
    """Tell whether this is somebody's real name: known, or with another capitalised syllable beside it."""
    if text[span.start : span.end].replace("-", " ") in _known():
        return True
    following = _NEXT_WORD.match(text, span.end)
    if following and _PINYIN_WORD.fullmatch(following[1]):
        return True
    previous = _PREVIOUS_WORD.search(text, max(0, span.start - 18), span.start)
    return bool(previous and (previous[1] in _HONORIFICS or previous[1] in _names("surnames")))


def _nickname(text: str, span: Span, meaning: str, *, sure: bool) -> Finding:
    quote = text[span.start : span.end]
    who = table("nicknames")["people"].get(quote) or table("nicknames")["words"].get(quote)
    sure = sure or bool(who)
    return mqm.finding(
        span,
        "nicknames.pinyin" if sure else "nicknames.title",
        "nickname",
        f"a Chinese form of address ({meaning}) left as it sounds; English names the person",
        severity=Severity.MAJOR,
        # "Hello everyone, I am Xiao Chen" names the person well enough: evidence, and no error.
        confidence=0.9 if sure else 0.45,
        strength=Strength.STRONG if sure else Strength.WEAK,
        source_language="zh",
        suggestion=who["name"] if who and "name" in who and who["if"] in text else None,
    )
