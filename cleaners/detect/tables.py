"""The small word lists and tables that detectors keep beside their code, read once a process."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("cleaners.detect") / "data"


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """Return the lines of ``data/NAME.txt`` without blank ones and those that open with ``#``."""
    rows = (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(row.strip() for row in rows if row.strip() and not row.startswith("#"))


@cache
def table(name: str) -> dict[str, Any]:
    """Return ``data/NAME.toml``; callers read it and never change it."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))
