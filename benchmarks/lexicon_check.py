"""Check lexicon files' own proofs, and count what their entries say about native text.

usage: python benchmarks/lexicon_check.py cleaners/lexicon/zh-en/asides.toml ... [--native FILE_OR_FOLDER ...]

Native text is a folder of .txt files or a JSON file of {id: {"articleBody": text}}. Each entry that fires on it is
listed with its count per million words and up to three places.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cleaners.fold import plain, words_only
from cleaners.lexicon.entry import Entry, proof_failures
from cleaners.lexicon.load import LexiconError, load_file
from cleaners.lexicon.pattern import anchors


def texts(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        if path.is_dir():
            yield from (p.read_text(encoding="utf-8", errors="replace") for p in sorted(path.glob("*.txt")))
        elif path.suffix == ".json":
            pages = json.loads(path.read_text(encoding="utf-8")).values()
            yield from (p["articleBody"] for p in pages if p.get("english", True))
        else:
            yield path.read_text(encoding="utf-8")


def alarms(entry: Entry, joined: str, words: str) -> list[str]:
    literals = (literal for anchor in anchors(entry.pattern) for literal in anchor.literals)
    if not any(literal in words for literal in literals):
        return []
    return [joined[max(0, s - 50) : e + 40].replace("\n", " ") for s, e in entry.spans(joined)]


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="+", type=Path)
    ap.add_argument("--native", nargs="*", type=Path, default=[])
    args = ap.parse_args()
    entries: dict[str, Entry] = {}
    failed = 0
    for path in args.files:
        try:
            found = load_file(path)
        except LexiconError as error:
            print("REFUSED", error)
            failed += 1
            continue
        for wrong in (w for e in found.values() for w in proof_failures(e)):
            print("PROOF", path.name, wrong)
            failed += 1
        entries |= found
    joined = plain("\n".join(texts(args.native)))
    spaced = f" {words_only(joined)} "
    words = len(spaced.split())
    for rule, entry in entries.items():
        if places := alarms(entry, joined, spaced):
            rate = 1e6 * len(places) / words
            print(f"{entry.strength:6} {rule:40} {len(places):4} = {rate:.1f} per million words")
            for place in places[:3]:
                print("         ", place)
    print(f"{len(entries)} entries, {failed} failures, {words} native words")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
