"""The small set of pages in ``pages/``: every line marked + body, = title, ~ standfirst, - furniture."""

import hashlib
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "pages"


class Page(NamedTuple):
    name: str
    text: str
    marks: dict[int, str]  # mark by the line's start in the text

    def marked(self, mark: str) -> list[str]:
        return [self.text[at:].split("\n", 1)[0] for at, found in self.marks.items() if found == mark]

    @property
    def body(self) -> str:
        return "\n\n".join(self.marked("+"))


def load() -> list[Page]:
    return [_page(path) for path in sorted(FOLDER.glob("*.txt"))]


def _page(path: Path) -> Page:
    marks, text = {}, ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line[1:].strip():
            marks[len(text)] = line[0]
        text += line[1:] + "\n"
    return Page(path.stem, text, marks)


def digest() -> str:
    """A floor is worth something only for the data it was measured on."""
    found = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.txt")):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]
