"""Whether a text holds anything but Latin script at all: the question that spares most texts every other one."""

from cleaners.unusual import unusual

KANA = "[\u3041-\u3096\u30a1-\u30fa]"
CJK = "[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3]"
"""Patterns of letters; a text that is not ``beyond_latin`` needs none of them compiled."""


def beyond_latin(text: str) -> bool:
    """Tell whether ``text`` holds a letter or a mark of another script (Greek aside: formulas use it)."""
    return any("\u0400" <= sign <= "\u1cff" or "\u2e80" <= sign <= "\uffee" for sign in unusual(text))
