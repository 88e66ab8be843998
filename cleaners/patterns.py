"""Regular expressions that few texts need, compiled when the first of them comes."""

import re
from functools import cache


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return ``re.compile(pattern, flags)``, kept for the life of the process.

    The cache of ``re`` is no help: thousands of lexicon patterns push out of it what was compiled before.
    """
    return re.compile(pattern, flags)
