"""Where a name stands in a text, and which of its two spellings is the slip."""

import re
from collections.abc import Iterator

from cleaners import mqm
from cleaners.detect.known_names import by_fold
from cleaners.types import Finding, Span, Strength


def uses(text: str, name: str) -> list[Span]:
    """Return where ``name`` (letters and spaces) stands by itself: no handle, path, address, call or attribute."""
    pattern = rf"{name}(?![\w@/(]|\.\w|-\w)(?<![\w@#/.-]{name})"
    return [Span(*match.span()) for match in re.finditer(pattern, text)]


def ordinary(text: str, *words: str) -> bool:
    """Tell whether one of ``words`` also stands in small letters: then it is a word and no name."""
    return any(word.lower() in text for word in words)


def rarer(text: str, one: str, other: str, rule: str) -> Iterator[Finding]:
    """Yield the uses of the rarer of two forms, if both are used; of ``other`` where they are equally frequent.

    A well-known name is right however rare.
    """
    first, second = uses(text, one), uses(text, other)
    known = by_fold().get(one.lower().replace(" ", ""))
    swap = len(first) < len(second) if known not in (one, other) else known == other
    right, wrong = (other, first) if swap else (one, second)
    if first and second:
        yield from (misspelled(text, span, rule, right, 0.5) for span in wrong)


def misspelled(
    text: str, span: Span, rule: str, right: str, confidence: float, strength: Strength = Strength.WEAK
) -> Finding:
    """Make the finding that the name at ``span`` is ``right``: inconsistent where ``right`` is in the text too."""
    elsewhere = right in text
    message = f"the name is written “{right}”{' elsewhere in the text' if elsewhere else ''}"
    kind = "name_incons" if elsewhere else "name_misspelled"
    return mqm.finding(span, rule, kind, message, confidence=confidence, strength=strength, suggestion=right)
