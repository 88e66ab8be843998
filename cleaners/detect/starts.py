"""Sentences that begin small, whatever their first word: "was dark. everyone left."; asked only of a translation.

`capitals` asks it of all texts, and so of few words: people write brands and commands small, too.
"""

import re
from collections.abc import Iterator

from cleaners import mqm
from cleaners.detect.capitals import ends_sentence
from cleaners.detect.words import word_list
from cleaners.patterns import compiled
from cleaners.types import Finding, Span, Strength

_START = r"\. (?P<word>[a-z][a-z'’]{1,19})(?=,? [A-Za-z\d“\"(`])"
_OTHER_END = re.compile(r"(?:(?!NO)[A-Z]{2,20}|[A-Za-z]\w{0,20}\d|\d%|\w{2}\)|\w[\"”`])\Z")
"""What a sentence may end with besides a word: SQL, PB7, 40%, a bracket, code."""
_SENTENCE = 40
"""A shorter line is a caption or an item of a list."""


def found(text: str) -> Iterator[Finding]:
    """Yield the first words of sentences that begin small, but for names that always do (vscode, npm)."""
    for match in compiled(_START).finditer(text):
        word, at = match["word"], match.start()
        if word not in word_list("small_names") and _is_over(text, at) and _in_prose(text, at):
            yield mqm.finding(
                Span(*match.span("word")),
                "casing.small-start",
                "caps",
                "a sentence begins small",
                confidence=0.6,
                strength=Strength.LOOSE,
                suggestion=word.capitalize(),
            )


def _is_over(text: str, at: int) -> bool:
    """Tell whether a sentence ends with the stop at ``at``: no pause, abbreviation or number of a list."""
    return ends_sentence(text, at) or bool(_OTHER_END.search(text, max(0, at - 24), at))


def _in_prose(text: str, at: int) -> bool:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return (len(text) if end < 0 else end) - start >= _SENTENCE
