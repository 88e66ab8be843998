"""What a person did that cannot be carried out, said so that they can mend it."""


class UsageError(ValueError):
    """Wrong use: a missing path, an output folder that cannot be written. The command line exits with 2."""


class StoppedError(RuntimeError):
    """The run could not be finished (a full disk, a lost cluster); what is done stays done."""


class TrackingError(RuntimeError):
    """Prefect was asked for by name and cannot be had."""
