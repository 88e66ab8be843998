"""What a run comes to: its rows counted one by one, so that a run of any length fits in memory."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median

from cleaners.render.escape import plain
from cleaners.summary import Row

BIN = 5
"""Points of quality in one bar of the distribution."""
_EXAMPLES = 5


@dataclass
class Failure:
    """A reason for which documents failed: how many, and the paths of the first few."""

    count: int = 0
    paths: list[str] = field(default_factory=list)


@dataclass
class Tally:
    """Counts over the rows of a run."""

    documents: int = 0
    findings: int = 0
    words: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    bins: list[Counter[str]] = field(default_factory=lambda: [Counter() for _ in range(100 // BIN)])
    kinds: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    documents_of: Counter[str] = field(default_factory=Counter)
    failures: dict[str, Failure] = field(default_factory=dict)
    qualities: "array[float]" = field(default_factory=lambda: array("d"))

    def counting(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield ``rows`` as they are, each counted as it passes."""
        for row in rows:
            self.add(row)
            yield row

    def add(self, row: Row) -> None:
        """Count one document."""
        self.documents += 1
        self.findings += row.findings or 0
        self.words += row.words or 0
        self.verdicts[row.verdict or "failed"] += 1
        self.kinds.update(row.kinds)
        self.removed.update(row.removed)
        self.rules.update(row.rules)
        self.documents_of.update(row.rules.keys())
        if row.quality is not None and row.verdict:
            self.qualities.append(row.quality)
            self.bins[min(int(row.quality // BIN), len(self.bins) - 1)][row.verdict] += 1
        if row.status == "failed":
            self._fail(row)

    def _fail(self, row: Row) -> None:
        failure = self.failures.setdefault(plain(row.reason or "no reason given"), Failure())
        failure.count += 1
        if len(failure.paths) < _EXAMPLES:
            failure.paths.append(plain(row.place))

    @property
    def median(self) -> float | None:
        """Median quality, None when nothing was scored."""
        return median(self.qualities) if self.qualities else None
