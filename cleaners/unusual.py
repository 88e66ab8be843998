"""The characters of a text that no plain page of English needs, found once for every rule that asks for some."""

import re
from functools import lru_cache

_UNUSUAL = re.compile(r"[^\n -~‘-”–—]")


@lru_cache(maxsize=1)  # rules ask one after another, and few of them change the text
def unusual(text: str) -> str:
    """Return each character of ``text`` once, in order, that is neither plain ASCII nor a curly quote or a dash.

    What a rule looks for in a whole text it can look for in these few first; in most texts there are none.
    """
    return "".join(sorted(set(_UNUSUAL.findall(text))))
