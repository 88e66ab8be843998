"""What a worker does with a shard: read, clean, write. It is importable and is sent paths, not texts."""
# ruff: noqa: PLC0415  imported late: a run that needs none of it should not pay for it

from contextlib import suppress

from cleaners import Report, clean, resources, summary
from cleaners.errors import DocumentError
from flows.corpus import Input
from flows.errors import is_transient, one_document
from flows.folder import Folder
from flows.names import printable
from flows.notes import Notes, noting
from flows.read import Loaded, read
from flows.settings import CSV, EDITED, JobSettings
from flows.shards import Outcome, Result, Shard

DEADLY = "killed the process that was on it, twice"


def work(shard: Shard) -> Result:
    """Do a shard and say what became of it. A document that fails is an outcome, never an exception."""
    with noting(shard) as notes:
        outcomes = _block(shard, notes) if shard.block else _files(shard, notes)
    return Result(shard, outcomes, notes.deaths)


def judge(loaded: Loaded, name: str, job: JobSettings) -> Report:
    """Return the report of a text. Raises DocumentError, also for what no rule should do."""
    with one_document():
        report = clean(
            loaded.text,
            id=name,
            source=loaded.source,
            markdown=loaded.markdown,
            body_known=loaded.extracted,
            headed=loaded.headed,
            resources=resources.load(job.rules),
        )
    return report  # noqa: RET504  mypy takes the block for one that may swallow an error


def _files(shard: Shard, notes: Notes) -> tuple[Outcome, ...]:
    outcomes = []
    for item in shard.inputs:
        notes.on(item.path)
        outcomes.append(failed(item, DEADLY) if notes.is_deadly(item.path) else _one(item, shard.job))
    return tuple(outcomes)


def _block(shard: Shard, notes: Notes) -> tuple[Outcome, ...]:
    """Do a block; when it cannot be done the whole table has failed."""
    from flows.table import do_block  # late: most runs have no tables

    item = shard.inputs[0]
    try:
        do_block(shard, notes)
    except DocumentError as error:
        return (failed(item, str(error)),)
    except OSError as error:
        reason = f"cannot be read or written: {error.strerror or error}"
        return (failed(item, reason, transient=is_transient(error)),)
    return ()


def _one(item: Input, job: JobSettings) -> Outcome:
    try:
        loaded = read(item, job.rules.max_bytes)
        report = judge(loaded, printable(item.stem), job)
        pages = _pages(report, loaded, item, job)
    except DocumentError as error:
        return failed(item, str(error))
    except MemoryError:
        return failed(item, "needs more memory than there is")
    except OSError as error:
        return failed(item, f"cannot be read: {error.strerror or error}", transient=is_transient(error))
    folder = Folder(job.output)
    try:
        outputs = {name: folder.write(name, page.encode("utf-8", "replace")) for name, page in pages.items()}
    except OSError as error:
        for name in pages:  # a text without its page would look done
            with suppress(OSError):
                folder.remove(name)
        return failed(item, f"cannot be written: {error.strerror or error}", transient=is_transient(error))
    row = summary.row(report).model_dump_json()
    return Outcome(item.stem, ok=True, content=loaded.source.sha256, outputs=outputs, row=row)


def _pages(report: Report, loaded: Loaded, item: Input, job: JobSettings) -> dict[str, str]:
    """Return what is written for a document: the file's name and its text."""
    from cleaners.render.formats import FORMATS  # late: it loads the page templates; tables have no pages

    wanted = [FORMATS[name] for name in job.formats if name != CSV]
    with one_document():
        pages = {item.stem + form.suffix: form.render(report) for form in wanted}
    if loaded.extracted and wanted:
        pages[item.stem + ".extracted.txt"] = loaded.text
    if job.apply:
        pages[item.stem + EDITED] = report.edited_text()
    return pages


def failed(item: Input, reason: str, *, transient: bool = False) -> Outcome:
    """Return the outcome of an input that cannot be processed; ``transient`` when another try may go better."""
    row = summary.failed(printable(item.stem), item.path, reason).model_dump_json()
    return Outcome(item.stem, ok=False, content="", outputs={}, row=row, transient=transient)
