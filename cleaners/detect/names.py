"""Names misspelled, or spelled in two ways: Kaparthy; Babuschkin and then Babushkin; SpaceX and then Space X.

A table of well-known names decides which spelling is right; else the text does: the more frequent one, or the
one that comes first. Native writers slip too, so nothing here speaks alone.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from cleaners.detect.known_names import HUMP, by_fold, halves, meant
from cleaners.detect.slips import full_names, surnames
from cleaners.detect.spellings import misspelled, ordinary, rarer, uses
from cleaners.types import Document, Finding

if TYPE_CHECKING:
    from cleaners.resources import Resources

_NAME = re.compile(r"[A-Z](?<!\w[A-Z])[A-Za-z]{4,30}(?![\w@])")
_PAIR = re.compile(r"[A-Z](?<!\w[A-Z])[a-z]{1,12} [A-Z][A-Za-z]{0,14}(?![\w-])")
# So many distinct names make a list or a table, and a text of a hundred pages costs no more than one of ten.
_MAX_NAMES = 500


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield spellings that the table of well-known names or the rest of the text contradicts; only in company."""
    text, seen = document.text, set()
    names = list(dict.fromkeys(_NAME.findall(text)))[:_MAX_NAMES]
    pairs = list(dict.fromkeys(_PAIR.findall(text)))[:_MAX_NAMES]
    rules = (_known(text, names, pairs), _capitals(text, names), _spaces(text, names, pairs))
    for found in chain(*rules, surnames(text, names), full_names(text, pairs)):
        if found.span not in seen:
            seen.add(found.span)
            yield found


def _known(text: str, names: list[str], pairs: list[str]) -> Iterator[Finding]:
    for pair in pairs:
        if right := halves().get(pair):
            yield from _all(text, pair, "names.known-spacing", right, 0.75)
    known = by_fold()
    for name in names:
        low = name.lower()
        right = known.get(low)
        # "Openai" is a slip, "Github" and "Youtube" are how half the world writes.
        if right and right[-1].isupper() and name[1:].islower():
            yield from _all(text, name, "names.known-capitals", right, 0.6)
        elif right is None and (right := _misspelled(text, name)):
            yield from _all(text, name, "names.known-spelling", right, 0.85)


def _misspelled(text: str, name: str) -> str | None:
    right = None if name.isupper() else meant(name.lower())
    if right is None or ordinary(text, name):
        return None
    # Many times, and the well-known name never: somebody else's name.
    return right if right in text or len(uses(text, name)) <= 2 else None


def _capitals(text: str, names: list[str]) -> Iterator[Finding]:
    """DeepMind beside Deepmind."""
    known = set(names)
    for name in names:
        if not name[1:].islower() and not name.isupper() and (plain := name.capitalize()) in known:
            yield from rarer(text, name, plain, "names.capitals")


def _spaces(text: str, names: list[str], pairs: list[str]) -> Iterator[Finding]:
    """Business Insider beside BusinessInsider, and Xiao Peng beside Xiaopeng."""
    plain = {name for name in names if name[1:].islower()}
    for name in names:
        apart = name if name in plain else " ".join(HUMP.split(name))
        if apart != name and min(map(len, apart.split())) > 2 and apart in text:
            yield from rarer(text, apart, name, "names.spacing")
    for pair in pairs:
        if (joined := pair.replace(" ", "").capitalize()) in plain and not ordinary(text, joined, pair):
            yield from rarer(text, joined, pair, "names.spacing")


def _all(text: str, name: str, rule: str, right: str, confidence: float) -> Iterator[Finding]:
    yield from (misspelled(text, span, rule, right, confidence) for span in uses(text, name))
