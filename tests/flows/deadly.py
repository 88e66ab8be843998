"""Work that dies on certain documents, as a defect in a C library would make it die."""

import os
import signal

import flows.work
from cleaners import clean
from flows.shards import Result, Shard


def _clean(text, **keywords):
    if "deadly" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    return clean(text, **keywords)


def work(shard: Shard) -> Result:
    flows.work.clean = _clean
    return flows.work.work(shard)


def dies_at_once(shard: Shard) -> Result:
    os.kill(os.getpid(), signal.SIGKILL)
    return flows.work.work(shard)


def waits(_shard: Shard) -> bool:
    """Tell whether Ctrl-C waits in this process since before it began."""
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
