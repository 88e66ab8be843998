"""How work grows with text, without a clock: a loaded machine must not fail a test."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


def steps(function: Callable[[], object]) -> int:
    """Return how many lines of Python ``function()`` executes: the same number on every machine."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count


@contextmanager
def bounded(what: str = "it", seconds: float = 60) -> Iterator[None]:
    """Fail, naming ``what``, when the body uses more CPU than ``seconds``: it takes a fraction of one, or hours.

    Regular expressions look for signals while they run, so that one that runs away is stopped too.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"{what} ran away: more than {seconds:g} s of CPU")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
