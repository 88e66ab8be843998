"""Small slips that anybody may make, looked for only where they are a machine's: in what surely is a translation.

A native page may have a bullet that begins small, or speak of acres and pounds; in a text known to come from
Chinese the bullet is a slip, and the acres were mu.
"""

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect import again, by_line, leftovers, pairs, renamed, starts
from cleaners.detect.words import word_list
from cleaners.patterns import compiled
from cleaners.types import Document, Finding, Span, Strength
from cleaners.words import vocabulary

if TYPE_CHECKING:
    from cleaners.resources import Resources

TABLES = (
    "counts",
    "figures",
    "dates",
    "code",
    "grammar",
    "casing",
    "spacing",
    "markdown",
    "typography",
    "again",
)
_MARKER = (
    r"^[ \t]{0,8}(?:(?P<mark>[-*•])[ ]|\d{1,2}(?P<stop>[.)、．])[ ]?|(?P<ring>[①-⑳])[ ]?)(?:\*\*)?"
    r"(?P<word>[A-Za-z][a-z'’]{0,20})(?= [a-z])"
)
_LEADERS = 2
"""So many times as many items of the kind begin with a capital."""
_FIRST_CAPITAL = (
    r"(?:^|[.!?] )(?P<first>[A-Za-z][a-z]{0,9}(?:['’]t)?) (?P<word>[A-Z][a-z]{1,14})"
    r"(?= [a-z]{2,20},? [a-z\d])"
)


def find(document: Document, resources: "Resources", sources: Collection[str]) -> Iterator[Finding]:  # noqa: ARG001
    """Yield slips of a text that was surely translated from ``sources``."""
    text = document.text
    yield from by_line.found(text, TABLES, sources)
    yield from _small_items(text)
    yield from _first_capitals(text)
    yield from starts.found(text)
    yield from leftovers.found(text)
    yield from again.found(text)
    yield from pairs.found(text)
    yield from renamed.found(text)
    if "zh" in sources:
        yield from _spelled(text)


def _small_items(text: str) -> Iterator[Finding]:
    """Yield items of a list that begin small where most of its kind begin with a capital."""
    items = list(compiled(_MARKER, re.MULTILINE).finditer(text))
    for kind in ("mark", "stop", "ring"):
        same = [item for item in items if item[kind]]
        small = [item for item in same if item["word"][0].islower()]
        if small and len(same) - len(small) >= _LEADERS * len(small):
            for item in small:
                yield _slip(item.span("word"), "small-item", "caps", "an item of the list begins small")


def _first_capitals(text: str) -> Iterator[Finding]:
    """Yield "Don't Ask me how": a common word in capitals behind the first word of a sentence."""
    for match in compiled(_FIRST_CAPITAL, re.MULTILINE).finditer(text):
        first = match["first"].lower().partition("'")[0].partition("’")[0]
        if {first, match["word"].lower()} <= word_list("never_names") | word_list("imperatives"):
            yield _slip(match.span("word"), "second-word", "caps", "a capital within a sentence")


def _spelled(text: str) -> Iterator[Finding]:
    """Yield "to protect the hou": a word of Chinese left as it sounds in mid-sentence."""
    for word in sorted(vocabulary(text) & word_list("syllables")):
        pattern = (
            rf" {word}(?:(?<=[Tt]he {word})|(?<= an {word})|(?<= a {word})|(?<= of {word})|(?<= this {word}))"
        )
        for match in compiled(rf"{pattern}(?=[ .,;!?])").finditer(text):
            said = "a Chinese word left as it sounds; its meaning was wanted"
            yield _slip((match.start() + 1, match.end()), "spelled", "residue", said)


def _slip(span: tuple[int, int], rule: str, kind: str, message: str) -> Finding:
    return mqm.finding(
        Span(*span), f"in_translation.{rule}", kind, message, confidence=0.6, strength=Strength.LOOSE
    )
