"""The work itself, whoever runs it: find the documents, leave out what is done, do the rest, add it all up."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from cleaners import resources, score
from cleaners.reference import CorpusComparison
from flows import engines, work
from flows.compare import compare_with_references, find_references
from flows.corpus import find
from flows.errors import UsageError
from flows.folder import Folder
from flows.manifest import Manifest
from flows.removals import removals
from flows.run import Run
from flows.settings import JobSettings
from flows.shards import Result
from flows.storage import MANIFEST
from flows.totals import Totals
from flows.wrap_up import wrap_up

SHARD_BYTES = 1_000_000  # less than a second of work: small, so that two processes end together


class Watch:
    """Told how a run goes; this one says nothing."""

    def start(self, documents: int, size: int) -> None:
        """Hear how much there is to do: inputs, and their bytes."""

    def done(self, result: Result) -> None:
        """Hear that a shard is through."""

    def row(self, line: str) -> None:
        """Hear a line of the summary, as JSON, at the end of the run."""

    def say(self, line: str) -> None:
        """Hear of something that a person should know."""

    def tell(self, line: str) -> None:
        """Hear of something that a person may like to know."""


@dataclass(frozen=True)
class RunResult:
    """What a run came to. ``exit_code`` is 0, 1 (a document under ``fail_under``) or 3 (failed documents)."""

    job: JobSettings
    totals: Totals
    signature: str
    comparison: CorpusComparison | None = None

    @property
    def exit_code(self) -> int:
        """The outcome as the command line gives it."""
        if self.totals.failed > self.job.allow_failed * self.totals.documents:
            return 3
        return 1 if self.totals.under else 0


def run_job(
    job: JobSettings,
    map: engines.Map | None = None,  # noqa: A002  what it is everywhere else
    *,
    watch: Watch | None = None,
    shard_bytes: int = SHARD_BYTES,
) -> RunResult:
    """Process every document that ``job`` asks for and that is not done yet.

    ``map`` runs the shards (the engine of ``job`` when None); a shard has some ``shard_bytes`` of input.
    Raises UsageError, SettingsError or LexiconError before anything is done, StoppedError when the run cannot
    go on; what is done by then stays done.
    """
    watch = watch or Watch()
    passed_over = Counter[str]()
    inputs, references = find(job.paths, job.output, passed_over), find_references(job)
    if job.rules.off:
        from flows.rules import refuse_unknown  # noqa: PLC0415  late: it reads the whole lexicon

        refuse_unknown(job.rules)
    signature = score.signature(resources.load(job.rules))
    with _opened(job) as (here, folder, manifest):
        run = Run(inputs, here, folder, manifest, signature)
        shards = run.shards(shard_bytes)
        if len(shards) > 1:
            resources.make_ready(job.rules)
        watch.start(len(run.todo), sum(shard.size for shard in shards))
        for result in (map or engines.choose(job, watch.say))(work.work, shards):
            run.record(result)
            watch.done(result)
        totals = wrap_up(inputs, set(run.todo), here, folder, manifest, signature, watch.row)
        totals.passed_over += passed_over
        if job.dry_run:
            for line in removals(Path(here.output)):
                watch.tell(line)
        comparison = None
        if not job.dry_run:
            comparison = compare_with_references(inputs, here, folder, references, watch.tell)
    return RunResult(job, totals, signature, comparison)


@contextmanager
def _opened(job: JobSettings) -> Iterator[tuple[JobSettings, Folder, Manifest]]:
    """Give the output folder, locked and ready; for a dry run a folder that is thrown away."""
    if job.dry_run:
        with TemporaryDirectory() as temporary, _opened_at(temporary) as (folder, manifest):
            yield (
                job.model_copy(update={"output": temporary, "formats": ("json",), "apply": None}),
                folder,
                manifest,
            )
        return
    with _opened_at(job.output) as (folder, manifest):
        yield job, folder, manifest


@contextmanager
def _opened_at(root: str) -> Iterator[tuple[Folder, Manifest]]:
    folder = Folder(root)
    try:
        folder.state.mkdir(parents=True, exist_ok=True)
        with Manifest(folder.state / MANIFEST) as manifest:
            folder.prepare()
            try:
                yield folder, manifest
            finally:
                folder.tidy()
    except OSError as error:
        raise UsageError(f"{error.filename or Path(root)}: cannot be written: {error.strerror}") from error
