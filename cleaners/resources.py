"""What rules need, loaded once a process: settings and lexicons."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from cleaners.lexicon import compiled
from cleaners.lexicon.lexicon import Lexicon, put_together
from cleaners.lexicon.load import load_folder
from cleaners.lexicon.phrase import Phrase, from_entry
from cleaners.settings import Settings
from cleaners.types import Strength


@dataclass(frozen=True, slots=True)
class Resources:
    """``settings`` as the user wrote them; ``lexicon`` finds the phrases that are switched on."""

    settings: Settings
    lexicon: Lexicon

    @property
    def loose(self) -> Lexicon:
        """Loose phrases: most documents are no translations and never need them."""
        return _loose(self.settings)


@lru_cache(maxsize=8)
def load(settings: Settings = Settings()) -> Resources:  # noqa: B008  frozen, so one default serves all
    """Return the resources that ``settings`` ask for.

    Raises cleaners.lexicon.load.LexiconError for a user's lexicon that breaks its rules.
    """
    with _uncollected():
        return _load(settings)


def _load(settings: Settings) -> Resources:
    own = [phrase for phrase in _own(settings) if phrase.strength is not Strength.LOOSE]
    return Resources(settings, put_together(compiled.load(), own, settings.off))


@lru_cache(maxsize=8)
def _loose(settings: Settings) -> Lexicon:
    with _uncollected():
        own = [phrase for phrase in _own(settings) if phrase.strength is Strength.LOOSE]
        return put_together(compiled.load(compiled.LOOSE), own, settings.off)


def _own(settings: Settings) -> list[Phrase]:
    found = (load_folder(folder) for folder in settings.lexicons)
    return [from_entry(rule, entry) for entries in found for rule, entry in entries.items()]


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
