"""How an entry's pattern is read: checked, anchored to literals, and compiled."""

import re
from collections.abc import Iterable, Sequence

# The standard library keeps no public parser of patterns; this one is its own, unchanged since 3.11.
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any

MIN_LITERAL = 3
MAX_REPEAT = 40
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


class PatternError(ValueError):
    """A pattern that a lexicon must not hold; the message says why."""


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


def literals(pattern: str) -> tuple[str, ...]:
    """Return folded strings of which every match of ``pattern`` contains at least one.

    Raises PatternError when the pattern does not compile, repeats without bound, or has no such strings of
    MIN_LITERAL letters or more.
    """
    try:
        tree = sre_parser.parse(pattern)
    except re.error as error:
        raise PatternError(f"the pattern does not compile: {error}") from error
    _check_bounds(tree)
    best = _anchors(tree)
    if not best or min(map(len, best)) < MIN_LITERAL:
        raise PatternError(f"no literal text of {MIN_LITERAL} letters or more that every match must hold")
    return tuple(sorted(best))


def width(pattern: str) -> int:
    """Return the longest match of ``pattern``, in code points."""
    return int(sre_parser.parse(pattern).getwidth()[1])


def compile_pattern(pattern: str, *, case: bool) -> re.Pattern[str]:
    """Compile ``pattern`` between word boundaries; without ``case`` capitals do not matter."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", 0 if case else re.IGNORECASE)


def _check_bounds(tree: Any) -> None:
    for op, argument in tree:
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            _low, high, inner = argument
            if high is sre.MAXREPEAT or high > MAX_REPEAT:
                raise PatternError(
                    f"a repeat without a bound (or over {MAX_REPEAT}): write {{0,3}}, not * or +"
                )
            _check_bounds(inner)
        else:
            for inner in _inner(op, argument):
                _check_bounds(inner)


def _inner(op: Any, argument: Any) -> Iterable[Any]:
    if op is sre.BRANCH:
        return list(argument[1])
    if op is sre.SUBPATTERN:
        return [argument[-1]]
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [argument[1]]
    if op is sre.ATOMIC_GROUP:
        return [argument]
    return []


def _anchors(tree: Any) -> set[str]:
    """The best set of alternatives: the one whose shortest member is longest."""
    choices: list[set[str]] = []
    run = ""
    for op, argument in [*tree, (None, None)]:
        if op is sre.LITERAL:
            run += chr(argument).lower()
            continue
        choices.append({run} if run else set())
        run = ""
        if op is sre.BRANCH:
            branches = [_anchors(branch) for branch in argument[1]]
            choices.append(set().union(*branches) if all(branches) else set())
        elif op is sre.SUBPATTERN:
            choices.append(_anchors(argument[-1]))
        elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT) and argument[0] >= 1:
            choices.append(_anchors(argument[2]))
    return max(choices, key=lambda choice: (min(map(len, choice), default=0), -len(choice)), default=set())
