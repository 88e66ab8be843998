"""What can go wrong with a run, said so that a person can mend it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from cleaners.errors import DocumentError

# A network or a disk that was away for a moment; a driver's own error for a remote store has no number.
_PASSING = {errno.EIO, errno.EAGAIN, errno.EBUSY, errno.ESTALE, errno.ENETUNREACH, errno.EHOSTUNREACH, None}


class UsageError(ValueError):
    """Wrong use: a missing path, an output folder that cannot be written. The command line exits with 2."""


class StoppedError(RuntimeError):
    """The run could not be finished (a full disk, a lost cluster); what is done stays done."""


class TrackingError(RuntimeError):
    """Prefect was asked for by name and cannot be had."""


@contextmanager
def one_document() -> Iterator[None]:
    """Turn whatever goes wrong inside into a DocumentError: a defect must not cost the other documents."""
    try:
        yield
    except DocumentError:
        raise
    except MemoryError as error:
        raise DocumentError("needs more memory than there is") from error
    except Exception as error:
        raise DocumentError(f"met a defect of Copydesk: {type(error).__name__}: {error}") from error


def is_transient(error: OSError) -> bool:
    """Tell whether reading or writing may go well at another try."""
    return isinstance(error, TimeoutError | ConnectionError) or error.errno in _PASSING
