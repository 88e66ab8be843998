"""What a person sees of a run that shall be quiet: what went wrong, and no more."""

import sys
from typing import Self

from flows.errors import StoppedError
from flows.job import RunResult, Watch


class Plain(Watch):
    """Says on stderr what went wrong; ``rows`` writes the summary to stdout."""

    def __init__(self, *, rows: bool = False) -> None:
        self._rows = rows

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing was opened."""

    def say(self, line: str) -> None:
        """Show a line."""
        print(line, file=sys.stderr, flush=True)

    def row(self, line: str) -> None:
        """Write a line of the summary to stdout, when asked to."""
        if self._rows:
            try:
                print(line)
            except BrokenPipeError:
                raise
            except OSError as error:  # or the output folder would be blamed
                raise StoppedError(f"stdout: {error.strerror}") from error

    def report(self, result: RunResult) -> None:
        """Show the failures of a run with their reasons."""
        totals = result.totals
        for row in totals.failures:
            self.say(f"failed: {row.place}: {row.reason}")
        if totals.failed > len(totals.failures):
            self.say(f"... and {totals.failed - len(totals.failures):,} more failures in the summary")
