"""A run added up: counted line by line, so that a million documents take no more memory than a hundred."""

import heapq
from collections import Counter
from dataclasses import dataclass, field

from cleaners.summary import Row

WORST = 200  # rows kept for a table that a person reads; the page of the run reads the summary itself
FAILURES = 200


@dataclass
class Totals:
    """What a run's documents come to. ``removed`` and ``quality`` are sums over the documents done.

    ``passed_over`` counts what lay beside them and held no document, by suffix or by what it is.
    """

    documents: int = 0
    failed: int = 0
    under: int = 0
    unchanged: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    deciles: Counter[int] = field(default_factory=Counter)
    quality: float = 0.0
    removed: float = 0.0
    passed_over: Counter[str] = field(default_factory=Counter)
    failures: list[Row] = field(default_factory=list)
    _worst: list[tuple[float, int, Row]] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many documents have results."""
        return self.documents - self.failed

    def add(self, row: Row, fail_under: float | None = None) -> None:
        """Count one document; ``fail_under`` is the quality that it should have."""
        self.documents += 1
        if row.status == "failed":
            self._fail(row)
            return
        quality = row.quality or 0.0
        self.under += fail_under is not None and quality < fail_under
        self.verdicts[row.verdict or ""] += 1
        self.languages[row.language or "und"] += 1
        self.kinds.update(row.kinds)
        self.deciles[min(int(quality // 10), 9)] += 1
        self.quality += quality
        self.removed += row.removed_share or 0.0
        self._keep(quality, row)

    def worst(self, most: int = WORST) -> list[Row]:
        """Return rows of the documents done, worst first; equals in the order they were met."""
        return [row for _, _, row in sorted(self._worst, reverse=True, key=lambda one: one[:2])[:most]]

    def _fail(self, row: Row) -> None:
        self.failed += 1
        if len(self.failures) < FAILURES:
            self.failures.append(row)

    def _keep(self, quality: float, row: Row) -> None:
        item = (-quality, -self.documents, row)
        if len(self._worst) < WORST:
            heapq.heappush(self._worst, item)
        else:
            heapq.heappushpop(self._worst, item)
