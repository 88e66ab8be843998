"""The whole report as JSON, in the layout that its schema describes."""

import json

from pydantic_core import PydanticSerializationError

from cleaners.report import Report


def render(report: Report) -> str:
    """Return the report as indented JSON that ends with a newline.

    Half a surrogate pair in the raw text has no UTF-8 form: such a report is written in ASCII with escapes,
    so that no character of the input is lost.
    """
    try:
        return report.model_dump_json(indent=2) + "\n"
    except PydanticSerializationError:
        return json.dumps(report.model_dump(), indent=2) + "\n"
