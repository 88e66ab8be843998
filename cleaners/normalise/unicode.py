"""One code point sequence for one text: NFC, and no characters that nobody can see."""

import re
import unicodedata
from collections.abc import Iterator

from cleaners import edits
from cleaners.resources import Resources
from cleaners.types import Document, Edit, Span
from cleaners.unusual import unusual

# Zero-width spaces and marks, soft hyphens, bidirectional controls, interlinear marks, tag characters.
# Joiners (200C, 200D) stay: Persian, Hindi and emoji are spelled with them.
_INVISIBLE = re.compile(
    r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]+"
    r"|(?<=[A-Za-z])[\u200c\u200d]+(?=[A-Za-z])"
    r"|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
)
_ANY_INVISIBLE = re.compile(
    r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff]")
_KEPT_BESIDE_RIGHT_TO_LEFT = frozenset("\u061c\u200e\u200f")
_WORD = re.compile(r"\S{1,200}")


def nfc(document: Document, resources: Resources) -> Iterator[Edit]:  # noqa: ARG001
    """Yield words whose letters and accents are not yet composed (Unicode Annex 15)."""
    text = document.text
    if not unusual(text) or unicodedata.is_normalized("NFC", text):
        return
    for word in _WORD.finditer(text):
        if not unicodedata.is_normalized("NFC", word[0]):
            new = unicodedata.normalize("NFC", word[0])
            yield from edits.rewrite(text, Span(*word.span()), new, "normalise.nfc", "unicode")


def invisible(document: Document, resources: Resources) -> Iterator[Edit]:  # noqa: ARG001
    """Yield characters that cannot be seen. Direction marks stay in a text that has right-to-left letters."""
    text = document.text
    if not _ANY_INVISIBLE.search(unusual(text)):
        return
    mixed = _RIGHT_TO_LEFT.search(unusual(text)) is not None
    for run in _INVISIBLE.finditer(text):
        if not (mixed and set(run[0]) <= _KEPT_BESIDE_RIGHT_TO_LEFT):
            yield Edit(Span(*run.span()), "", "normalise.invisible", "invisible")
