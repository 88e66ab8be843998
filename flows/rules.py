"""Where a rule stands, by its id: in a lexicon, in a detector's table, or in a module; and which ids look alike."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import cleaners
from cleaners import resources
from cleaners.detect.signs import Damage, damages
from cleaners.lexicon.entry import Entry
from cleaners.lexicon.load import load_file
from cleaners.settings import FURNITURE, Settings, SettingsError

ROOT = Path(cleaners.__file__).parent
_STAGES = ("normalise", "strip", "detect")
_ENTRY = re.compile(r"""^\s*id\s*=\s*["']([^"']+)""", re.MULTILINE)
_WHOLE = re.compile(r'"([a-z_]+)\.([a-z-]+)"')
_HALF = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')  # a module puts its own name before it: `punctuation.no-space`


def refuse_unknown(rules: Settings, where: str = "settings") -> None:
    """Raise SettingsError for a rule that is switched off and is none: a slip of the pen would do nothing.

    Raises LexiconError for a lexicon of the person's own that cannot be used.
    """
    if not rules.off:
        return
    resources.load(rules)  # a lexicon that is not there is said before the rules that it lacks
    for rule in sorted(rules.off.difference(_entries(rules.lexicons))):
        if not (damages_of(rule) or modules_of(rule)):
            raise SettingsError(f"{where}: off: {rule!r} is no rule{alike(rule, rules.lexicons)}")


def alike(rule: str, lexicons: tuple[Path, ...] = ()) -> str:
    """Return a question that names up to three ids that look like ``rule``, or where ids stand."""
    known = {*_entries(lexicons), *_ids(), *(f"strip.{kind}" for kind in FURNITURE)}
    close = get_close_matches(rule, sorted(known), 3)
    return f"; is it {' or '.join(close)}?" if close else "; reports and index.html name the rules that spoke"


def find_entry(rule: str, lexicons: tuple[Path, ...] = ()) -> Entry | None:
    """Return a lexicon's entry, a person's own before the package's. Raises LexiconError."""
    pair, _, name = rule.partition(".")
    for folder in (*lexicons, ROOT / "lexicon"):
        for path in sorted(folder.glob("*/*.toml")):
            # A file is read only when it can have the entry: there are a hundred.
            if path.parent.name == pair and f'"{name}"' in path.read_text(encoding="utf-8"):
                found = load_file(path).get(rule)
                if found:
                    return found
    return None


def damages_of(rule: str) -> list[Damage]:
    """Return the entries of a detector's table that carry this rule's id."""
    if not (ROOT / "detect" / "data" / f"{rule.partition('.')[0]}.toml").is_file():
        return []
    try:
        return [damage for damage in damages(rule.partition(".")[0]) if damage.rule == rule]
    except KeyError:
        return []  # a table of words, not of damage


def modules_of(rule: str) -> list[str]:
    """Return the modules that make findings or edits under this rule's id: `mended.space-before` is of mended."""
    first, _, rest = rule.partition(".")
    found = []
    for stage in _STAGES:
        for path in sorted((ROOT / stage).glob("*.py")):
            source = path.read_text(encoding="utf-8")
            own = path.stem == first or (stage == first and path.stem != "__init__")
            if rest and (f'"{rule}"' in source or (own and f'"{rest}"' in source)):
                found.append(f"cleaners.{stage}.{path.stem}")
    return found


def _entries(lexicons: tuple[Path, ...]) -> Iterator[str]:
    """Yield the ids of lexicon entries, as they are written down: to load all of them would take a second."""
    for folder in (*lexicons, ROOT / "lexicon"):
        for path in folder.glob("*/*.toml"):
            found = _ENTRY.findall(path.read_text(encoding="utf-8"))
            yield from (f"{path.parent.name}.{name}" for name in found)


def _ids() -> Iterator[str]:
    """Yield the ids of rules that stand in code and in the detectors' tables."""
    for stage in _STAGES:
        paths = (*(ROOT / stage).glob("*.py"), *(ROOT / stage).glob("data/*.toml"))
        names = {stage, *(path.stem for path in paths)}
        for path in paths:
            source = path.read_text(encoding="utf-8")
            yield from (f"{first}.{rest}" for first, rest in _WHOLE.findall(source) if first in names)
            if path.suffix == ".py":
                yield from (f"{path.stem}.{half}" for half in _HALF.findall(source))
