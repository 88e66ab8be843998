"""What a sentence shape is: one row of the tables that ``shapes.py`` looks for."""

from typing import NamedTuple

from cleaners.types import Severity


class Shape(NamedTuple):
    """A shape: its rule, words of which the text must have one, and where it is (a group `at` narrows).

    ``literal`` must stand in the text as well. All are written from knowledge of the two languages.
    """

    rule: str
    needs: str
    pattern: str
    message: str
    confidence: float = 0.7
    kind: str = "grammar"
    severity: Severity = Severity.MINOR
    literal: str = ""
