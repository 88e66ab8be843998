"""Names misspelled, spelled in two ways or never translated: Kaparthy; SpaceX and then Space X; Likujiajia.

A table of well-known names decides which spelling is right; else the text does: the more frequent one, or the
one that comes first. Native writers slip too, so nothing here speaks alone.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from cleaners.detect.known_names import HUMP, by_fold, meant, odd
from cleaners.detect.pinyin import spelled_out, split_given
from cleaners.detect.slips import full_names, surnames
from cleaners.detect.spellings import misspelled, ordinary, rarer, uses
from cleaners.types import Document, Finding

if TYPE_CHECKING:
    from cleaners.resources import Resources

_PAIR = r"[a-z]{1,12} [A-Z][A-Za-z]{0,14}(?![\w@-])"
_NAME = r"[A-Za-z]{4,30}(?![\w@])"
_PAIR_OR_NAME = re.compile(rf"[A-Z](?<!\w[A-Z])(?:{_PAIR}|{_NAME})")
_SHORTEST = 5
# So many distinct names make a list or a table, and a text of a hundred pages costs no more than one of ten.
_MAX_NAMES = 500


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield spellings that the table of well-known names or the rest of the text contradicts; only in company."""
    text, seen = document.text, set()
    names, pairs = _names_and_pairs(text)
    humps = [name for name in names if not name.istitle()]
    pinyin = (spelled_out(text, names), split_given(text, names))
    rules = (_known(text, names), _capitals(text, names, humps), _spaces(text, names, pairs, humps))
    for found in chain(*rules, surnames(text, names), full_names(text, pairs), *pinyin):
        if found.span not in seen:
            seen.add(found.span)
            yield found


def _names_and_pairs(text: str) -> tuple[list[str], list[str]]:
    """Return the different capitalised words of ``text``, and two such in a row; each in order."""
    found = list(dict.fromkeys(_PAIR_OR_NAME.findall(text)))
    pairs = [one for one in found if " " in one]
    words = (word for one in found for word in one.split(" ") if len(word) >= _SHORTEST)
    return list(dict.fromkeys(words))[:_MAX_NAMES], pairs[:_MAX_NAMES]


def _known(text: str, names: list[str]) -> Iterator[Finding]:
    for name in filter(odd, names):
        right = by_fold().get(name.lower())
        if right:
            yield from _all(text, name, "names.known-capitals", right, 0.6)
        elif right := _misspelled(text, name):
            yield from _all(text, name, "names.known-spelling", right, 0.85)


def _misspelled(text: str, name: str) -> str | None:
    right = meant(name.lower())
    if right is None or ordinary(text, name):
        return None
    # Many times, and the well-known name never: somebody else's name.
    return right if right in text or len(uses(text, name)) <= 2 else None


def _capitals(text: str, names: list[str], humps: list[str]) -> Iterator[Finding]:
    """DeepMind beside Deepmind."""
    known = set(names) if humps else ()
    for name in humps:
        if not name.isupper() and (plain := name.capitalize()) in known:
            yield from rarer(text, name, plain, "names.capitals")


def _spaces(text: str, names: list[str], pairs: list[str], humps: list[str]) -> Iterator[Finding]:
    """Business Insider beside BusinessInsider, and Xiao Peng beside Xiaopeng."""
    for name in humps:
        apart = " ".join(HUMP.split(name))
        if apart != name and min(map(len, apart.split())) > 2 and apart in text:
            yield from rarer(text, apart, name, "names.spacing")
    # All pairs at once: one by one, looking most of them up in vain takes longer than everything else here.
    joined = "\n".join(pairs).replace(" ", "").lower().split("\n")
    plain = {name.lower(): name for name in names if name.istitle()}
    if plain.keys().isdisjoint(joined):
        return
    for pair, low in zip(pairs, joined, strict=True):
        if low in plain and not ordinary(text, low, pair):
            yield from rarer(text, plain[low], pair, "names.spacing")


def _all(text: str, name: str, rule: str, right: str, confidence: float) -> Iterator[Finding]:
    yield from (misspelled(text, span, rule, right, confidence) for span in uses(text, name))
