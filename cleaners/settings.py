"""What a person may set, with the values that hold when they do not."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails

from cleaners.types import Severity

FURNITURE = frozenset(
    {
        *("ad_label", "author_bio", "byline", "caption", "comments", "counter", "credit", "gallery"),
        *("inline_related", "legal", "nav", "newsletter", "player", "reference", "reprint", "share"),
        *("sidebar", "sidebar_header", "source_link", "tagline", "tags", "teaser"),
    }
)
"""Kinds of line that strip removes; a test holds this to what strip knows."""
_SHAPES = {
    "tuple_type": "is a list, in brackets",
    "frozen_set_type": "is a list, in brackets",
    "model_type": "is a table",
    "string_unicode": "is not UTF-8; rename it, or name the folder that it is in",
}


class SettingsError(ValueError):
    """Settings that cannot be used; the message names the file, the key and what is allowed."""


# With an infinite weight no score is a number.
Points = Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)]


class Weights(BaseModel):
    """Penalty points of one finding by severity; MQM's usual weights."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    neutral: Points = 0
    minor: Points = 1
    major: Points = 5
    critical: Points = 25

    def of(self, severity: Severity) -> float:
        """Return the points of one finding of this severity."""
        return float(getattr(self, severity.value))


class Settings(BaseModel):
    """Settings of the pure library. Unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    strip: bool = Field(True, description="Remove what was scraped along with the article.")
    keep: frozenset[str] = Field(frozenset(), description="Kinds of furniture that stay in the text.")
    lexicons: tuple[Path, ...] = Field((), description="Folders of your own lexicons, as <pair>/*.toml.")
    off: frozenset[str] = Field(frozenset(), description="Ids of rules that are switched off.")
    weights: Weights = Field(Weights(), description="Penalty points by severity.")
    pass_at: Annotated[float, Field(ge=0, le=100)] = Field(
        95, description="Quality from which a text passes."
    )
    review_at: Annotated[float, Field(ge=0, le=100)] = Field(
        80, description="Quality below which it is rejected."
    )
    max_bytes: Annotated[int, Field(gt=0, le=10**12)] = Field(
        100_000_000, description="Largest document, in bytes."
    )
    max_seconds: Annotated[float, Field(gt=0, allow_inf_nan=False)] = Field(
        300, description="Longest time for one document."
    )

    @field_validator("keep")
    @classmethod
    def _furniture(cls, keep: frozenset[str]) -> frozenset[str]:
        if unknown := sorted(keep - FURNITURE):
            raise ValueError(
                f"{unknown[0]!r} is no kind of furniture; they are {', '.join(sorted(FURNITURE))}"
            )
        return keep

    @model_validator(mode="after")
    def _thresholds(self) -> Self:
        if self.review_at > self.pass_at:
            raise ValueError("review_at must not be over pass_at")
        return self


def explain(error: ValidationError, where: str, allowed: Iterable[str] = ()) -> str:
    """Return one line a problem: which key in which file, and what is allowed."""
    names = sorted(allowed)
    return "\n".join(f"{where}: {_said(problem, names)}" for problem in error.errors())


def _said(problem: ErrorDetails, allowed: list[str]) -> str:
    loc = problem["loc"]
    key = ".".join(map(str, loc)) or "settings"
    if problem["type"] != "extra_forbidden":
        said = _SHAPES.get(problem["type"]) or problem["msg"].removeprefix("Value error, ")
        return f"{key}: {said} (found {problem['input']!r})"
    hint = f"; allowed are {', '.join(allowed)}" if allowed and len(loc) == 1 else ""
    if len(loc) > 1 and loc[-1] in allowed:
        hint = f"; {loc[-1]} stands above the first table, [{loc[0]}] belongs below it"
    return f"unknown key {key!r}{hint}"


def read_toml(path: Path) -> dict[str, object]:
    """Return the tables of a settings file. Raises SettingsError when it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: is not TOML: {error}") from error
