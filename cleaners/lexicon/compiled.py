"""The package's own lexicons, compiled into parts: parsing the TOML would cost a hundred times as much."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from cleaners.lexicon.entry import Entry
from cleaners.lexicon.index import KEY, SHORT_KEY, Index, build
from cleaners.lexicon.phrase import Phrase, from_entry
from cleaners.types import Severity, Strength

FOLDER = Path(__file__).parent

_FIELDS = tuple(field.name for field in fields(Phrase))

Row = list[Any]
"""A phrase as it is written: its fields in order, and no more than text until it is met."""


_NOTHING = Index(reach=0, needs=[], ways=[], signs={})


@dataclass(frozen=True)
class Compiled:
    """Phrases of one part; ``index`` knows a phrase by its number among ``rows``."""

    index: Index
    rows: list[Row]

    def phrase(self, number: int) -> Phrase:
        """Return one phrase."""
        row = dict(zip(_FIELDS, self.rows[number], strict=True))
        return Phrase(**row | {"severity": Severity(row["severity"]), "strength": Strength(row["strength"])})


def part_of(phrase: Phrase) -> str:
    """Return the part of a phrase: most texts need the strong ones alone, few the loose ones of their source."""
    loose = phrase.strength is Strength.LOOSE
    return f"{phrase.strength}-{phrase.source_language}" if loose else phrase.strength.value


def path_of(part: str) -> Path:
    """Return where a part is."""
    return FOLDER / f"compiled-{part}.json"


def digest() -> str:
    """Return the digest of all phrases, without loading any."""
    with path_of(Strength.STRONG).open(encoding="utf-8") as lines:
        found: str = json.loads(next(lines).rstrip(",\n") + "}")["digest"]
    return found


def dump(entries: Mapping[str, Entry]) -> dict[Path, str]:
    """Return ``entries``, by rule id, as the text of each part's file. All of them have the digest of all."""
    parts: dict[str, list[Phrase]] = {}
    for rule, entry in sorted(entries.items()):
        phrase = from_entry(rule, entry)
        parts.setdefault(part_of(phrase), []).append(phrase)
    bodies = {part: _body(phrases) for part, phrases in sorted(parts.items())}
    named = hashlib.sha256("".join(bodies.values()).encode()).hexdigest()
    return {path_of(part): f'{{"digest": "{named}",\n{body}}}\n' for part, body in bodies.items()}


def _body(phrases: Sequence[Phrase]) -> str:
    index = asdict(build(phrases, SHORT_KEY if phrases[0].strength is Strength.LOOSE else KEY))
    # A line a phrase, a way or a key: what changed in an entry is all that a diff shows.
    parts = {"phrases": [list(asdict(p).values()) for p in phrases], **index}
    return ",\n".join(f'"{name}": {_lines(part)}' for name, part in parts.items())


def load(part: str) -> Compiled:
    """Return the phrases of one part; there are none for a source that the package knows nothing of."""
    if not (path := path_of(part)).exists():
        return Compiled(rows=[], index=_NOTHING)
    data = json.loads(path.read_bytes())
    del data["digest"]
    return Compiled(rows=data.pop("phrases"), index=Index(**data))


def _lines(part: object) -> str:
    if isinstance(part, list):
        return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in part) + "\n]"
    if isinstance(part, dict):
        items = (f"{json.dumps(key)}: {json.dumps(value)}" for key, value in part.items())
        return "{\n" + ",\n".join(items) + "\n}"
    return json.dumps(part)
