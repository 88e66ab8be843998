"""What rules need, loaded once a process: settings and lexicons."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from cleaners.lexicon.load import load_folder
from cleaners.lexicon.matcher import Matcher
from cleaners.lexicon.phrase import digest_of, from_entry, load_compiled
from cleaners.settings import Settings


@dataclass(frozen=True, slots=True)
class Resources:
    """``lexicon`` finds the phrases that are switched on; ``lexicon_digest`` names exactly which these are."""

    settings: Settings
    lexicon: Matcher
    lexicon_digest: str


@lru_cache(maxsize=8)
def load(settings: Settings = Settings()) -> Resources:  # noqa: B008  frozen, so one default serves all
    """Return the resources that ``settings`` ask for.

    Raises cleaners.lexicon.load.LexiconError for a user's lexicon that breaks its rules.
    """
    with _uncollected():
        return _load(settings)


def _load(settings: Settings) -> Resources:
    digest, phrases = load_compiled()
    own = [from_entry(rule, e) for folder in settings.lexicons for rule, e in load_folder(folder).items()]
    if own or settings.off:
        # A user's entry of the same id takes the place of ours.
        by_rule = {p.rule: p for p in (*phrases, *own) if p.rule not in settings.off}
        phrases = tuple(by_rule[rule] for rule in sorted(by_rule))
        digest = digest_of(phrases)
    return Resources(settings, Matcher(phrases), digest)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from what is loaded: it goes through all of it over and over.

    While loading that doubles the time; afterwards it costs a tenth of the time of each document. What is frozen
    is never collected, which is right for what lives as long as the process.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was:
            gc.enable()
