"""The package's own lexicons, compiled into parts: parsing the TOML would cost a hundred times as much."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from cleaners.lexicon.entry import Entry
from cleaners.lexicon.index import KEY, SHORT_KEY, Index, build
from cleaners.lexicon.phrase import Phrase, from_entry
from cleaners.types import Severity, Strength

FOLDER = Path(__file__).parent

_FIELDS = tuple(field.name for field in fields(Phrase))

_NOTHING = Index(reach=0, needs=[], ways=[], signs={})


@dataclass(frozen=True)
class Compiled:
    """Phrases of one part; ``index`` knows a phrase by its number among ``rows``, which are JSON until one is met."""

    index: Index
    rows: Sequence[bytes]

    def phrase(self, number: int) -> Phrase:
        """Return one phrase."""
        row = dict(zip(_FIELDS, json.loads(self.rows[number]), strict=True))
        row |= {"severity": Severity(row["severity"]), "strength": Strength(row["strength"])}
        return Phrase(**row | {"topics": tuple(row["topics"])})


def part_of(phrase: Phrase) -> str:
    """Return the part of a phrase: most texts need the strong ones alone, few the loose ones of their source."""
    loose = phrase.strength is Strength.LOOSE
    return f"{phrase.strength}-{phrase.source_language}" if loose else phrase.strength.value


def path_of(part: str) -> Path:
    """Return where a part is."""
    return FOLDER / f"compiled-{part}.jsonl"


def digest() -> str:
    """Return the digest of all phrases, without loading any."""
    with path_of(Strength.STRONG).open(encoding="utf-8") as lines:
        found: str = json.loads(next(lines))["digest"]
    return found


def dump(entries: Mapping[str, Entry]) -> dict[Path, str]:
    """Return ``entries``, by rule id, as the text of each part's file. All of them have the digest of all."""
    parts: dict[str, list[Phrase]] = {}
    for rule, entry in sorted(entries.items()):
        phrase = from_entry(rule, entry)
        parts.setdefault(part_of(phrase), []).append(phrase)
    bodies = {part: _body(phrases) for part, phrases in sorted(parts.items())}
    named = hashlib.sha256("".join(bodies.values()).encode()).hexdigest()
    return {path_of(part): f'{{"digest": "{named}", {body}' for part, body in bodies.items()}


def _body(phrases: Sequence[Phrase]) -> str:
    """Return the lines of a part, without the digest: sizes, needs, signs, then a phrase or a way each."""
    index = build(phrases, SHORT_KEY if phrases[0].strength is Strength.LOOSE else KEY)
    sizes = f'"phrases": {len(phrases)}, "reach": {index.reach}}}'
    rows = (json.dumps(list(asdict(phrase).values()), ensure_ascii=False) for phrase in phrases)
    return "\n".join([sizes, json.dumps(index.needs), json.dumps(index.signs), *rows, *index.ways])


def load(part: str) -> Compiled:
    """Return the phrases of one part; there are none for a source that the package knows nothing of."""
    if not (path := path_of(part)).exists():
        return Compiled(rows=[], index=_NOTHING)
    # As bytes, since most lines are never read.
    first, needs, signs, *lines = path.read_bytes().split(b"\n")
    head = json.loads(first)
    rows, ways = lines[: head["phrases"]], lines[head["phrases"] :]
    return Compiled(Index(head["reach"], json.loads(needs), ways, json.loads(signs)), rows)
