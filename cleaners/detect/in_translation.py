"""Small slips that anybody may make, looked for only where they are a machine's: in what surely is a translation.

A native page may have a bullet that begins small, or speak of acres and pounds; in a text known to come from
Chinese the bullet is a slip, and the acres were mu.
"""

import re
from collections.abc import Collection, Iterator

from cleaners import mqm
from cleaners.detect import pairs, signs
from cleaners.detect.words import word_list
from cleaners.patterns import compiled
from cleaners.types import Document, Finding, Span, Strength

TABLES = ("counts", "in_translation")
_MARKER = (
    r"^[ \t]{0,8}(?:(?P<mark>[-*•])[ ]|\d{1,2}(?P<stop>[.)、．])[ ]?|(?P<ring>[①-⑳])[ ]?)(?:\*\*)?"
    r"(?P<word>[A-Za-z][a-z'’]{0,20})(?= [a-z])"
)
_LEADERS = 2
"""So many times as many items of the kind begin with a capital."""
_TWICE = (
    r"(?<![\w'’-])(?P<one>[A-Za-z][a-z-]{3,20}(?: [a-z]{3,20})?) (?:and|or) (?i:(?P=one))(?![\w'’-])",
    r"(?<![\w'’-])(?P<one>(?:[A-Za-z][a-z'’]{0,15} ){2,5}[a-z'’]{1,15})[,;.] (?i:(?P=one))(?![\w'’-])",
)
_SAID_TWICE = frozenset(
    {
        *("again", "more", "less", "over", "round", "through", "years", "days", "weeks", "months", "hours"),
        *(
            "miles",
            "pages",
            "pounds",
            "tens",
            "dozens",
            "hundreds",
            "thousands",
            "millions",
            "billions",
            "lots",
        ),
        *("many", "much", "such", "time", "times", "hand", "little", "side", "face", "back", "half", "grew"),
    }
)
"""What English says twice: again and again, for years and years."""
_FIRST_CAPITAL = (
    r"(?:^|[.!?] )(?P<first>[A-Za-z][a-z]{0,9}(?:['’]t)?) (?P<word>[A-Z][a-z]{1,14})"
    r"(?= [a-z]{2,20},? [a-z\d])"
)
_VERBS = frozenset(
    {
        *(
            "ask",
            "buy",
            "come",
            "do",
            "don",
            "find",
            "get",
            "give",
            "go",
            "keep",
            "know",
            "let",
            "look",
            "make",
        ),
        *("need", "see", "take", "tell", "think", "try", "use", "want"),
    }
)
"""What no name begins with either; "don" is left of "don't"."""
_SPELLED = r"(?:(?<=[Tt]he )|(?<= an )|(?<= a )|(?<= of )|(?<= this ))(?P<word>[a-z]{2,12})(?=[ .,;!?])"


def find(document: Document, sources: Collection[str]) -> Iterator[Finding]:
    """Yield slips of a text that was surely translated from ``sources``."""
    text = document.text
    for name in TABLES:
        for finding in signs.found(text, name):
            if finding.source_language is None or finding.source_language in sources:
                yield finding
    yield from _small_items(text)
    yield from _first_capitals(text)
    yield from _twice(text)
    yield from pairs.found(text)
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
        if {first, match["word"].lower()} <= word_list("never_names") | _VERBS:
            yield _slip(match.span("word"), "second-word", "caps", "a capital within a sentence")


def _twice(text: str) -> Iterator[Finding]:
    """Yield "snacks and snacks": two words of the source that became one in English."""
    for pattern in _TWICE:
        for match in compiled(pattern).finditer(text):
            word = match["one"].lower()
            if word not in _SAID_TWICE and not word.endswith("er"):
                said = "the same words on both sides: two words of the source became one"
                yield _slip(match.span(), "twice", "dup_phrase", said)


def _spelled(text: str) -> Iterator[Finding]:
    """Yield "to protect the hou": a word of Chinese left as it sounds in mid-sentence."""
    for match in compiled(_SPELLED).finditer(text):
        if match["word"] in word_list("syllables"):
            said = "a Chinese word left as it sounds; its meaning was wanted"
            yield _slip(match.span("word"), "spelled", "residue", said)


def _slip(span: tuple[int, int], rule: str, kind: str, message: str) -> Finding:
    return mqm.finding(
        Span(*span), f"in_translation.{rule}", kind, message, confidence=0.6, strength=Strength.LOOSE
    )
