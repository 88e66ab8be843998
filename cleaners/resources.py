"""What rules need, loaded once a process: settings and lexicons."""

import gc
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from cleaners.lexicon import compiled
from cleaners.lexicon.lexicon import Lexicon, put_together
from cleaners.lexicon.load import load_folder
from cleaners.lexicon.phrase import Phrase, from_entry
from cleaners.settings import Settings


@dataclass(frozen=True)
class Resources:
    """``settings`` as the user wrote them, and the phrases that are switched on, by strength.

    Weak and loose ones are loaded when a text first needs them: most texts need neither. ``digest`` names exactly
    which phrases are switched on; it travels with scores, in their signature.
    """

    settings: Settings
    digest: str

    @cached_property
    def strong(self) -> Lexicon:
        """Phrases that are looked for in every text."""
        return self._lexicon("strong")

    @cached_property
    def weak(self) -> Lexicon:
        """Phrases that are looked for where a detector that may speak alone found anything, or a country is named."""
        return self._lexicon("weak")

    def loose(self, source: str) -> Lexicon:
        """Phrases that are looked for in what is surely a translation from ``source``, or speaks of its country."""
        return self._loose.get(source) or self._loose.setdefault(source, self._lexicon(f"loose-{source}"))

    @cached_property
    def _loose(self) -> dict[str, Lexicon]:
        return {}

    def _lexicon(self, part: str) -> Lexicon:
        with _uncollected():
            own = _own(self.settings.lexicons)
            replaced = {phrase.rule for phrase in own}
            mine = [p for p in own if compiled.part_of(p) == part and p.rule not in self.settings.off]
            return put_together(compiled.load(part), mine, replaced | self.settings.off)


@lru_cache(maxsize=8)
def load(settings: Settings = Settings()) -> Resources:  # noqa: B008  frozen, so one default serves all
    """Return the resources that ``settings`` ask for.

    Raises cleaners.lexicon.load.LexiconError for a user's lexicon that breaks its rules.
    """
    resources = Resources(settings, _digest(settings))
    assert resources.strong  # loaded now: a process that is forked off has it too
    return resources


def make_ready(settings: Settings) -> None:
    """Load what most documents do not need and one of many will, lest memory grow by a quarter in mid-run."""
    assert load(settings).weak


def _digest(settings: Settings) -> str:
    ours = compiled.digest()
    own = _own(settings.lexicons)
    if not own and not settings.off:
        return ours
    told = json.dumps([ours, sorted(settings.off), [asdict(phrase) for phrase in own]], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


@lru_cache(maxsize=8)
def _own(folders: tuple[Path, ...]) -> list[Phrase]:
    """Return the phrases of a user's lexicons; of two with one rule id the last one counts."""
    entries = {rule: entry for folder in folders for rule, entry in load_folder(folder).items()}
    return [from_entry(rule, entries[rule]) for rule in sorted(entries)]


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
