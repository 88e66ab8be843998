"""Nicknames, names, numbers and sentence shapes: every case file of these detectors, span by span."""

import importlib
from types import SimpleNamespace

import pytest

from cleaners.lexicon.entry import unmark
from cleaners.types import Document
from tests.detect.reading import load

DETECTORS = (
    "nicknames",
    "names",
    "brands",
    "numbers",
    "glosses",
    "number_units",
    "measure_words",
    "shapes",
    "agreement",
)


def findings(name, text):
    find = importlib.import_module(f"cleaners.detect.{name}").find
    return sorted(find(Document(text), SimpleNamespace()), key=lambda f: f.span)


@pytest.mark.parametrize(("name", "case"), list(load(DETECTORS)))
def test_case(name, case):
    text, marked = unmark(case["text"])
    found = findings(name, text)
    assert [text[s:e] for s, e in (f.span for f in found)] == [text[s:e] for s, e in marked]
    assert [f.span for f in found] == marked
    for key in ("rule", "strength", "kind", "source_language", "suggestion", "severity"):
        if key in case:
            assert {getattr(f, key) for f in found} == {case[key]}
