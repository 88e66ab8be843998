"""What the manifest is asked and told: is this done already, and this is done now."""
# ruff: noqa: PLC0415  imported late: a run that needs none of it should not pay for it

import hashlib
from functools import cache
from pathlib import Path

import cleaners
from cleaners.errors import DocumentError
from flows import storage
from flows.corpus import TABLES, Input
from flows.folder import Folder
from flows.manifest import Entry
from flows.settings import EDITED, JobSettings

_CODE = {".py", ".toml", ".json", ".html", ".css", ".js", ".j2", ".txt"}
_READING = ("decode", "guess", "html", "read", "work", "table", "columns", "jsonl", "parquet", "compressed")


def work_digest(item: Input, job: JobSettings, signature: str) -> str:
    """Return a digest of all that an input's result depends on, but the input itself."""
    parts = [signature, code_digest(), item.kind]
    if item.kind in TABLES:
        parts += [job.text_column, str(job.id_column)]
    if item.kind == "html":
        from flows import html

        parts.append(html.version())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def is_unchanged(item: Input, job: JobSettings, folder: Folder, known: Entry | None, work: str) -> bool:
    """Tell whether an input is done: same bytes, same work, and every result still there as it was written."""
    if known is None or known.work != work or not _has_formats(item, job, known):
        return False
    if not all(folder.digest(name) == digest for name, digest in known.outputs.items()):
        return False
    try:
        with storage.open_binary(item.address) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == known.content  # type: ignore[arg-type]
    except (OSError, DocumentError):
        return False


@cache
def code_digest() -> str:
    """Return a digest of the code and data that make a result: a rule edited in place is a new version too.

    The lexicons' sources are left out: a run reads what they were compiled to.
    """
    digest = hashlib.sha256()
    home = Path(cleaners.__file__).parent
    library = (p for p in home.rglob("*") if p.suffix in _CODE and p.parent.parent != home / "lexicon")
    reading = (Path(__file__).with_name(f"{name}.py") for name in _READING)
    for path in (*sorted(library), *reading):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _has_formats(item: Input, job: JobSettings, known: Entry) -> bool:
    from cleaners.render.formats import FORMATS

    if item.kind in TABLES:
        return True
    suffixes = [FORMATS[name].suffix for name in job.formats if name in FORMATS] + [EDITED] * bool(job.apply)
    return all(item.stem + suffix in known.outputs for suffix in suffixes)
