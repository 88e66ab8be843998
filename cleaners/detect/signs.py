"""Patterns of damaged signs, read from a table in ``data/`` and compiled when a text first needs them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from string import ascii_letters
from typing import Any, NamedTuple

from cleaners import mqm
from cleaners.detect.tables import table
from cleaners.types import Finding, Span, Strength
from cleaners.words import vocabulary

_COMMON = frozenset(".,0123456789")
_LETTERS = (ascii_letters + " \n" + "".join(sorted(_COMMON))).encode()


class Damage(NamedTuple):
    """What one kind of damage looks like; it is not there without one of ``signs``, of ``needs`` and of ``words``."""

    rule: str
    kind: str
    strength: Strength
    message: str
    signs: str
    needs: tuple[str, ...]
    words: frozenset[str]
    match: str
    source: str | None
    suggest: str | None
    confidence: float


@cache
def damages(name: str) -> tuple[Damage, ...]:
    """Return the entries of ``data/NAME.toml``; capitals in a pattern that name a list stand for that list."""
    data = table(name)
    lists = {key: value for key, value in data.items() if isinstance(value, str)}
    return tuple(_damage(entry, lists) for entry in data["damage"])


def found(text: str, name: str) -> Iterator[Finding]:
    """Yield a finding for each match of the table ``data/NAME.toml`` in ``text``."""
    all_of_it, by_sign = damages(name), _by_sign(name)
    present = by_sign.keys() & _signs(text)
    present -= {sign for sign, odd in _odd(name) if sign in present and not odd.search(text)}
    for at in sorted({at for sign in ("", *present) for at in by_sign.get(sign, ())}):
        damage = all_of_it[at]
        if _has_need(text, damage):
            yield from matches(damage, text, 0, len(text))


def matches(damage: Damage, text: str, start: int, end: int) -> Iterator[Finding]:
    """Yield a finding for each match of ``damage`` between ``start`` and ``end``, which look like a text's ends."""
    pattern = _compiled(damage.match)
    group = "at" if "at" in pattern.groupindex else 0
    yield from (_finding(Span(*m.span(group)), damage) for m in pattern.finditer(text, start, end))


@lru_cache(maxsize=1)  # one table is looked up after another
def _signs(text: str) -> frozenset[str]:
    """Return the different characters of ``text`` that are no plain letters, and those that every page has."""
    # Deleting bytes is far faster than looking at each character; no sign beyond ASCII has a byte of ASCII in it.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _LETTERS)
    return _COMMON.union(rest.decode("utf-8", "surrogatepass"))


@cache
def _by_sign(name: str) -> dict[str, tuple[int, ...]]:
    """Return which damages of ``data/NAME.toml`` each sign may belong to; "" leads to those without any."""
    by_sign: dict[str, tuple[int, ...]] = {}
    for at, damage in enumerate(damages(name)):
        for sign in damage.signs or ("",):
            by_sign[sign] = (*by_sign.get(sign, ()), at)
    return by_sign


@cache
def _odd(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return how some signs stand where anything is wrong with them."""
    return tuple((sign, _compiled(pattern)) for sign, pattern in table(name).get("odd", {}).items())


def _has_need(text: str, damage: Damage) -> bool:
    if damage.words and damage.words.isdisjoint(vocabulary(text)):
        return False
    return not damage.needs or any(map(text.__contains__, damage.needs))


def _finding(span: Span, damage: Damage) -> Finding:
    return mqm.finding(
        span,
        damage.rule,
        damage.kind,
        damage.message,
        confidence=damage.confidence,
        strength=damage.strength,
        source_language=damage.source,
        suggestion=damage.suggest,
    )


def _damage(entry: dict[str, Any], lists: dict[str, str]) -> Damage:
    match: str = entry["match"]
    for key, value in lists.items():
        match = match.replace(key, value)
    kind, strength = entry.get("kind", "markup_damage"), Strength(entry.get("strength", "weak"))
    needs = tuple(entry.get("needs", ()))
    return Damage(
        entry["rule"],
        kind,
        strength,
        entry["message"],
        entry["signs"],
        needs,
        frozenset(entry.get("words", "").split()),
        match,
        entry.get("source"),
        entry.get("suggest"),
        entry.get("confidence", 0.9 if strength is Strength.STRONG else 0.6),
    )


@cache
def _compiled(match: str) -> re.Pattern[str]:
    return re.compile(match, re.MULTILINE)
