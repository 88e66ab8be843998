"""The characters of a text that no plain page of English needs, found once for every rule that asks for some."""

from functools import lru_cache

_PLAIN = bytes([*range(ord(" "), ord("~") + 1), ord("\n")])
_CURLY = frozenset("‘’‚‛“”–—")
_LOSSLESS = "surrogatepass"


@lru_cache(maxsize=1)  # rules ask one after another, and few of them change the text
def unusual(text: str) -> str:
    """Return each character of ``text`` once, in order, that is neither plain ASCII nor a curly quote or a dash.

    What a rule looks for in a whole text it can look for in these few first; in most texts there are none.
    """
    # Deleting bytes is three times faster than searching for what is not among them; no letter's bytes are ASCII.
    rest = text.encode("utf-8", _LOSSLESS).translate(None, _PLAIN).decode("utf-8", _LOSSLESS)
    return "".join(sorted(set(rest) - _CURLY))
