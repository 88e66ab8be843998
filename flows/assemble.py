"""Tables cut into shards before a run, and joined again as their last block comes in."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from flows import storage
from flows.corpus import Input
from flows.folder import STATE, Folder
from flows.settings import JobSettings
from flows.shards import Outcome, Shard
from flows.table import PARTS, SIZES, digest, part_name
from flows.tables import format_of


class Table:
    """A table in work: ``left`` names the blocks that are still to be done."""

    def __init__(self, item: Input, job: JobSettings, folder: Folder, target: int, work: str) -> None:
        """Cut the table. Raises OSError or DocumentError."""
        self.item, self._folder = item, folder
        with storage.open_binary(item.address) as stream:
            self._content = hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
        self._blocks = list(format_of(item).blocks(item, job, target, work))
        # Parts that are whole were written by a run that was stopped: their name says of which bytes.
        self.left = {b.part for b in self._blocks if not self._is_whole(b.part)}

    def shards(self, job: JobSettings) -> Iterator[Shard]:
        """Yield the shards that are still to be done."""
        size = self.item.size // max(len(self._blocks), 1)
        for number, block in enumerate(self._blocks, 1):
            if block.part in self.left:
                yield Shard(self._name(number), size, job, (self.item,), block)

    def join(self) -> Outcome:
        """Write the table's results from its parts. Raises OSError."""
        stem, outputs = self.item.stem, {}
        for kind, name in self._names().items():
            paths = [self._path(block.part, kind) for block in self._blocks]
            if kind == "main" and paths:
                with self._folder.writing(name, lasting=True) as stream:
                    format_of(self.item).join(paths, stream, self.item)
            elif any(path.stat().st_size for path in paths) or kind == "rows":
                with self._folder.writing(name, lasting=True) as stream:
                    for path in paths:
                        with path.open("rb") as part:
                            shutil.copyfileobj(part, stream, 1 << 20)
            else:
                continue
            outputs[name] = self._folder.digest(name) or ""
        return Outcome(stem, ok=True, content=self._content, outputs=outputs, row=None)

    def forget_parts(self) -> None:
        """Take the parts away, once the joined table and its line in the manifest are on the disk."""
        shutil.rmtree(self._folder.state / "parts" / digest(self.item.stem), ignore_errors=True)

    def _is_whole(self, part: str) -> bool:
        """Tell whether a block is done. After a power failure a file may stand there empty, under its final name."""
        try:
            sizes = json.loads(self._path(part, SIZES).read_bytes())
            return all(self._path(part, kind).stat().st_size == sizes[kind] for kind in PARTS)
        except (OSError, ValueError):
            return False

    def _names(self) -> dict[str, str]:
        stem = self.item.stem
        return {
            "rows": rows_name(stem),
            "rejected": f"{stem}.rejected.jsonl",
            "reports": f"{stem}.reports.jsonl",
            "main": stem + self.item.suffix,
        }

    def _name(self, number: int) -> str:
        return self.item.path if len(self._blocks) == 1 else f"{self.item.path} {number}/{len(self._blocks)}"

    def _path(self, part: str, kind: str) -> Path:
        name = part_name(self.item.stem, part, kind)
        return self._folder.state / name.removeprefix(f"{STATE}/")


def rows_name(stem: str) -> str:
    """Return where the summary's lines of a table are kept, relative to the output folder."""
    return f"{STATE}/rows/{digest(stem)}.jsonl"
