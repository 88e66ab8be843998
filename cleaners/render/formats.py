"""What a report can be written as: each format's name, the end of its file's name, and its function."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from cleaners.render import as_json, labelstudio, mqm_tsv, sarif, text, webannotation
from cleaners.report import Report


class Format(NamedTuple):
    """A way to write a report. ``suffix`` follows the document's name."""

    suffix: str
    render: Callable[[Report], str]


def _page(report: Report) -> str:
    from cleaners.render import html  # noqa: PLC0415  late: it loads Jinja, 40 ms for a run without pages

    return html.render(report)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "txt": Format(".txt", text.render),
        "json": Format(".json", as_json.render),
        "html": Format(".html", _page),
        "webannotation": Format(".webannotation.jsonld", webannotation.render),
        "labelstudio": Format(".labelstudio.json", labelstudio.render),
        "mqm-tsv": Format(".mqm.tsv", mqm_tsv.render),
        "sarif": Format(".sarif", sarif.render),
    }
)
