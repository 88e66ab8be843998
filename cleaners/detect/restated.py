"""Whether a bracket says again what stands before it: a name in two spellings that translation made one."""

import re
from difflib import SequenceMatcher

from cleaners.detect.words import word_list
from cleaners.fold import fold
from cleaners.types import Strength

WORD = re.compile(r"[^\W_]+(?:(?:['’]|(?<!\d)-)[^\W_]+)*")
WORDS_BEFORE = 8
"""How many words before the bracket it may say again."""
_ALIKE = 0.7
"""Share of letters two spellings of a name have in common: Petrow and Petrov .83, Smith and Smart .6."""


def restated(before: list[str], inside: str) -> Strength | None:
    """Return how surely ``inside`` says nothing that the words ``before`` the bracket have not said."""
    parts = [WORD.findall(part) for part in inside.split(",", 3)]
    strengths = {_says_again(before, words) for words in parts if any(map(_is_word, words))}
    if Strength.STRONG in strengths:
        return Strength.STRONG
    if Strength.WEAK in strengths or _adds_nothing(before, [w for words in parts for w in words]):
        return Strength.WEAK
    return None


def _is_word(word: str) -> bool:
    """Tell a word from a figure, a version and a single letter."""
    return len(word) > 1 and not any(map(str.isdigit, word))


def _says_again(before: list[str], words: list[str]) -> Strength | None:
    if _same(before[-len(words) :], words) or _same_joined(before, words):
        return Strength.STRONG if len(words) > 1 else Strength.WEAK
    return Strength.WEAK if _same_name(before, words) else None


def _adds_nothing(before: list[str], words: list[str]) -> bool:
    """Tell a remark made of words from before it (``a clown on television (being a clown)``)."""
    content = [fold(w) for w in words if fold(w) not in word_list("empty_words")]
    if not content or len(words) == 1 or fold(words[0]) in word_list("adding_words"):
        return False
    return all(w.isalpha() for w in content) and set(content) <= {fold(w) for w in before}


def _same(before: list[str], words: list[str]) -> bool:
    """Compare without capitals and plurals."""
    return [_bare(w) for w in before] == [_bare(w) for w in words]


def _same_joined(before: list[str], words: list[str]) -> bool:
    """Compare without the spaces, too: Open AI (OpenAI)."""
    glued = _bare("".join(words))
    return len(glued) > 3 and any(_bare("".join(before[-n:])) == glued for n in range(1, len(words) + 2))


def _bare(word: str) -> str:
    folded = fold(word).replace("-", "")
    return folded.removesuffix("'s").removesuffix("s") if len(folded) > 3 else folded


def _same_name(before: list[str], words: list[str]) -> bool:
    """Tell a name spelled by ear, or cut to its last part, that is then written out.

    ``Pavel Petrow (Pavel Petrov)``, ``Lind (Mary Lind)``.
    """
    if len(words) < 2 or not before or not all(w[0].isupper() for w in (before[-1], *words)):
        return False
    alone = before[-2:-1] == [] or before[-2][0].islower()
    if len(words) < 4 and before[-1] == words[-1] and alone:
        return True
    different = [(a, b) for a, b in zip(before[-len(words) :], words, strict=False) if a != b]
    return len(different) == 1 and _alike(*different[0])


def _alike(one: str, other: str) -> bool:
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= _ALIKE
