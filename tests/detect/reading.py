"""Case files of the detectors, one parameter a case."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import cleaners.detect

CASES = Path(cleaners.detect.__file__).parent / "cases"


def load(detectors: Iterable[str]) -> Iterator[object]:
    """Yield each case of the detectors' files; a `todo` is a known miss, strictly."""
    for name in detectors:
        data = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
        for number, case in enumerate(data["case"], 1):
            marks = pytest.mark.xfail(strict=True, reason="known miss") if case.get("todo") else ()
            yield pytest.param(name, case, id=f"{name}-{number}", marks=marks)
