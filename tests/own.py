"""A lexicon of a user's own: one entry, as a person would write it down."""

import json
from pathlib import Path

ENTRY = {
    "id": "melon-seeds",
    "source": "吃瓜",
    "gloss": "to look on",
    "match": "ate melon seeds",
    "kind": "slang_calque",
    "severity": "major",
    "strength": "strong",
    "bad": ["We [[ate melon seeds]]."],
    "good": ["We ate a melon and its seeds."],
}


def lexicon(folder: Path, **keys: object) -> Path:
    """Write ENTRY, with ``keys`` in place of its own or beside them, into a lexicon at ``folder``; return that."""
    (folder / "zh-en").mkdir(parents=True)
    # What JSON writes of strings and lists is TOML, too.
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in (ENTRY | keys).items())
    (folder / "zh-en" / "own.toml").write_text("[[entry]]\n" + "".join(lines), encoding="utf-8")
    return folder
