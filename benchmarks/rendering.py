"""What rendering costs: CPU and size of each format on the seeds, and a megabyte's page in a real browser.

usage: python benchmarks/rendering.py [--browser PATH]
"""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import sync_playwright

from cleaners.pipeline import clean
from cleaners.render.formats import FORMATS
from cleaners.report import Report

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
STEP = """() => new Promise((done) => {
  const start = performance.now();
  document.getElementById('next').click();
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
})"""


def seeds() -> list[Report]:
    paths = sorted(SEEDS.glob("*.txt"))
    return [clean(path.read_bytes().decode("utf-8"), id=path.stem) for path in paths]


def cpu(report: Report, name: str, rounds: int = 20) -> float:
    """Median milliseconds of CPU, the template already compiled."""
    FORMATS[name].render(report)
    times = []
    for _ in range(rounds):
        start = time.process_time()
        FORMATS[name].render(report)
        times.append(1000 * (time.process_time() - start))
    return median(times)


def table(reports: list[Report]) -> None:
    print(f"{'document':24}{'chars':>8}{'marks':>7}  " + "".join(f"{name:>16}" for name in FORMATS))
    for report in reports:
        cells = [
            f"{cpu(report, n):.2f} ms {len(f.render(report).encode()) // 1000} KB" for n, f in FORMATS.items()
        ]
        print(
            f"{report.id:24}{len(report.text):8}{len(report.findings):7}  "
            + "".join(f"{c:>16}" for c in cells)
        )


def megabyte(browser: str) -> None:
    """Open the page of all seeds repeated to a megabyte; steps are timed to the second frame after the key."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    report = clean("\n\n".join([text] * (1_000_000 // len(text) + 1)))
    start = time.process_time()
    page = FORMATS["html"].render(report)
    spent = 1000 * (time.process_time() - start)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "megabyte.html"
        file.write_text(page, encoding="utf-8")
        window = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        tab = window.new_page()
        start = time.perf_counter()
        tab.goto(file.as_uri())
        opened = time.perf_counter() - start
        steps = [tab.evaluate(STEP) for _ in range(40)]
        window.close()
    print(
        f"{len(report.text):,} characters, {len(report.findings):,} findings: rendered in {spent:.0f} ms of CPU, "
        f"{len(page.encode()) / 1e6:.1f} MB, opened in {opened:.2f} s, a step {median(steps):.0f} ms "
        f"(worst {max(steps):.0f})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--browser", default=shutil.which("chromium"), help="path of a Chromium")
    args = parser.parse_args()
    table(seeds())
    if args.browser:
        megabyte(args.browser)


if __name__ == "__main__":
    main()
