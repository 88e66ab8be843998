"""Lemmas and the forms they take in English."""

import re
from collections.abc import Sequence

_GAP = r"(?:[^\w\n]{1,3}[\w'-]{1,20}){0,3}[^\w\n]{1,3}"
_IRREGULAR = {
    "be": ("is", "are", "was", "were", "been", "being", "am"),
    "do": ("does", "did", "done", "doing"),
    "go": ("goes", "went", "gone", "going"),
    "have": ("has", "had", "having"),
    "take": ("takes", "took", "taken", "taking"),
    "make": ("makes", "made", "making"),
    "give": ("gives", "gave", "given", "giving"),
    "get": ("gets", "got", "gotten", "getting"),
    "come": ("comes", "came", "coming"),
    "run": ("runs", "ran", "running"),
    "break": ("breaks", "broke", "broken", "breaking"),
    "eat": ("eats", "ate", "eaten", "eating"),
    "throw": ("throws", "threw", "thrown", "throwing"),
    "catch": ("catches", "caught", "catching"),
    "fight": ("fights", "fought", "fighting"),
    "hit": ("hits", "hitting"),
    "cut": ("cuts", "cutting"),
    "put": ("puts", "putting"),
    "set": ("sets", "setting"),
    "beat": ("beats", "beaten", "beating"),
    "blow": ("blows", "blew", "blown", "blowing"),
    "draw": ("draws", "drew", "drawn", "drawing"),
    "fall": ("falls", "fell", "fallen", "falling"),
    "fly": ("flies", "flew", "flown", "flying"),
    "grow": ("grows", "grew", "grown", "growing"),
    "hold": ("holds", "held", "holding"),
    "keep": ("keeps", "kept", "keeping"),
    "lie": ("lies", "lay", "lain", "lying"),
    "pay": ("pays", "paid", "paying"),
    "ride": ("rides", "rode", "ridden", "riding"),
    "rob": ("robs", "robbed", "robbing"),
    "say": ("says", "said", "saying"),
    "see": ("sees", "saw", "seen", "seeing"),
    "sell": ("sells", "sold", "selling"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "stand": ("stands", "stood", "standing"),
    "steal": ("steals", "stole", "stolen", "stealing"),
    "sweep": ("sweeps", "swept", "sweeping"),
    "swim": ("swims", "swam", "swum", "swimming"),
    "write": ("writes", "wrote", "written", "writing"),
    "buy": ("buys", "bought", "buying"),
    "find": ("finds", "found", "finding"),
    "leave": ("leaves", "left", "leaving"),
    "lose": ("loses", "lost", "losing"),
    "rise": ("rises", "rose", "risen", "rising"),
    "dig": ("digs", "dug", "digging"),
    "man": ("men",),
    "woman": ("women",),
    "person": ("people", "persons"),
    "child": ("children",),
    "foot": ("feet",),
    "mouse": ("mice",),
}
_VOWELS = "aeiou"


def inflections(lemma: str) -> tuple[str, ...]:
    """Return ``lemma`` with its regular or irregular English inflected forms, longest first."""
    if lemma in _IRREGULAR:
        forms = {lemma, *_IRREGULAR[lemma]}
    elif lemma.endswith("e"):
        forms = {lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        forms = {lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    elif lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        forms = {lemma, lemma + "es", lemma + "ed", lemma + "ing"}
    else:
        # Doubling follows stress, which spelling does not show: both spellings are taken.
        twice = lemma + lemma[-1] if lemma[-1:] not in _VOWELS + "wy" else lemma
        forms = {lemma + end for end in ("", "s", "ed", "ing")} | {twice + end for end in ("ed", "ing")}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def from_lemmas(lemmas: Sequence[str]) -> str:
    """Return the pattern of ``lemmas`` in their order, any inflection, up to three words between two."""
    return _GAP.join(f"(?:{'|'.join(map(re.escape, inflections(lemma)))})" for lemma in lemmas)
