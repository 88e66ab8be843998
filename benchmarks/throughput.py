"""How many documents a second of CPU: Copydesk beside a naive script and datatrove, on one corpus, in one run.

usage: python benchmarks/throughput.py [--documents 2000] [--peer PYTHON] [--grow 1000,10000]

``--peer`` names a Python that has datatrove 0.10 installed (`pip install "datatrove[processing]==0.10.*"` in an
environment of its own: its needs are not ours). Without one that row is left out. Every contender is a process of its
own on one worker; what is measured is its user CPU, start and imports included, and its peak memory: the least of
two rounds, in which the contenders take turns, since a shared machine has slow minutes. ``--grow`` measures
Copydesk alone on so many documents, once.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.news import write_jsonl  # noqa: E402  the project is no installed package

NAIVE = """
import json, sys
import ftfy
from langdetect import detect
from sacrebleu.metrics import CHRF
metric = CHRF()
with open(sys.argv[1], encoding="utf-8") as source, open(sys.argv[2], "w", encoding="utf-8") as out:
    for line in source:
        row = json.loads(line)
        text = ftfy.fix_text(row["text"])
        row |= {"text": text, "language": detect(text), "chrf": metric.sentence_score(text, [row["text"]]).score}
        out.write(json.dumps(row, ensure_ascii=False) + "\\n")
"""

PEER = """
import sys
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.filters import C4QualityFilter, GopherQualityFilter
from datatrove.pipeline.formatters import FTFYFormatter
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter
LocalPipelineExecutor(
    pipeline=[
        JsonlReader(sys.argv[1]),
        FTFYFormatter(),
        C4QualityFilter(filter_no_terminal_punct=False),
        GopherQualityFilter(),
        JsonlWriter(sys.argv[2]),
    ],
    tasks=1, workers=1, logging_dir=sys.argv[2] + "/logs",
).run()
"""


ROUNDS = 2


class Cost(NamedTuple):
    """What a process took: seconds of user CPU, and megabytes at its peak."""

    cpu: float
    peak_mb: float


def measure(command: Sequence[str]) -> Cost:
    """Run a command to its end and return its user CPU in seconds and its peak memory."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command[:3]} failed:\n{said.decode(errors='replace')[-2000:]}")
    return Cost(usage.ru_utime, usage.ru_maxrss / 1024)


def copydesk(corpus: Path, out: Path) -> Cost:
    command = [sys.executable, "-m", "flows.clean", str(corpus), "-o", str(out), "--format", "json"]
    return measure([*command, "--no-track", "--quiet", "--workers", "1"])


def show(name: str, count: int, size: int, cost: Cost, base: Cost | None = None) -> None:
    ratio = f"{base.cpu / cost.cpu:6.1f} x" if base else "        "
    rate = f"{count / cost.cpu:8.1f} documents/s  {size / cost.cpu / 1e6:5.2f} MB/s"
    print(f"{name:34} {cost.cpu:8.2f} s CPU  {rate}  {ratio}  {cost.peak_mb:6.0f} MB peak", flush=True)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--documents", type=int, default=2000)
    ap.add_argument("--peer", help="a Python with datatrove")
    ap.add_argument("--grow", default="", help="numbers of documents, comma between")
    args = ap.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "in").mkdir()
        corpus = folder / "in" / "news.jsonl"
        size = write_jsonl(corpus, args.documents)
        print(f"{args.documents} documents, {size / args.documents / 1000:.1f} KB on average")
        contenders = {"Copydesk, everything, JSON reports": lambda out: copydesk(corpus, out)}
        contenders["naive: ftfy, langdetect, chrF"] = lambda out: measure(
            [sys.executable, "-c", NAIVE, str(corpus), str(out)]
        )
        if args.peer:
            contenders["datatrove 0.10"] = lambda out: measure(
                [args.peer, "-c", PEER, str(folder / "in"), str(out)]
            )
        taken: dict[str, list[Cost]] = {name: [] for name in contenders}
        for turn in range(ROUNDS):
            for number, (name, run) in enumerate(contenders.items()):
                taken[name].append(run(folder / f"{turn}-{number}"))
        ours, *others = [min(costs) for costs in taken.values()]
        for name, cost in zip(contenders, (ours, *others), strict=True):
            show(name, args.documents, size, cost, others[0])
        print("Copydesk is", ", ".join(f"{other.cpu / ours.cpu:.1f}" for other in others), "times as fast")
        for count in [int(n) for n in args.grow.split(",") if n]:
            size = write_jsonl(corpus, count)
            show(f"Copydesk, {count:,} documents", count, size, copydesk(corpus, folder / f"grow-{count}"))


if __name__ == "__main__":
    main()
