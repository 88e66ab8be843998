"""The package's own lexicons, compiled to one file: parsing their TOML would cost a hundred times as much."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from cleaners.lexicon.entry import Entry
from cleaners.lexicon.index import Index, build
from cleaners.lexicon.phrase import Phrase, from_entry
from cleaners.types import Severity, Strength

COMPILED = Path(__file__).with_name("compiled.json")

LOOSE = Path(__file__).with_name("compiled-loose.json")
"""Loose phrases stand apart: most runs never load them."""

_FIELDS = tuple(field.name for field in fields(Phrase))

Row = list[Any]
"""A phrase as it is written: its fields in order, and no more than text until it is met."""


@dataclass(frozen=True)
class Compiled:
    """``digest`` names this very content; ``index`` knows a phrase by its number among ``rows``."""

    digest: str
    index: Index
    rows: list[Row]

    @property
    def rules(self) -> list[str]:
        """The rule id of each phrase."""
        return [row[0] for row in self.rows]

    def phrase(self, number: int) -> Phrase:
        """Return one phrase."""
        row = dict(zip(_FIELDS, self.rows[number], strict=True))
        return Phrase(**row | {"severity": Severity(row["severity"]), "strength": Strength(row["strength"])})


def dump(entries: Mapping[str, Entry]) -> dict[Path, str]:
    """Return ``entries``, by rule id, as the texts of COMPILED and LOOSE. Both have the digest of both."""
    phrases = [from_entry(rule, entry) for rule, entry in sorted(entries.items())]
    bodies = {
        COMPILED: _body([phrase for phrase in phrases if phrase.strength is not Strength.LOOSE]),
        LOOSE: _body([phrase for phrase in phrases if phrase.strength is Strength.LOOSE]),
    }
    digest = hashlib.sha256("".join(bodies.values()).encode()).hexdigest()
    return {path: f'{{"digest": "{digest}",\n{body}}}\n' for path, body in bodies.items()}


def _body(phrases: Sequence[Phrase]) -> str:
    index = asdict(build(phrases))
    # A line a phrase, a way or a key: what changed in an entry is all that a diff shows.
    parts = {"phrases": [list(asdict(p).values()) for p in phrases], **index}
    return ",\n".join(f'"{name}": {_lines(part)}' for name, part in parts.items())


def load(path: Path = COMPILED) -> Compiled:
    """Return a compiled lexicon."""
    data = json.loads(path.read_bytes())
    return Compiled(data.pop("digest"), rows=data.pop("phrases"), index=Index(**data))


def _lines(part: object) -> str:
    if isinstance(part, list):
        return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in part) + "\n]"
    if isinstance(part, dict):
        items = (f"{json.dumps(key)}: {json.dumps(value)}" for key, value in part.items())
        return "{\n" + ",\n".join(items) + "\n}"
    return json.dumps(part)
