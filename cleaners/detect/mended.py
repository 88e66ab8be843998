"""What the copy desk has already mended, spaces before punctuation and broken characters: a trace worth telling."""

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.types import Document, Finding, Repair, Severity, Span, Strength

if TYPE_CHECKING:
    from cleaners.resources import Resources

_MARKS = frozenset(',.;:!?)]%”’"')
_CLOSING = frozenset("”’\"')]%*`")
_QUOTES = frozenset("”’\"'")
"""Before these a sentence may have ended."""
_WORD_BEFORE = re.compile(r"[^\s,;:!?(\[]{1,40}\Z")
_FRENCH_SPACED = frozenset(":;!?»%”")
"""French typography sets a space before these; in a French text that is no trace of anything."""


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield a neutral finding for each space before punctuation that ``normalise`` closed.

    The span covers the word and the mark as they now stand (``Twitter.``).
    """
    text = document.text
    for repair in document.repairs:
        at = _mark_position(text, repair)
        if at is None or (document.language.code == "fr" and text[at] in _FRENCH_SPACED):
            continue
        word = _WORD_BEFORE.search(text, max(0, at - 40), at)
        if word and (
            word[0][-1].isalnum() or word[0][-1] in _CLOSING or (word[0][-1] == "." and text[at] in _QUOTES)
        ):
            yield mqm.finding(
                Span(word.start(), at + 1),
                "mended.space-before",
                "space_punct",
                f"a stray space stood before “{text[at]}”; it has been closed",
                severity=Severity.NEUTRAL,
                confidence=0.9,
            )


def decoded(document: Document, resources: "Resources", sources: Collection[str]) -> Iterator[Finding]:  # noqa: ARG001
    """Yield a neutral finding for each character that stood as a code (``&#39;``) or broken (``â€™``).

    Asked only of what surely is a translation: on native pages it says nothing of the text.
    """
    for repair in document.repairs:
        code = repair.old.startswith("&")
        if repair.kind == "encoding" and (repair.new if code else repair.new.strip()):
            broken = "a character's code" if code else "a broken character"
            yield mqm.finding(
                repair.span,
                "mended.character",
                "markup_damage",
                f"{broken} stood here; it has been mended",
                severity=Severity.NEUTRAL,
                confidence=0.9,
                strength=Strength.LOOSE,
            )


def _mark_position(text: str, repair: Repair) -> int | None:
    """Return where the mark stands that a closed space stood before, or None for any other repair."""
    old, new = repair.old, repair.new
    if not old[:1].isspace() or new[:1].isspace() or old.strip() != new:
        return None
    start = repair.span.start
    # "wait ..." is a pause, and its first dot is no full stop.
    pause = text.startswith("..", start)
    return start if text[start : start + 1] in _MARKS and not pause else None
