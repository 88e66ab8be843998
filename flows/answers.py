"""What the command line prints instead of running: a report's schema, and what a rule looks for."""

import importlib
import inspect
import json
from pathlib import Path

from cleaners import Report
from cleaners.company import TOLD
from cleaners.lexicon.entry import Entry
from cleaners.types import Strength
from flows.errors import UsageError
from flows.examples import of_rule
from flows.rules import alike, damages_of, find_entry, modules_of


def schema() -> str:
    """Return the JSON schema of a report."""
    return json.dumps(Report.model_json_schema(), indent=2)


def explain(rule: str, lexicons: tuple[Path, ...] = ()) -> str:
    """Return what a rule looks for, with examples: a lexicon entry, or what a table or a module says of the rule.

    ``lexicons`` are a person's own folders. Raises UsageError for a rule that is not there, LexiconError.
    """
    if entry := find_entry(rule, lexicons):
        return _describe(rule, entry)
    said = list(dict.fromkeys(damage.message for damage in damages_of(rule)))
    said += [inspect.getdoc(importlib.import_module(name)) or "" for name in modules_of(rule)]
    if not said:
        raise UsageError(f"{rule}: no such rule{alike(rule, lexicons)}")
    if examples := of_rule(rule):
        said.append("found in:\n" + "\n".join(f"  {example}" for example in examples))
    return f"{rule}\n\n" + "\n\n".join(said)


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
    if entry.strength is Strength.LOOSE:
        about = f", in texts on {' or '.join(entry.topics)}" if entry.topics else ""
        return f" (looked for only in what has shown to be translated from there{about})"
    if entry.sureness < TOLD:
        return " (evidence of a translation only: counted, never told as an error)"
    return " (speaks only in company of other evidence)"
