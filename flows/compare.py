"""Did cleaning help? Each text before and after against a human one, document by document and all together."""

import json
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cleaners import Report
from cleaners.errors import DocumentError
from cleaners.reference import CorpusComparison, compare, document_scores
from flows import storage
from flows.compressed import reading
from flows.corpus import TABLES, Input, find
from flows.folder import Folder
from flows.read import read
from flows.settings import JobSettings

SCORES, COMPARISON = "references.jsonl", "references.json"
FIELD = "reference"  # of a row of JSONL
_SHOWN = 5


class Pair(NamedTuple):
    """A document's report and what a person wrote."""

    report: Report
    reference: str

    def variants(self) -> dict[str, str]:
        """Return the texts that are compared, the baseline first."""
        return {"raw": self.report.raw_text(), "clean": self.report.text, "edited": self.report.edited_text()}


def compare_with_references(
    inputs: list[Input],
    job: JobSettings,
    folder: Folder,
    references: dict[str, Input],
    tell: Callable[[str], None],
) -> CorpusComparison | None:
    """Write references.jsonl (a line a document) and references.json (the corpus); None when nothing has one.

    Reads the reports that the run has written. All texts with a reference are held at once. ``tell`` hears of
    what has no counterpart.
    """
    if references:
        _tell_unmatched([item for item in inputs if item.kind not in TABLES], references, tell)
    pairs = [pair for item in inputs for pair in _pairs(item, job, folder, references, tell)]
    if not pairs:
        return None
    with folder.writing(SCORES) as stream:
        for pair in pairs:
            scores = document_scores(pair.variants(), pair.reference)
            row = {name: {m: s.model_dump() for m, s in by.items()} for name, by in scores.items()}
            stream.write(
                json.dumps({"id": pair.report.id, "path": pair.report.source.path, **row}).encode() + b"\n"
            )
    systems = {name: [pair.variants()[name] for pair in pairs] for name in ("raw", "clean", "edited")}
    comparison = compare(systems, [pair.reference for pair in pairs])
    folder.write(COMPARISON, (comparison.model_dump_json(indent=2) + "\n").encode())
    return comparison


def find_references(job: JobSettings) -> dict[str, Input]:
    """Return the human texts by relative path without suffix. Raises UsageError when the folder is not there."""
    if job.references is None:
        return {}
    return {_name(item): item for item in find((job.references,), job.output)}


def _tell_unmatched(
    documents: list[Input], references: dict[str, Input], tell: Callable[[str], None]
) -> None:
    names = set(map(_name, documents))
    alone = [item.path for item in documents if _name(item) not in references]
    unused = [item.path for name, item in references.items() if name not in names]
    for what, paths in (
        ("documents without a human text", alone),
        ("human texts without a document", unused),
    ):
        if paths:
            more = ", ..." * (len(paths) > _SHOWN)
            tell(f"{what} of the same name: {len(paths):,} ({', '.join(paths[:_SHOWN])}{more})")


def _pairs(
    item: Input,
    job: JobSettings,
    folder: Folder,
    references: dict[str, Input],
    tell: Callable[[str], None],
) -> Iterator[Pair]:
    try:
        if item.kind == "jsonl":
            yield from _rows(item, folder, tell)
        elif item.kind not in TABLES and _name(item) in references:
            with folder.open(item.stem + ".json") as stream:
                report = Report.model_validate_json(stream.read())
            yield Pair(report, read(references[_name(item)], job.rules.max_bytes).text)
    except (OSError, DocumentError):
        return  # a document that failed has no report


def _rows(item: Input, folder: Folder, tell: Callable[[str], None]) -> Iterator[Pair]:
    """Yield the rows of a table whose field ``reference`` is a text; a table without it costs one line."""
    main = folder.address(item.stem + item.suffix)
    written = Input("", main, storage.size_of(main))
    without = 0
    with reading(written) as rows, folder.open(f"{item.stem}.reports.jsonl") as reports:
        for number, (row, report) in enumerate(zip(rows, reports, strict=True), 1):
            reference = json.loads(row).get(FIELD)
            if isinstance(reference, str):
                yield Pair(Report.model_validate_json(report), reference)
            elif number == 1:
                return
            else:
                without += 1
    if without:
        tell(f"{item.path}: {without:,} rows without a text in the field {FIELD}")


def _name(item: Input) -> str:
    return item.path.removesuffix(item.suffix)
