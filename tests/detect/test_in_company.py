"""What is asked only in company never speaks alone: no text of its cases yields a strong finding."""

import importlib
import tomllib

import pytest

from cleaners.lexicon.entry import unmark
from cleaners.pipeline import IN_COMPANY
from cleaners.types import Document, Strength
from tests.detect.reading import CASES

NAMES = [d.__module__.rpartition(".")[2] for d in IN_COMPANY if d.__name__ == "find"]


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_is_weak(name):
    find = importlib.import_module(f"cleaners.detect.{name}").find
    cases = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    said = [f for case in cases for f in find(Document(unmark(case["text"])[0]), None)]
    assert said
    assert {f.strength for f in said} == {Strength.WEAK}
