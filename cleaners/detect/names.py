"""Names misspelled, or spelled in two ways: Kaparthy; Babuschkin and then Babushkin; SpaceX and then Space X.

A table of well-known names decides which spelling is right; else the text does: the more frequent one, or the
one that comes first. Native writers slip too, so nothing here speaks alone.
"""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.detect.known_names import HUMP, alike, by_fold, halves, meant
from cleaners.detect.near import MIN_LENGTH, NearIndex, slip
from cleaners.types import Document, Finding, Span

if TYPE_CHECKING:
    from cleaners.resources import Resources

_NAME = re.compile(r"[A-Z](?<!\w[A-Z])[A-Za-z]{4,30}(?![\w@])")
_TWO_WORDS = re.compile(r"[A-Z](?<!\w[A-Z])[a-z]{1,8} [A-Z][A-Za-z]{0,8}(?![\w-])")
_FIRST_NAME = re.compile(r"([A-Z][a-z]+)(?: [A-Z]\.)? $")
_SENTENCE_END = re.compile(r"(?:^|[.!?:•][\"”’')]{0,2}\s{1,3}|\n|^[\"“])$")
# So many distinct names make a list or a table, and a text of a hundred pages costs no more than one of ten.
_MAX_NAMES = 500
_MAX_PAIRS = 50


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield spellings that the table of well-known names or the rest of the text contradicts; only in company."""
    text, seen = document.text, set()
    names = list(dict.fromkeys(_NAME.findall(text)))[:_MAX_NAMES]
    for found in chain(_known(text, names), _capitals(text, names), _slips(text, names)):
        if found.span not in seen:
            seen.add(found.span)
            yield found


def _known(text: str, names: list[str]) -> Iterator[Finding]:
    for match in _TWO_WORDS.finditer(text):
        if right := halves().get(match[0]):
            yield _finding(text, Span(*match.span()), "names.known-spacing", right, 0.75)
    for name in names:
        low = name.lower()
        right = by_fold().get(low)
        if right and right != name and name[1:].islower():
            yield from _all(text, name, "names.known-capitals", right, 0.6)
        elif right is None and not name.isupper() and (right := meant(low)) and low not in text:
            uses = list(_uses(text, name))
            # Many times, and the well-known name never: somebody else's name.
            if len(uses) <= 2 or right in text:
                yield from (_finding(text, span, "names.known-spelling", right, 0.85) for span in uses)


def _capitals(text: str, names: list[str]) -> Iterator[Finding]:
    """DeepMind beside Deepmind, and BusinessInsider beside Business Insider."""
    known = set(names)
    for name in names:
        if name[1:].islower() or name.isupper():
            continue
        plain, apart = name.capitalize(), " ".join(HUMP.split(name))
        if plain in known:
            yield from _minority(text, name, plain, "names.capitals")
        if apart != name and min(map(len, apart.split())) > 2 and apart in text:
            yield from _minority(text, apart, name, "names.spacing")


def _slips(text: str, names: list[str]) -> Iterator[Finding]:
    for first, second in islice(_alike_pairs(names), _MAX_PAIRS):
        yield from _same_person(text, first, second)


def _alike_pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    index, spelled = NearIndex(), dict[str, str]()
    for name in names:
        low = name.lower()
        if len(name) < MIN_LENGTH or name.isupper() or low in spelled or low in alike():
            continue
        for earlier in index.near(low):
            yield spelled[earlier], name
        spelled[low] = name
        index.add(low)


def _same_person(text: str, first: str, second: str) -> Iterator[Finding]:
    difference = slip(first.lower(), second.lower())
    # A different ending is grammar or another name: Indian, Indiana; Clark, Clarke; Anderson, Andersen.
    if not difference or difference[2] < 2 or first.lower() in text or second.lower() in text:
        return
    one, other = list(_uses(text, first)), list(_uses(text, second))
    right, good, bad = (first, one, other) if len(one) >= len(other) else (second, other, one)
    if not bad or len(good) < 2 < len(bad):
        return
    given = {_first_name(text, span) for span in good} - {None}
    doubtful = {_first_name(text, span) for span in bad} - {None}
    # Two people may bear similar names; one person's name has the same first name or, later on, none.
    if given and doubtful <= given and not all(_opens_sentence(text, span) for span in bad):
        yield from (_finding(text, span, "names.spelling", right, 0.8) for span in bad)


def _minority(text: str, one: str, other: str, rule: str) -> Iterator[Finding]:
    """Mark whichever of two forms is rarer; ``other`` where they are equally frequent."""
    first, second = list(_uses(text, one)), list(_uses(text, other))
    right, wrong = (other, first) if len(first) < len(second) else (one, second)
    if first and second:
        yield from (_finding(text, span, rule, right, 0.7) for span in wrong)


def _all(text: str, name: str, rule: str, right: str, confidence: float) -> Iterator[Finding]:
    yield from (_finding(text, span, rule, right, confidence) for span in _uses(text, name))


def _uses(text: str, name: str) -> Iterator[Span]:
    """Where ``name`` stands as a word: no handle, path, address, call or attribute."""
    for match in re.finditer(rf"{name}(?![\w@/(]|\.\w|-\w)(?<![\w@#/.-]{name})", text):
        yield Span(*match.span())


def _first_name(text: str, span: Span) -> str | None:
    match = _FIRST_NAME.search(text, max(0, span.start - 24), span.start)
    return match[1] if match else None


def _opens_sentence(text: str, span: Span) -> bool:
    return bool(_SENTENCE_END.search(text, max(0, span.start - 6), span.start))


def _finding(text: str, span: Span, rule: str, right: str, confidence: float) -> Finding:
    other_form = right in text
    message = f"the name is written “{right}”{' elsewhere in the text' if other_form else ''}"
    kind = "name_incons" if other_form else "name_misspelled"
    return mqm.finding(span, rule, kind, message, confidence=confidence, suggestion=right)
