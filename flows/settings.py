"""What one run is asked to do: the inputs, the output, and the settings of the desk."""
# ruff: noqa: PLC0415  imported late: a run that needs none of it should not pay for it

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from cleaners.settings import Settings, SettingsError, explain, read_toml

EDITED = ".edited.txt"
_USUAL = ("txt", "json", "html")
CSV = "csv"  # one table a run, beside the formats of a document


class JobSettings(BaseModel):
    """What a run reads, where it writes, and how; what becomes of a text stands under Desk (``rules``)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    paths: Annotated[
        tuple[Annotated[str, Field(min_length=1)], ...],
        Field(
            min_length=1,
            title="Inputs",
            description="Files, folders (with everything below them), globs, or addresses such as s3://bucket/folder.",
        ),
    ] = ("seeds",)
    output: str = Field(
        "output", min_length=1, title="Output folder", description="Where results are written."
    )
    formats: tuple[str, ...] = Field(
        _USUAL,
        title="Formats",
        description="What is written for each document; csv is one a run.",
    )
    apply: Literal["suggestions"] | None = Field(
        None, title="Apply", description="Write a text with every safe suggestion applied beside each file."
    )
    references: str | None = Field(
        None, title="References", description="Folder of human texts with the inputs' names, to compare with."
    )
    fail_under: Annotated[float, Field(ge=0, le=100)] | None = Field(
        None, title="Fail under", description="A document of lower quality makes the run's outcome 1."
    )
    allow_failed: Annotated[float, Field(ge=0, le=1)] = Field(
        0,
        title="Failures allowed",
        description="Share of documents that may fail before the run counts as failed.",
    )
    text_column: str = Field(
        "text", title="Text column", description="Column of JSONL and Parquet with the text."
    )
    id_column: str | None = Field(
        None,
        title="Id column",
        description="Column with the document's id; without one, `id` or the line's number.",
    )
    engine: Literal["local", "dask"] = Field("local", title="Engine", description="Who does the work.")
    cluster: str | None = Field(
        None, title="Cluster", description="Address of a Dask scheduler, for engine dask."
    )
    workers: Annotated[int, Field(ge=1)] | None = Field(
        None, title="Workers", description="Processes on this machine; all cores when empty."
    )
    fresh: bool = Field(False, title="Fresh", description="Do everything again, whatever was done before.")
    dry_run: bool = Field(False, title="Dry run", description="Read and report, write nothing.")
    rules: Settings = Field(
        Settings(), title="Desk", description="What is stripped, judged and how it is scored."
    )

    @field_validator("formats")
    @classmethod
    def _known(cls, formats: tuple[str, ...]) -> tuple[str, ...]:
        if set(formats) <= {*_USUAL, CSV}:
            return tuple(dict.fromkeys(formats))
        from cleaners.render.formats import FORMATS  # late: it loads the page templates

        for name in formats:
            if name not in (*FORMATS, CSV):
                raise ValueError(f"{name!r} is no format; formats are {', '.join((*FORMATS, CSV))}")
        return tuple(dict.fromkeys(formats))

    @model_validator(mode="after")
    def _cluster(self) -> "JobSettings":
        if (self.engine == "dask") != (self.cluster is not None):
            raise ValueError("engine dask needs a cluster's address, and only it has one")
        if self.engine == "dask" and "://" in self.output:
            raise ValueError("engine dask writes to a folder that this machine and all workers see")
        if self.references is not None and "json" not in self.formats:
            raise ValueError("references are compared with the reports: formats must have json")
        return self


def load_job(file: Path | None, run: dict[str, Any], rules: dict[str, Any]) -> JobSettings:
    """Return the job of a settings file with ``run`` and ``rules`` of the command line laid over it.

    The file's keys are those of the desk; its table ``[run]`` has those of the job, its tables
    ``[[schedule]]`` are not for one run. Raises SettingsError or LexiconError.
    """
    data = read_toml(file) if file else {}
    table = data.pop("run", {})
    data.pop("schedule", None)  # tables of `python -m flows.schedule`: one file serves both commands
    if not isinstance(table, dict):
        raise SettingsError(f"{file}: run: is a table, [run]")
    folders = data.get("lexicons")
    if file and isinstance(folders, list):
        data["lexicons"] = [file.parent / str(folder) for folder in folders]
    desk = _checked(Settings, {**_checked(Settings, data, str(file)), **rules}, "command line")
    if desk.get("off"):
        from flows.rules import refuse_unknown  # late: it reads the whole lexicon

        refuse_unknown(Settings.model_validate(desk), str(file))
    job = _checked(JobSettings, table, f"{file} [run]")
    return JobSettings.model_validate(_checked(JobSettings, {**job, **run, "rules": desk}, "command line"))


def _checked(model: type[BaseModel], data: dict[str, Any], where: str) -> dict[str, Any]:
    try:
        return model.model_validate(data).model_dump(exclude_unset=True)
    except ValidationError as error:
        raise SettingsError(explain(error, where, model.model_fields)) from error
