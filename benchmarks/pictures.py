"""Make README's two pictures: the annotated page of a seed with a card open, and the index page of all five.

usage: python benchmarks/pictures.py [--browser PATH] [-o FOLDER]
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, sync_playwright

from cleaners.pipeline import clean
from cleaners.render import html, index
from cleaners.report import Report
from cleaners.summary import row

ROOT = Path(__file__).resolve().parent.parent


def seeds() -> list[Report]:
    out = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        report = clean(path.read_bytes().decode("utf-8"), id=path.stem)
        source = report.source.model_copy(update={"path": f"seeds/{path.name}"})
        out.append(report.model_copy(update={"source": source}))
    return out


def shoot(browser: Browser, page: str, picture: Path, keys: str = "") -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        tab = browser.new_page(viewport={"width": 1200, "height": 780}, color_scheme="light")
        tab.goto(file.as_uri())
        for key in keys:
            tab.keyboard.press(key)
        tab.screenshot(path=picture)
        tab.close()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--browser", default=shutil.which("chromium"), help="path of a Chromium")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs", help="folder of the pictures")
    args = parser.parse_args()
    args.output.mkdir(exist_ok=True)
    reports = seeds()
    rows = [row(report, f"{report.id}.html") for report in reports]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=args.browser, args=["--no-sandbox", "--disable-gpu"]
        )
        shoot(browser, html.render(reports[0]), args.output / "annotated.png", keys="nn")
        page = index.render(rows, title="seeds", signature=reports[0].signature)
        shoot(browser, page, args.output / "index.png")
        browser.close()


if __name__ == "__main__":
    main()
