"""Which lines go: sides of the body, what was pushed into it, and proof asked where a text is no whole page."""

from cleaners.strip import edges, furniture, zones
from cleaners.strip.edges import HEAD
from cleaners.strip.facts import Facts
from cleaners.strip.lines import Row
from cleaners.strip.scored import Removed, Scored

# Log-odds below which the scores alone are proof: hardly any author's line in the training pages is that low.
_HOPELESS = -4.0
_LOW = -3.0
# Of a menu's lines two in three score below this, and there are so many at least.
_DOUBTFUL = -1.5
_MENU = 8
# Inside the body a line goes only at this or below, and only when its own words tell what it is.
_VETO = -0.5
# With fewer lines that are no paragraphs a text is no whole page: those of the training pages have 8 at least.
_FEW = 5


def _side(page: Scored, side: list[int], removed: Removed, *, above: bool) -> None:
    """Remove the lines of one side of the body: all of them when enough are proven furniture, else those alone.

    A poem, a list or a dialogue has many lines that score low, and none that says "Share" or "Read more". A menu in a
    language whose words nobody listed has none either, but most of its lines score low, and they are many.
    """
    kinds = [furniture.likely(page.rows[k].text, page.known[k]) for k in side]
    proven = sum(kind is not None or page.scores[k] < _HOPELESS for k, kind in zip(side, kinds, strict=True))
    few = above and len(side) <= HEAD
    low = sum([page.scores[k] < _DOUBTFUL for k in side])
    whole = not few and (proven * 6 >= len(side) or (len(side) >= _MENU and low * 3 >= 2 * len(side)))
    zone: str | None = None
    for k, kind in zip(side, kinds, strict=True):
        text, fact = page.rows[k].text, page.known[k]
        opened = None if above else furniture.opens(text, fact)
        if opened:
            zone = opened
            removed[k] = (
                "strip.zone",
                kind if kind == "ad_label" else "sidebar_header" if opened == "teaser" else opened,
            )
        elif kind and (zone is None or furniture.sure(text, fact)):
            removed[k] = (f"strip.{kind}", kind)
        elif zone:
            removed[k] = ("strip.zone", zone)
        elif whole:
            removed[k] = ("strip.body", furniture.look(text, fact, above=above))


def _pushed(page: Scored, removed: Removed) -> None:
    """Remove what pages push between two paragraphs: ad labels, "Read more: ...", credits and captions."""
    for k, kind in enumerate(page.pushed):
        if kind and k not in removed:
            removed[k] = (f"strip.{kind}", kind)


def _inside(page: Scored, removed: Removed) -> None:
    """Remove lines inside the body that score low and say themselves what they are.

    Below a site's menu the first lines ("3 comments", "Print") need no low score: a paragraph has not begun yet.
    """
    on_top = page.start > HEAD
    for k in range(page.start, page.end):
        text, fact = page.rows[k].text, page.known[k]
        kind = furniture.sure(text, fact) if on_top else None
        on_top = on_top and (kind is not None or k in removed)
        if kind is None and page.scores[k] <= _VETO:
            kind = (furniture.sure if _sentence(fact) else furniture.likely)(text, fact)
        if kind and k not in removed and not (kind == "nav" and _between_paragraphs(page.known, k)):
            removed[k] = (f"strip.{kind}", kind)


def _sentence(fact: Facts) -> bool:
    """Tell whether a short line reads as a sentence: "Trains leave every ten minutes." speaks of no reading time."""
    return fact.width > 50 and fact.small >= 3 and fact.ending == 1


def _between_paragraphs(known: list[Facts], k: int) -> bool:
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
        and not _between_paragraphs(known, k)
    ]
    return len(labels) >= 4 and len(set(labels)) >= 2


def bare(rows: list[Row], known: list[Facts]) -> bool:
    """Tell whether the text is paragraphs and a few labels: an article that came without a page around it."""
    others = sum([not fact.prose for fact in known])
    return others < _FEW and not _labelled(rows, known)


def furnished(page: Scored) -> bool:
    """Tell whether the text is a whole page: labels of two kinds at least, or many lines the scores are sure of.

    Of the pages in the training sets 97 in 100 have such lines, of bare articles 2 in 100.
    """
    low = sum([score < _LOW for score in page.scores])
    return _labelled(page.rows, page.known) or (low >= 3 and low * 12 >= len(page.rows))


def _below(page: Scored, end: int, removed: Removed) -> None:
    """Remove the zone that a proven heading opens at line ``end`` of a text without a site's furniture."""
    for k in range(end, len(page.rows)):
        text, fact = page.rows[k].text, page.known[k]
        opened = furniture.opens(text, fact)
        kind = furniture.sure(text, fact)
        if opened and kind != "ad_label":
            kind = "sidebar_header" if opened == "teaser" else opened
        removed[k] = ("strip.zone", kind or "teaser")


def removals(page: Scored, kept: set[int | None], title: int | None) -> Removed:
    """Return the lines that go, with the rule and kind of each; the lines in ``kept`` (title, dek) stay.

    From a bare article (see ``furnished``) only proof removes: the scores were learned on pages, and a poem or a
    price list is as unlike their prose as a menu is.
    """
    removed: Removed = {}
    head = [k for k in range(page.start) if k not in kept]
    if not furnished(page):
        return proven(page, kept, title)
    if len(head) <= HEAD:
        edges.head(page, title, removed)
    _side(page, [k for k in head if k not in removed], removed, above=True)
    _side(page, list(range(page.end, len(page.rows))), removed, above=False)
    _pushed(page, removed)
    _inside(page, removed)
    zones.lists(page, removed)
    edges.tail(page, removed)
    return {k: why for k, why in sorted(removed.items()) if k not in kept}


def proven(page: Scored, kept: set[int | None], title: int | None) -> Removed:
    """Return the lines of a bare article that go: whatever their scores are, their own words prove them furniture."""
    removed: Removed = {}
    edges.head(page, title, removed)
    _below(page, zones.closed(page.rows, page.known, 0, len(page.rows)), removed)
    _pushed(page, removed)
    edges.tail(page, removed)
    return {k: why for k, why in sorted(removed.items()) if k not in kept}


def veto(page: Scored) -> Removed:
    """Return the lines that go from a body which an extractor chose: what was pushed into it, and a proven tail."""
    removed: Removed = {}
    _pushed(page, removed)
    edges.tail(page, removed)
    return dict(sorted(removed.items()))
