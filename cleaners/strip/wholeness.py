"""Whether a text is a whole page with a site's furniture around the article, or the article alone."""

from cleaners.strip import furniture
from cleaners.strip.facts import Facts
from cleaners.strip.lines import Row

# Log-odds that hardly any author's line in the training pages has.
_LOW = -3.0
# With fewer lines that are no paragraphs a text is no whole page: those of the training pages have 8 at least.
FEW = 5


def between_paragraphs(known: list[Facts], k: int) -> bool:
    """Tell whether prose stands right above and below a line: there "Home" or "News" is a chapter's heading."""
    return 0 < k < len(known) - 1 and known[k - 1].prose and known[k + 1].prose


def _labelled(rows: list[Row], known: list[Facts]) -> bool:
    """Tell whether labels of two kinds at least stand in the text; those between paragraphs head chapters."""
    labels = [
        furniture.named(fact.whole)
        for k, (row, fact) in enumerate(zip(rows, known, strict=True))
        if fact.whole
        and fact.width <= 40
        and not row.text.endswith((".", ":", "?"))
        and not between_paragraphs(known, k)
    ]
    return len(labels) >= 4 and len(set(labels)) >= 2


def bare(rows: list[Row], known: list[Facts]) -> bool:
    """Tell whether the text is paragraphs and a few labels: an article that came without a page around it."""
    others = sum([not fact.prose for fact in known])
    return others < FEW and not _labelled(rows, known)


def furnished(rows: list[Row], known: list[Facts], scores: list[float]) -> bool:
    """Tell whether the text is a whole page: labels of two kinds at least, or many lines the scores are sure of.

    Of the pages in the training sets 96 in 100 are told to be whole, of their bare articles less than 1 in 100.
    """
    low = sum([score < _LOW for score in scores])
    return _labelled(rows, known) or (low >= 3 and low * 12 >= len(rows))
