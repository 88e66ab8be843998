"""The package's own lexicons, compiled, a file a strength: parsing the TOML would cost a hundred times as much."""

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

_FOLDER = Path(__file__).parent

_FIELDS = tuple(field.name for field in fields(Phrase))

Row = list[Any]
"""A phrase as it is written: its fields in order, and no more than text until it is met."""


@dataclass(frozen=True)
class Compiled:
    """Phrases of one strength; ``index`` knows a phrase by its number among ``rows``."""

    index: Index
    rows: list[Row]

    def phrase(self, number: int) -> Phrase:
        """Return one phrase."""
        row = dict(zip(_FIELDS, self.rows[number], strict=True))
        return Phrase(**row | {"severity": Severity(row["severity"]), "strength": Strength(row["strength"])})


def path_of(strength: Strength) -> Path:
    """Return where the phrases of a strength are: apart, since most runs need the strong ones alone."""
    return _FOLDER / f"compiled-{strength.value}.json"


def digest() -> str:
    """Return the digest of all phrases, without loading any."""
    with path_of(Strength.STRONG).open(encoding="utf-8") as lines:
        found: str = json.loads(next(lines).rstrip(",\n") + "}")["digest"]
    return found


def dump(entries: Mapping[str, Entry]) -> dict[Path, str]:
    """Return ``entries``, by rule id, as the text of each file. All of them have the digest of all."""
    phrases = [from_entry(rule, entry) for rule, entry in sorted(entries.items())]
    bodies = {kind: _body([phrase for phrase in phrases if phrase.strength is kind]) for kind in Strength}
    named = hashlib.sha256("".join(bodies.values()).encode()).hexdigest()
    return {path_of(kind): f'{{"digest": "{named}",\n{body}}}\n' for kind, body in bodies.items()}


def _body(phrases: Sequence[Phrase]) -> str:
    index = asdict(build(phrases))
    # A line a phrase, a way or a key: what changed in an entry is all that a diff shows.
    parts = {"phrases": [list(asdict(p).values()) for p in phrases], **index}
    return ",\n".join(f'"{name}": {_lines(part)}' for name, part in parts.items())


def load(strength: Strength) -> Compiled:
    """Return the phrases of one strength."""
    data = json.loads(path_of(strength).read_bytes())
    del data["digest"]
    return Compiled(rows=data.pop("phrases"), index=Index(**data))


def _lines(part: object) -> str:
    if isinstance(part, list):
        return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in part) + "\n]"
    if isinstance(part, dict):
        items = (f"{json.dumps(key)}: {json.dumps(value)}" for key, value in part.items())
        return "{\n" + ",\n".join(items) + "\n}"
    return json.dumps(part)
