"""One run in progress: what is left to do of its inputs, and what is written down as each is done."""

from cleaners.errors import DocumentError
from flows import shards
from flows.assemble import Table
from flows.book import is_unchanged, work_digest
from flows.corpus import TABLES, Input
from flows.folder import Folder
from flows.manifest import Entry, Manifest
from flows.settings import JobSettings
from flows.shards import Outcome, Result, Shard
from flows.work import failed


class Run:
    """The inputs of a run by stem (``todo``: those not done yet) and the tables among them that are in work."""

    def __init__(
        self, inputs: list[Input], job: JobSettings, folder: Folder, manifest: Manifest, signature: str
    ) -> None:
        self._job, self._folder, self._manifest, self._signature = job, folder, manifest, signature
        self._tables: dict[str, Table] = {}
        self.todo = {item.stem: item for item in inputs if job.fresh or not self._is_done(item)}

    def shards(self, target: int) -> list[Shard]:
        """Return the work, cut into pieces of some ``target`` bytes."""
        files = [item for item in self.todo.values() if item.kind not in TABLES]
        pieces = list(shards.of_files(files, self._job, target))
        for item in self.todo.values():
            if item.kind in TABLES:
                pieces += self._cut(item, target)
        return pieces

    def record(self, result: Result) -> None:
        """Write down what became of a shard. Raises StoppedError."""
        self._put(result.outcomes)
        shard = result.shard
        table = self._tables.get(shard.inputs[0].stem) if shard.block else None
        if table is None or shard.block is None:
            return
        if result.outcomes:
            del self._tables[table.item.stem]
            return
        table.left.discard(shard.block.part)
        if not table.left:
            self._join(table)

    def _cut(self, item: Input, target: int) -> list[Shard]:
        try:
            table = Table(item, self._job, self._folder, target, self._work(item))
        except OSError as error:
            self._put((failed(item, f"cannot be read or written: {error.strerror or error}"),))
            return []
        except DocumentError as error:
            self._put((failed(item, str(error)),))
            return []
        self._tables[item.stem] = table
        if not table.left:
            self._join(table)
        return list(table.shards(self._job))

    def _join(self, table: Table) -> None:
        self._put((table.join(),))
        self._manifest.sync()
        table.forget_parts()

    def _put(self, outcomes: tuple[Outcome, ...]) -> None:
        """Write outcomes down; files of an earlier result that are none of this one's are taken away."""
        for outcome in outcomes:
            known = self._manifest.get(outcome.stem)
            for name in known.outputs if known else ():
                if name not in outcome.outputs:
                    self._folder.remove(name)
        self._manifest.put(
            Entry(o.stem, o.content, self._work(self.todo[o.stem]) if o.ok else "", o.outputs, o.row)
            for o in outcomes
        )

    def _is_done(self, item: Input) -> bool:
        known = self._manifest.get(item.stem)
        return is_unchanged(item, self._job, self._folder, known, self._work(item))

    def _work(self, item: Input) -> str:
        return work_digest(item, self._job, self._signature)
