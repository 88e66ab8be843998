"""What a dry run would remove and why, a rule at a time."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cleaners.summary import Row

EXAMPLES = 8
"""Places shown for each rule and kind."""

_WHY = {
    "strip.body": "outside the article's body, by the scores of the lines around",
    "strip.second": "outside the article's body, by a second look at a line the scores were unsure of",
    "strip.zone": "below a header that opens a zone of furniture",
    "strip.byline": "who wrote it, when and where; kept in the metadata",
}


def removals(output: Path) -> Iterator[str]:
    """Yield lines for a person: each rule and kind with its count and reason, then some places.

    The reports under ``output`` are read one after the other.
    """
    counts: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for report in _reports(output):
        for edit in report["edits"]:
            if edit["stage"] == "strip":
                key = edit["rule"], edit["kind"]
                counts[key] += 1
                if len(places[key]) < EXAMPLES:
                    places[key].append(_place(report, edit))
    for (rule, kind), times in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{rule}, {kind}: {times:,} ({_WHY.get(rule, 'the words of the line say what it is')})"
        yield from places[rule, kind]
        if times > EXAMPLES:
            yield f"    ... and {times - EXAMPLES:,} more"


def _reports(output: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(output.rglob("*.json")):
        yield json.loads(path.read_bytes())
    for path in sorted(output.rglob("*.reports.jsonl")):
        with path.open("rb") as lines:
            yield from map(json.loads, lines)


def _place(report: dict[str, Any], edit: dict[str, Any]) -> str:
    text = " ".join(edit["old"].split())
    start, end = edit["raw"]
    place = Row(id=report["id"], path=report["source"]["path"], status="done").place
    return f"    {place} [{start}, {end}): {text if len(text) <= 80 else text[:79] + '…'}"
