"""A text with all marks of punctuation as one: whether any stands where it should not is seen at a glance."""

from functools import lru_cache

_LOSSLESS = "surrogatepass"
_MARKS, _LETTERS = b",.;:!?", b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ALIKE = bytes.maketrans(_MARKS + _LETTERS, b"," * len(_MARKS) + b"a" * len(_LETTERS))


@lru_cache(maxsize=1)  # asked before and after a page is stripped, and most pages stay as they are
def marks_alike(text: str) -> str:
    """Return ``text`` with each of ``,.;:!?`` as a comma and each plain letter as an ``a``; same length."""
    # Bytes are translated at the speed of memory, and no letter beyond ASCII has a byte of ASCII in it.
    return text.encode("utf-8", _LOSSLESS).translate(_ALIKE).decode("utf-8", _LOSSLESS)
