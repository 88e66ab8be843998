"""One headless Chromium for all tests that look at a page as a reader does."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Open = Callable[..., "object"]


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="Playwright's Python package is not installed"
    )
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium on PATH")
    args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=args)
        yield running
        running.close()


@pytest.fixture
def visit(browser, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens HTML in a fresh window; at the end nothing may have gone wrong in it."""
    windows, trouble = [], []

    def _visit(html: str, fragment: str = "", width: int = 1400, scheme: str = "light"):
        file = tmp_path / f"page{len(windows)}.html"
        file.write_bytes(html.encode("utf-8"))
        window = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        windows.append(window)
        page = window.new_page()
        page.on("console", lambda message: trouble.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
        page.on("dialog", lambda dialog: trouble.append(f"dialog: {dialog.message}"))
        page.on(
            "request", lambda request: trouble.append(f"request: {request.url}") if _leaves(request) else None
        )
        page.goto(file.as_uri() + fragment)
        return page

    def _leaves(request) -> bool:
        return not request.url.startswith(("data:", tmp_path.as_uri()))

    yield _visit
    for window in windows:
        window.close()
    assert trouble == []
