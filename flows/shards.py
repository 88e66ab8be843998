"""The work cut into pieces that one process does at a time."""

from collections.abc import Iterator
from typing import NamedTuple

from flows.corpus import Input
from flows.settings import JobSettings

LEAST = (
    3000  # bytes; a file of a sentence takes as long as half an article: it is found, opened, judged, written
)
FEW = 200  # documents; so few are one piece each, so that a person sees each one's name


class Block(NamedTuple):
    """A part of a table: rows ``start`` to ``stop`` in the table's own measure (bytes of text, or row groups).

    ``first`` is the number of its first row, counted from 1; ``part`` names the files it is written to.
    """

    start: int
    stop: int
    first: int
    part: str


class Shard(NamedTuple):
    """One piece of work: whole files, or one block of a table."""

    name: str
    size: int
    job: JobSettings
    inputs: tuple[Input, ...]
    block: Block | None = None

    @property
    def worth(self) -> int:
        """How many bytes of text in articles would take as long."""
        return max(self.size, LEAST * len(self.inputs))


class Outcome(NamedTuple):
    """What became of an input: its line of the summary as JSON, and what stands in the output folder.

    A table that is done has None for ``row``: its lines are a file of their own. ``transient`` says that reading
    or writing failed in a way that another try may mend.
    """

    stem: str
    ok: bool
    content: str
    outputs: dict[str, str]
    row: str | None
    transient: bool = False


class Result(NamedTuple):
    """What became of a shard. A block that went well has no outcomes: its lines stand in its part files.

    ``deaths`` names documents that earlier workers died on, one for each death.
    """

    shard: Shard
    outcomes: tuple[Outcome, ...]
    deaths: tuple[str, ...] = ()


def of_files(inputs: list[Input], job: JobSettings, target: int) -> Iterator[Shard]:
    """Yield shards worth some ``target`` bytes; a document each when they are few."""
    few = len(inputs) < FEW
    pile: list[Input] = []
    worth = 0
    for item in inputs:
        pile.append(item)
        worth += max(item.size, LEAST)
        if few or worth >= target:
            yield _shard(pile, job)
            pile, worth = [], 0
    if pile:
        yield _shard(pile, job)


def _shard(pile: list[Input], job: JobSettings) -> Shard:
    name = pile[0].path if len(pile) == 1 else f"{pile[0].path} and {len(pile) - 1} more"
    return Shard(name, sum(max(item.size, 0) for item in pile), job, tuple(pile))
