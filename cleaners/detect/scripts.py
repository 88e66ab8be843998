"""Whether a text holds anything but Latin script at all: the question that spares most texts every other one."""

import re

from cleaners.unusual import unusual

_BEYOND_LATIN = re.compile("[\u0400-\u1cff\u2e80-\uffee]")
KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
CJK = re.compile("[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3]")


def beyond_latin(text: str) -> bool:
    """Tell whether ``text`` holds a letter or a mark of another script (Greek aside: formulas use it)."""
    return _BEYOND_LATIN.search(unusual(text)) is not None
