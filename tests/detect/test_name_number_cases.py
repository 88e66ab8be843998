"""Nicknames, names, numbers and sentence shapes: every case file of these detectors, span by span."""

import importlib
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from cleaners.lexicon.entry import unmark
from cleaners.types import Document

CASES = Path(__file__).parent / "cases"
DETECTORS = (
    "nicknames",
    "names",
    "numbers",
    "glosses",
    "number_units",
    "measure_words",
    "shapes",
    "agreement",
)


def load():
    for name in DETECTORS:
        data = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
        for number, case in enumerate(data["case"], 1):
            marks = pytest.mark.xfail(strict=True, reason="known miss") if case.get("todo") else ()
            yield pytest.param(name, case, id=f"{name}-{number}", marks=marks)


def findings(name, text):
    find = importlib.import_module(f"cleaners.detect.{name}").find
    return sorted(find(Document(text), SimpleNamespace()), key=lambda f: f.span)


@pytest.mark.parametrize(("name", "case"), list(load()))
def test_case(name, case):
    text, marked = unmark(case["text"])
    found = findings(name, text)
    assert [text[s:e] for s, e in (f.span for f in found)] == [text[s:e] for s, e in marked]
    assert [f.span for f in found] == marked
    for key in ("strength", "kind", "source_language", "suggestion", "severity"):
        if key in case:
            assert {getattr(f, key) for f in found} == {case[key]}
