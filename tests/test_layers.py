"""Imports run one way, and the pure library knows no Prefect."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = [
    {"types", "errors", "version", "patterns"},
    {"mqm", "fold", "alignment", "protected", "unusual"},
    {"edits", "settings", "words"},
    {"lexicon"},
    {"resources"},
    {"language"},
    {"normalise", "strip", "detect"},
    {"company", "hints", "keyboard", "report", "suggest", "reference"},
    {"score", "summary", "telling"},
    {"pipeline"},
    {"render", "evaluation", "explain"},
]
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
MODULES = sorted((ROOT / "cleaners").rglob("*.py"))


def room(path):
    return path.relative_to(ROOT / "cleaners").with_suffix("").parts[0]


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_one_way(path):
    here = room(path)
    if here == "__init__":
        return
    for name in imported(path):
        top, _, rest = name.partition(".")
        assert top not in {"prefect", "flows"}, f"{path} imports {name}"
        if top == "cleaners" and (there := rest.split(".")[0]) != here:
            assert RANK[there] < RANK[here], f"{path.name} ({here}) must not import {there}"
