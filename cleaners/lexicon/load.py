"""Lexicon files into entries, and every refusal with its file and id."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from cleaners.lexicon.entry import Entry, proof_failures


class LexiconError(ValueError):
    """A lexicon file that cannot be used; the message names file, entry and what to do."""


def load_file(path: Path) -> dict[str, Entry]:
    """Return the entries of one TOML file by rule id (``zh-en.manual-dog-head``: the folder is the pair).

    Raises LexiconError for anything the lexicon's README forbids.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read as TOML: {error}") from error
    if set(data) - {"entry"} or not isinstance(data.get("entry", []), list):
        raise LexiconError(f"{path}: only [[entry]] tables belong here, found {', '.join(sorted(data))}")
    entries: dict[str, Entry] = {}
    for number, table in enumerate(data.get("entry", []), 1):
        name = table.get("id", f"number {number}") if isinstance(table, dict) else f"number {number}"
        try:
            entry = Entry.model_validate(table)
        except ValidationError as error:
            reasons = "; ".join(
                f"{'.'.join(map(str, e['loc'])) or 'entry'}: {e['msg'].removeprefix('Value error, ')}"
                for e in error.errors()
            )
            raise LexiconError(f"{path}: entry {name}: {reasons}") from error
        rule = f"{path.parent.name}.{entry.id}"
        if rule in entries:
            raise LexiconError(f"{path}: entry {entry.id}: this id stands here twice")
        entries[rule] = entry
    return entries


def load_folder(folder: Path) -> dict[str, Entry]:
    """Return the entries of ``folder/<pair>/*.toml``, proofs checked. Raises LexiconError, also for none."""
    entries: dict[str, Entry] = {}
    if not (paths := sorted(folder.glob("*/*.toml"))):
        raise LexiconError(
            f"{folder}: no lexicon is there; its files stand a folder deeper, as zh-en/slang.toml"
        )
    for path in paths:
        found = load_file(path)
        if twice := sorted(set(found) & set(entries)):
            raise LexiconError(f"{path}: entry {twice[0]}: another file of this folder has this id")
        entries.update(found)
        if failures := [f for entry in found.values() for f in proof_failures(entry)]:
            raise LexiconError(f"{path}: " + "; ".join(failures))
    return entries
