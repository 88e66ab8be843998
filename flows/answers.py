"""What the command line prints instead of running: a report's schema, and what a rule looks for."""

import importlib
import inspect
import json
from pathlib import Path

import cleaners
from cleaners import Report
from cleaners.company import TOLD
from cleaners.detect.signs import Damage, damages
from cleaners.lexicon.entry import Entry
from cleaners.lexicon.load import load_file
from cleaners.types import Strength
from flows.errors import UsageError

_ROOT = Path(cleaners.__file__).parent
_STAGES = ("normalise", "strip", "detect")


def schema() -> str:
    """Return the JSON schema of a report."""
    return json.dumps(Report.model_json_schema(), indent=2)


def explain(rule: str, lexicons: tuple[Path, ...] = ()) -> str:
    """Return what a rule looks for: a lexicon entry with its examples, or what a function's module says of itself.

    ``lexicons`` are a person's own folders. Raises UsageError for a rule that is not there, LexiconError.
    """
    for folder in (*lexicons, _ROOT / "lexicon"):
        if entry := _find_entry(rule, folder):
            return _describe(rule, entry)
    said = list(dict.fromkeys(damage.message for damage in _damages(rule)))
    said += [inspect.getdoc(importlib.import_module(name)) or "" for name in _modules(rule)]
    if not said:
        raise UsageError(f"{rule}: no such rule; reports and index.html name the rules that spoke")
    return f"{rule}\n\n" + "\n\n".join(said)


def _find_entry(rule: str, folder: Path) -> Entry | None:
    pair, _, name = rule.partition(".")
    for path in sorted(folder.glob("*/*.toml")):
        # A file is read only when it can have the entry: there are a hundred.
        if path.parent.name == pair and f'"{name}"' in path.read_text(encoding="utf-8"):
            found = load_file(path).get(rule)
            if found:
                return found
    return None


def _describe(rule: str, entry: Entry) -> str:
    lines = [
        f"{rule}: {entry.gloss}",
        f"source: {entry.source}",
        f"kind: {entry.kind}, {entry.severity}, {entry.strength}" + _alone(entry),
    ]
    lines += [f"suggests: {entry.suggest}"] if entry.suggest is not None else []
    lines += ["", "found in:", *(f"  {example}" for example in entry.bad)]
    return "\n".join([*lines, "quiet in:", *(f"  {example}" for example in entry.good)])


def _alone(entry: Entry) -> str:
    if entry.strength is Strength.STRONG:
        return ""
    if entry.sureness < TOLD:
        return " (evidence of a translation only: counted, never told as an error)"
    return " (speaks only in company of other evidence)"


def _damages(rule: str) -> list[Damage]:
    """Return the entries of a detector's table that carry this rule's id."""
    if not (_ROOT / "detect" / "data" / f"{rule.partition('.')[0]}.toml").is_file():
        return []
    try:
        return [damage for damage in damages(rule.partition(".")[0]) if damage.rule == rule]
    except KeyError:
        return []  # a table of words, not of damage


def _modules(rule: str) -> list[str]:
    """Return the modules that make findings or edits under this rule's id: `mended.space-before` is of mended."""
    first, _, rest = rule.partition(".")
    found = []
    for stage in _STAGES:
        for path in sorted((_ROOT / stage).glob("*.py")):
            source = path.read_text(encoding="utf-8")
            own = path.stem == first or (stage == first and path.stem != "__init__")
            if rest and (f'"{rule}"' in source or (own and f'"{rest}"' in source)):
                found.append(f"cleaners.{stage}.{path.stem}")
    return found
