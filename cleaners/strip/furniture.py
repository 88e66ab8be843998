"""What kind of furniture a removed line is, and which lines are furniture on their own evidence."""

import re

from cleaners.strip.cues import KINDS
from cleaners.strip.features import Facts

BIT = {kind: 1 << k for k, kind in enumerate(KINDS)}
# Where a line carries cues of several kinds, the first of these names it: "Newsletter | Share" is asked for once.
_ORDER = (
    "reprint", "source_link", "reference", "legal", "ad_label", "newsletter", "comments", "author_bio", "share", "tags",
    "player", "gallery", "counter", "credit", "inline_related", "sidebar_header", "tagline", "byline", "caption", "nav",
)  # fmt: skip
_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_TRAIL = re.compile(r"\s[|»›>/·]\s|\s[•]\s")
# Kinds of heading that open a zone of lines of the kind beside them.
_ZONES = {
    "comments": "comments", "sidebar_header": "teaser", "author_bio": "author_bio", "newsletter": "newsletter",
    "reference": "reference", "tags": "tags", "share": "share",
}  # fmt: skip


def cue_kind(bits: int) -> str | None:
    """Return the kind that cue ``bits`` speak for."""
    return next((kind for kind in _ORDER if bits & BIT[kind]), None) if bits else None


def opens(fact: Facts) -> str | None:
    """Return the kind of zone that a heading opens, or None for a line that is no heading."""
    if fact.width > 60 or not fact.bits or fact.prose:
        return None
    return next((zone for kind, zone in _ZONES.items() if fact.bits & BIT[kind]), None)


def own_kind(text: str, fact: Facts) -> str | None:
    """Return the kind a line has by its own words: a cue that covers most of it, an address, a copyright sign."""
    if "©" in text[:60] or "all rights reserved" in text[-60:].lower():
        return "legal"
    address = _ADDRESS.search(text)
    if address and len(address[0]) * 2 > len(text):
        return "source_link"
    if fact.bits:
        return "sidebar_header" if fact.bits & BIT["sidebar_header"] and fact.width <= 60 else cue_kind(fact.bits)
    if fact.dated and fact.width < 60:
        return "byline"
    if not any(char.isalpha() for char in text):
        return "counter"
    if len(_TRAIL.findall(text)) >= 2 and fact.width < 200:
        return "nav"
    return cue_kind(fact.header) if fact.width < 60 else cue_kind(fact.header)


def shape_kind(text: str, fact: Facts, *, above: bool) -> str:
    """Return the kind a line has by its look and its side of the body, when no word of it tells."""
    if text.endswith(("...", "…", "[…]")):
        return "teaser"
    if fact.width > 60:
        return "teaser"
    return "nav" if above else "sidebar"
