"""Patterns of damaged signs, read from a table in ``data/`` and compiled when a text first needs them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from cleaners import mqm
from cleaners.detect.tables import table
from cleaners.types import Finding, Span, Strength
from cleaners.unusual import unusual
from cleaners.words import vocabulary


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


@cache
def damages(name: str) -> tuple[Damage, ...]:
    """Return the entries of ``data/NAME.toml``; capitals in a pattern that name a list stand for that list."""
    data = table(name)
    lists = {key: value for key, value in data.items() if isinstance(value, str)}
    return tuple(_damage(entry, lists) for entry in data["damage"])


def found(text: str, name: str) -> Iterator[Finding]:
    """Yield a finding for each match of the table ``data/NAME.toml`` in ``text``."""
    plain, rare = _all_signs(name)
    present = {sign for sign, odd in plain if sign in text and (odd is None or odd.search(text))}
    present |= rare.intersection(unusual(text))
    for damage in damages(name):
        if present.isdisjoint(damage.signs) or not _has_need(text, damage):
            continue
        for match in _compiled(damage.match).finditer(text):
            yield _finding(Span(*match.span()), damage)


@cache
def _all_signs(name: str) -> tuple[tuple[tuple[str, re.Pattern[str] | None], ...], frozenset[str]]:
    """Return the signs of ``data/NAME.toml``: those of a plain page, each with how it stands where anything is wrong
    with it, if known; and those that no plain page has.
    """
    odd = {sign: _compiled(pattern) for sign, pattern in table(name).get("odd", {}).items()}
    signs = sorted({sign for damage in damages(name) for sign in damage.signs})
    rare = frozenset(unusual("".join(signs)))
    return tuple((sign, odd.get(sign)) for sign in signs if sign not in rare), rare


def _has_need(text: str, damage: Damage) -> bool:
    if damage.words and damage.words.isdisjoint(vocabulary(text)):
        return False
    return not damage.needs or any(need in text for need in damage.needs)


def _finding(span: Span, damage: Damage) -> Finding:
    sure = 0.9 if damage.strength is Strength.STRONG else 0.6
    return mqm.finding(
        span,
        damage.rule,
        damage.kind,
        damage.message,
        confidence=sure,
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
    )


@cache
def _compiled(match: str) -> re.Pattern[str]:
    return re.compile(match, re.MULTILINE)
