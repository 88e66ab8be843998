"""`python -m cleaners.lexicon.compile`: write the package's lexicons into the one file that is loaded."""

from pathlib import Path

from cleaners.lexicon.compiled import COMPILED, dump
from cleaners.lexicon.load import load_folder


def main() -> None:
    """Check every lexicon of the package and write COMPILED. Raises LexiconError."""
    COMPILED.write_text(dump(load_folder(Path(__file__).parent)), encoding="utf-8")


if __name__ == "__main__":
    main()
