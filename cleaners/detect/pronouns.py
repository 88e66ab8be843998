"""He in one sentence and she in the next for one person: spoken Chinese has one word, Japanese often none."""

import re
from collections.abc import Iterator

from cleaners import mqm
from cleaners.types import Finding, Span
from cleaners.words import vocabulary

_HE, _SHE = frozenset({"he", "his", "him", "himself"}), frozenset({"she", "her", "hers", "herself"})
_START = re.compile(r"\. (?=(She|Her|He|His) [a-z])")
_SENTENCE = re.compile(r"[^.!?\n]{1,300}")
_ENDS = ".!?\n"
_LONGEST = 300
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
        before = text[max(0, start.start() - _LONGEST) : start.start()]
        before = before[max(map(before.rfind, _ENDS)) + 1 :]
        own, other = (_HE, _SHE) if start[1].lower() in _HE else (_SHE, _HE)
        if (
            not other.isdisjoint(before.lower().split())
            and _names_one(before)
            and own.isdisjoint(_words(before))
        ):
            after = _SENTENCE.match(text, start.end())
            if after and other.isdisjoint(_words(after[0])) and not _FULL_NAME.search(after[0]):
                yield mqm.finding(
                    Span(*start.span(1)),
                    "agreement.pronoun",
                    "grammar",
                    "another pronoun than in the sentence before, though no other person is named",
                    confidence=0.6,
                )


def _names_one(sentence: str) -> bool:
    return len(set(_FULL_NAME.findall(sentence))) == 1


def _words(sentence: str) -> frozenset[str]:
    """Return the words of ``sentence``; both pronouns where it speaks of somebody whom it does not name."""
    words = frozenset(_WORD.findall(sentence.lower()))
    return words if words.isdisjoint(_SOMEBODY_ELSE) else words | _HE | _SHE
