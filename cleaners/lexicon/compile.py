"""`python -m cleaners.lexicon.compile`: write the package's lexicons into the files that are loaded."""

from pathlib import Path

from cleaners.lexicon.compiled import dump
from cleaners.lexicon.load import load_folder


def main() -> None:
    """Check every lexicon of the package and write what is loaded of them. Raises LexiconError."""
    for path, text in dump(load_folder(Path(__file__).parent)).items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
