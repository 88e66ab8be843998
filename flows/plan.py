"""What is to run when: the schedules that a person asked for, checked before anything starts."""

import re
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from prefect.client.schemas.schedules import CronSchedule
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from cleaners.settings import SettingsError, explain, read_toml
from flows.board import title
from flows.errors import UsageError
from flows.settings import JobSettings, load_job
from flows.storage import is_remote


class Plan(BaseModel):
    """A job and when it runs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, pattern=r"^[^/%&<>]*$")
    cron: str
    timezone: str = "UTC"
    job: JobSettings

    @field_validator("cron")
    @classmethod
    def _is_cron(cls, cron: str) -> str:
        try:
            CronSchedule(cron=cron)
        except ValidationError as error:
            raise ValueError("is no cron schedule; '0 6 * * *' is daily at six") from error
        return cron

    @field_validator("timezone")
    @classmethod
    def _is_zone(cls, timezone: str) -> str:
        try:
            ZoneInfo(timezone)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("is no time zone; they are called as Europe/Berlin or UTC") from error
        return timezone


def plans(file: Path | None, when: dict[str, Any], run: dict[str, Any]) -> list[Plan]:
    """Return the schedule that the command line asks for, or else those in the settings file's ``[[schedule]]``.

    A table has name, cron, timezone and any key of ``[run]``. Raises SettingsError or UsageError.
    """
    if "cron" in when:
        return [_plan(file, {**when, **run}, "command line")]
    tables = read_toml(file).get("schedule") if file else None
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise UsageError("say when: --cron, or tables [[schedule]] with name and cron in the --settings file")
    if when or run:
        raise UsageError("[[schedule]] tables say what runs when; PATH and its options go with --cron")
    out = [_plan(file, table, f"{file} [[schedule]] {n}") for n, table in enumerate(tables, 1)]
    for key, values in (("name", [p.name for p in out]), ("output", [p.job.output for p in out])):
        for value in values:
            if values.count(value) > 1:
                raise SettingsError(f"{file}: two schedules have the same {key}, {value}")
    return out


def _plan(file: Path | None, table: dict[str, Any], where: str) -> Plan:
    when = {key: table[key] for key in ("name", "cron", "timezone") if key in table}
    job = _standing(load_job(file, {key: value for key, value in table.items() if key not in when}, {}))
    if "cron" not in when:
        raise SettingsError(f"{where}: cron is missing")
    name = re.sub(r"[/%&<>]", "-", title(job))
    try:
        return Plan.model_validate({"name": name, **when, "job": job})
    except ValidationError as error:
        raise SettingsError(explain(error, where)) from error


def _standing(job: JobSettings) -> JobSettings:
    """Return the job with full paths: who starts it later may be somewhere else."""

    def full(path: str) -> str:
        return path if is_remote(path) else str(Path(path).absolute())

    rules = job.rules.model_copy(update={"lexicons": tuple(p.absolute() for p in job.rules.lexicons)})
    paths = tuple(map(full, job.paths))
    return job.model_copy(update={"paths": paths, "output": full(job.output), "rules": rules})
