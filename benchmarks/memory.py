"""Peak memory of a run over 10,000 and over 100,000 documents: `python benchmarks/memory.py`.

The corpus is made here: short articles of made-up sentences, some with damage that rules speak about, one JSONL
file. Measured is the largest resident size of the run and, apart, of its worker processes.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

_NOUNS = (
    "market city river teacher plan report winter engine garden council price ship school letter bridge harvest"
    " museum factory village question answer forest journey company station record window paper morning"
)
_WORDS = _NOUNS.split()
_TAILS = (" .", ".", ".", "!", " , they said.", " (manual dog head).")


def corpus(path: Path, documents: int) -> None:
    """Write a corpus of ``documents`` articles of about 1 KB."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8") as out:
        for number in range(documents):
            text = "\n\n".join(_paragraph(chance) for _ in range(4))
            out.write(json.dumps({"id": f"d{number}", "text": text, "source": "made up"}) + "\n")


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(4))


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(9)]
    return f"The {' '.join(words[:4])} was in the {' and the '.join(words[4:7])}{chance.choice(_TAILS)}"


def measure(documents: int, workers: int) -> tuple[int, int, float]:
    """Run the desk; return peak KB of the run itself, peak KB of a worker, and the seconds it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "corpus.jsonl")
        corpus(path, documents)
        line = [
            sys.executable,
            "-m",
            "flows.clean",
            str(path),
            "-o",
            f"{folder}/out",
            "--no-track",
            "--quiet",
        ]
        begun = time.monotonic()
        process = subprocess.Popen([*line, "--workers", str(workers)])
        peaks: dict[int, int] = {}
        watcher = threading.Thread(target=_watch, args=(process, peaks))
        watcher.start()
        process.wait()
        watcher.join()
        took = time.monotonic() - begun
    return peaks.pop(process.pid), max(peaks.values(), default=0), took


def _watch(process: subprocess.Popen[bytes], peaks: dict[int, int]) -> None:
    """Note the high-water mark of the process and of its children while they live (Linux)."""
    while process.poll() is None:
        tasks = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        for pid in (process.pid, *map(int, tasks.read_text().split() if tasks.exists() else ())):
            try:
                status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
            except OSError:
                continue
            high = next((row.split()[1] for row in status.splitlines() if row.startswith("VmHWM")), "0")
            peaks[pid] = max(peaks.get(pid, 0), int(high))
        time.sleep(0.05)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("counts", nargs="*", type=int, default=[10_000, 100_000])
    options.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    arguments = options.parse_args()
    print("documents  run MB  worker MB  seconds")
    for documents in arguments.counts:
        run, worker, took = measure(documents, arguments.workers)
        print(f"{documents:9,}  {run / 1024:6.0f}  {worker / 1024:9.0f}  {took:7.0f}", flush=True)


if __name__ == "__main__":
    main()
