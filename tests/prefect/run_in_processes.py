"""A tracked run on two processes however little there is to do: input folder and output folder are the arguments."""
# ruff: noqa: I001, T201

import sys

from flows import tracked  # first: it sets what Prefect reads as it is imported
from flows import runners
from flows.job import Watch
from flows.settings import JobSettings


class Aloud(Watch):
    """Prints what it hears."""

    def say(self, line):
        print(line, flush=True)

    tell = say


if __name__ == "__main__":
    runners.WORTH_A_POOL = 0
    job = JobSettings(paths=(sys.argv[1],), output=sys.argv[2], formats=("json",), workers=2)
    print(tracked.run_tracked(job, Aloud()).totals.done)
