"""Which older encoding a text is in, told from its bytes, and only where nothing else is likely."""

import re

# These characters make up two fifths of any Chinese text; bytes of another script read as GB18030 give rare ones.
_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
    "美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_ODD_FOR_CHINESE = re.compile("[\u0400-\u04ff\u3041-\u30ff\ue000-\uf8ff\ufffd]")
# English typed on a Chinese machine: quotation marks, dash and ellipsis are the only bytes of GB18030 in it.
_CHINESE_MARKS = re.compile(rb"(?:\xa1[\xaa\xad\xae\xaf\xb0\xb1])+")

# Letters of Western European languages alone. Left out: eth, thorn, y acute, s and z caron, which are also what
# Turkish, Baltic and Czech letters look like when they are read as Latin-1.
_SMALL = "àáâãäåæçèéêëìíîïñòóôõöøùúûüßœ"
_CAPITAL = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒ"
_SIGNS = "€£¥©®°±²³µ·«»¿¡ªº§½¼¾×™"
_MARKS = "‘’“”–—…•\xa0\xad"
_LETTERS = re.compile(f"[{_SMALL}{_CAPITAL}]")
_FOREIGN = re.compile(f"[^\x00-\x7f{_SMALL}{_CAPITAL}{_SIGNS}{_MARKS}]")
_UNLIKELY = re.compile(
    f"[{_SMALL}{_CAPITAL}]{{4}}"  # Cyrillic, Greek or Thai: words are high bytes throughout
    f"|[a-z{_SMALL}][{_SIGNS}“”…•][a-z{_SMALL}]"  # a sign inside a word: a Polish or DOS letter
    f"|[a-z{_SMALL}][{_CAPITAL}]|[{_SMALL}][A-Z]"  # a capital after a small letter: MacRoman
    f"|[{_SIGNS}][{_SIGNS}]"  # two signs in a row: double-byte punctuation
    f"|[¡¿](?![A-Za-zÁÉÍÓÚÑáéíóúñ]{{2}}|[AEOUYaeouy\"'“‘«])|[A-Za-z][¡¿]"  # Spanish opens a sentence with them
    "|(?<![A-Za-z0-9.])[ªº]"
    f"|(?<![A-Za-z{_SMALL}{_CAPITAL}’])[{_SMALL}{_CAPITAL}](?<![àèéóåöøÀÈÉ])(?![A-Za-z{_SMALL}{_CAPITAL}])"
)


def guess(data: bytes) -> str | None:
    """Return ``gb18030``, ``cp1252`` or ``latin-1`` when that is sure, else None."""
    if _is_chinese(data):
        return "gb18030"
    return _western(data)


def _is_chinese(data: bytes) -> bool:
    if _CHINESE_MARKS.search(data) and _CHINESE_MARKS.sub(b"", data).isascii():
        return True
    text = data[: 1 << 18].decode("gb18030", "replace")[:-1]
    han = _HAN.findall(text)
    odd = len(_ODD_FOR_CHINESE.findall(text))
    common = sum(character in _COMMON for character in han)
    return len(han) >= 8 and odd <= len(han) / 50 and common >= 0.2 * len(han)


def _western(data: bytes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None  # a byte that Windows leaves undefined
    if _FOREIGN.search(text) or _UNLIKELY.search(text):
        return None
    if len(_LETTERS.findall(text)) > 0.2 * len(text):
        return None
    if re.search("[õÕ]", text) and not re.search("[ãÃçÇ]", text):
        return None  # o tilde without Portuguese's other letters is Hungarian's double acute
    return "cp1252" if re.search(rb"[\x80-\x9f]", data) else "latin-1"
