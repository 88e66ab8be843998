"""Quotation marks that a machine set the wrong way round, paired across languages, or glued to their neighbours."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners.detect import signs
from cleaners.types import Document, Finding

if TYPE_CHECKING:
    from cleaners.resources import Resources


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  one shape for all rules
    """Yield damaged quotations; weak all of them, since scraping loses and doubles quotation marks too."""
    yield from signs.found(document.text, "quotes")
