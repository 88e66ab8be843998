"""He in one sentence and she in the next for one person: spoken Chinese has one word, Japanese often none."""

import re
from collections.abc import Iterator

from cleaners import mqm
from cleaners.types import Finding, Span
from cleaners.words import vocabulary

_HE, _SHE = frozenset({"he", "his", "him", "himself"}), frozenset({"she", "her", "hers", "herself"})
_START = re.compile(r"\. (?=(She|Her|He|His) [a-z])")
_SENTENCE_BEFORE = re.compile(r"[^.!?\n]{1,300}\Z")
_SENTENCE_AFTER = re.compile(r"[^.!?\n]{1,300}")
_WORD = re.compile(r"[a-z]{2,12}")
_FULL_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
# Whoever speaks of two people names one of them by what they are to the other.
_SOMEBODY_ELSE = frozenset(
    {
        *(
            "wife",
            "husband",
            "mother",
            "father",
            "son",
            "daughter",
            "sister",
            "brother",
            "woman",
            "women",
            "man",
            "men",
        ),
        *(
            "girl",
            "girls",
            "boy",
            "boys",
            "girlfriend",
            "boyfriend",
            "queen",
            "king",
            "lady",
            "mom",
            "mum",
            "dad",
        ),
        *(
            "partner",
            "couple",
            "parents",
            "friend",
            "friends",
            "aunt",
            "uncle",
            "niece",
            "nephew",
            "cousin",
            "child",
        ),
        *(
            "baby",
            "actress",
            "who",
            "whom",
            "they",
            "their",
            "them",
            "each",
            "other",
            "both",
            "colleague",
            "victim",
        ),
    }
)


def found(text: str) -> Iterator[Finding]:
    """Yield the pronoun that opens a sentence and is not the one of the sentence before, which names one person."""
    words = vocabulary(text)
    if words.isdisjoint(_HE) or words.isdisjoint(_SHE):
        return
    for start in _START.finditer(text):
        before = _SENTENCE_BEFORE.search(text, max(0, start.start() - 300), start.start())
        after = _SENTENCE_AFTER.match(text, start.end())
        if before and after and _changes(before[0], after[0], start[1]):
            yield mqm.finding(
                Span(*start.span(1)),
                "agreement.pronoun",
                "grammar",
                "another pronoun than in the sentence before, though no other person is named",
                confidence=0.6,
            )


def _changes(before: str, after: str, pronoun: str) -> bool:
    own, other = (_HE, _SHE) if pronoun.lower() in _HE else (_SHE, _HE)
    first, second = (frozenset(_WORD.findall(sentence.lower())) for sentence in (before, after))
    if first.isdisjoint(other) or not first.isdisjoint(own) or not second.isdisjoint(other):
        return False
    named = len(set(_FULL_NAME.findall(before))) == 1 and not _FULL_NAME.search(after)
    return named and _SOMEBODY_ELSE.isdisjoint(first | second)
