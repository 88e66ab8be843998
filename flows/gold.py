"""Labelled documents: which artefacts a person marked in which text."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

OPTIONAL_KINDS = frozenset({"lexical_marker", "discourse", "boilerplate"})
"""Kinds that are not labelled throughout: finding one is neither right nor wrong."""


class GoldError(ValueError):
    """Labels that cannot be used; the message names the file, the line and what is wrong."""


class Label(BaseModel):
    """A marked span of the raw text. ``label`` 0 marks a hard negative: a phrase that must not be flagged."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    start: int
    end: int
    kind: str
    severity: str = ""
    confidence: float = 1.0
    label: int = 1
    text: str = ""


class GoldDocument(BaseModel):
    """A text with its labels. ``machine`` tells whether it is a translation (None: not known); ``group`` names
    its source, over which recall is averaged."""

    id: str
    text: str
    labels: tuple[Label, ...]
    machine: bool | None
    language: str
    group: str


def load(path: Path, folders: Sequence[Path]) -> list[GoldDocument]:
    """Return the documents that a JSONL file of labels speaks of; texts are looked for in ``folders``.

    A line holds a document (``doc``, ``mt``, ``labels``) or one label (``doc``, ``start``, ``end``, ``kind``).
    Raises GoldError.
    """
    documents: dict[str, dict[str, Any]] = {}
    for number, table in _lines(path):
        name = str(table.get("doc", ""))
        document = documents.setdefault(name, {"labels": [], "mt": None, "lang": "zh"})
        try:
            if "labels" in table:
                document |= table | {"labels": [Label.model_validate(x) for x in table["labels"]]}
            else:
                document["labels"].append(Label.model_validate(table))
        except ValidationError as error:
            raise GoldError(
                f"{path}:{number}: {error.errors()[0]['msg']}: {error.errors()[0]['loc']}"
            ) from error
    return [_document(name, table, folders, path) for name, table in documents.items()]


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        rows = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise GoldError(f"{path}: cannot be read: {reason}") from error
    for number, row in enumerate(rows, 1):
        if row.strip():
            try:
                yield number, dict(json.loads(row))
            except (json.JSONDecodeError, TypeError, ValueError) as error:
                raise GoldError(f"{path}:{number}: not a JSON object: {error}") from error


def _document(name: str, table: dict[str, Any], folders: Sequence[Path], path: Path) -> GoldDocument:
    for file in (folder / tail for folder in folders for tail in (name, f"{name}.txt")):
        if Path(name).name == name and file.is_file():
            text = file.read_bytes().decode("utf-8")
            break
    else:
        raise GoldError(
            f"{path}: no text named {name!r} in {', '.join(map(str, folders))}; say where with --texts"
        )
    machine = table["mt"]
    if machine is None and any(label.label for label in table["labels"]):
        machine = True
    return GoldDocument(
        id=name,
        text=text,
        labels=tuple(table["labels"]),
        machine=None if machine is None else bool(machine),
        language=table["lang"],
        group=table.get("group", name),
    )
