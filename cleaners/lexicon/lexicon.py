"""Phrases of one strength that are switched on: the package's own, and the user's."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from cleaners.lexicon.compiled import Compiled
from cleaners.lexicon.index import build
from cleaners.lexicon.matcher import Matcher
from cleaners.lexicon.phrase import Phrase
from cleaners.types import Span


@dataclass(frozen=True)
class Lexicon:
    """Phrases to be looked for together."""

    matchers: tuple[Matcher, ...]

    def find(self, text: str) -> Iterator[tuple[Phrase, Span]]:
        """Yield each phrase and its span in ``text``, in order of place."""
        found = (pair for matcher in self.matchers for pair in matcher.find(text))
        yield from sorted(found, key=lambda pair: (pair[1], pair[0].rule))


def put_together(ours: Compiled, own: Sequence[Phrase], without: Collection[str]) -> Lexicon:
    """Return the phrases of ``ours`` whose rule ids are not ``without``, and a user's ``own``."""
    matchers = [Matcher(ours.index, ours.phrase, without)]
    if own:
        matchers.append(Matcher(build(own), own.__getitem__))
    return Lexicon(tuple(matchers))
