"""All phrases that are switched on: the package's own, and the user's."""

import hashlib
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass

from cleaners.lexicon.compiled import Compiled
from cleaners.lexicon.index import build
from cleaners.lexicon.matcher import Matcher
from cleaners.lexicon.phrase import Phrase
from cleaners.types import Span


@dataclass(frozen=True)
class Lexicon:
    """``digest`` names exactly which phrases are switched on; it travels with scores, in their signature."""

    matchers: tuple[Matcher, ...]
    digest: str

    def find(self, text: str) -> Iterator[tuple[Phrase, Span]]:
        """Yield each phrase and its span in ``text``, in order of place."""
        found = (pair for matcher in self.matchers for pair in matcher.find(text))
        yield from sorted(found, key=lambda pair: (pair[1], pair[0].rule))


def put_together(ours: Compiled, own: Sequence[Phrase], off: Collection[str]) -> Lexicon:
    """Return what is left of ``ours`` and a user's ``own`` when ``off`` are switched off.

    A user's entry of the same rule id takes the place of ours.
    """
    own = sorted((p for p in own if p.rule not in off), key=lambda p: p.rule)
    without = {*off, *(p.rule for p in own)} & set(ours.rules) if own or off else set[str]()
    matchers = [Matcher(ours.index, ours.phrase, without)]
    if own:
        matchers.append(Matcher(build(own), own.__getitem__))
    return Lexicon(tuple(matchers), _digest(ours.digest, own, without) if own or without else ours.digest)


def _digest(ours: str, own: Sequence[Phrase], without: Collection[str]) -> str:
    told = json.dumps([ours, sorted(without), [asdict(phrase) for phrase in own]], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()
