"""The whole report as JSON, in the layout that its schema describes."""

import json
import re

from pydantic_core import PydanticSerializationError

from cleaners.report import Report

_HALF = re.compile("[\ud800-\udfff]")


def render(report: Report) -> str:
    """Return the report as indented JSON that ends with a newline.

    Half a surrogate pair in the raw text has no UTF-8 form: such a report is written in ASCII with escapes,
    so that no character of the input is lost.
    """
    try:
        return report.model_dump_json(indent=2) + "\n"
    except PydanticSerializationError:
        return dumps(report.model_dump())


def dumps(value: object) -> str:
    """Return ``value`` as indented JSON that ends with a newline and can be written as UTF-8."""
    body = json.dumps(value, ensure_ascii=False, indent=2)
    return (json.dumps(value, indent=2) if _HALF.search(body) else body) + "\n"
