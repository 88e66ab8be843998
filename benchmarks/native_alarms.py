"""What the detectors say about native text, a rule at a time.

usage: python benchmarks/native_alarms.py TRUTH.json ... [--most N] [--places N]

Each file maps an id to {"articleBody": text}. Texts are judged whole (no strip). Findings on native text are false
alarms, apart from pages that are translations themselves: read the places before a rule is blamed.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cleaners import resources
from cleaners.errors import DocumentError
from cleaners.pipeline import clean
from cleaners.settings import Settings


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="+", type=Path)
    ap.add_argument("--most", type=int, default=40, help="rules shown")
    ap.add_argument("--places", type=int, default=3, help="places shown a rule")
    ap.add_argument("--start", default="", help="only rules whose id starts so")
    args = ap.parse_args()
    res = resources.load(Settings(strip=False))
    rules: Counter[str] = Counter()
    places: dict[str, list[str]] = defaultdict(list)
    documents = silent = words = flagged = 0
    for path in args.files:
        for name, page in json.loads(path.read_text(encoding="utf-8")).items():
            try:
                report = clean(page["articleBody"], resources=res)
            except DocumentError:
                continue
            if report.language.code != "en":
                continue
            documents += 1
            words += report.scores.words
            silent += not report.findings
            flagged += len(report.findings)
            for f in report.findings:
                start, end = f.clean
                around = (
                    f"{report.text[max(0, start - 50) : start]}[[{f.quote}]]{report.text[end : end + 40]}"
                )
                rules[f"{f.rule} ({f.strength})"] += 1
                places[f"{f.rule} ({f.strength})"].append(f"   {name[:8]} {' '.join(around.split())}")
    print(
        f"{documents} documents, {words} words, {flagged} findings = {1000 * flagged / words:.3f} per 1000 words"
    )
    print(f"{silent} documents without a finding = {silent / documents:.3f}")
    for rule, times in rules.most_common(args.most):
        if rule.startswith(args.start):
            print(f"{times:5} {rule}")
            print(*places[rule][: args.places], sep="\n")


if __name__ == "__main__":
    main()
