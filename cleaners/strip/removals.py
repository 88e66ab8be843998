"""Which lines go: sides of the body, what was pushed into it, and proof asked where a text is no whole page."""

from cleaners.strip import edges, furniture, zones
from cleaners.strip.edges import HEAD
from cleaners.strip.facts import Facts
from cleaners.strip.scored import Removed, Scored
from cleaners.strip.wholeness import between_paragraphs

# Log-odds below which the scores alone are proof: hardly any author's line in the training pages is that low.
_HOPELESS = -4.0
# Of a menu's lines two in three score below this, and there are so many at least.
_DOUBTFUL = -1.5
_MENU = 8
# Inside the body a line goes only at this or below, and only when its own words tell what it is.
_VETO = -0.5


def _side(page: Scored, side: list[int], removed: Removed, *, above: bool) -> None:
    """Remove the lines of one side of the body: all of them when they are a site's, else those proven furniture."""
    kinds = [furniture.likely(page.rows[k].text, page.known[k]) for k in side]
    whole = not (above and len(side) <= HEAD) and _menu(page, side, kinds)
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
            rule = "strip.second" if k in page.turned else "strip.body"
            removed[k] = (rule, furniture.look(text, fact, above=above))


def _menu(page: Scored, side: list[int], kinds: list[str | None]) -> bool:
    """Tell whether lines beside the body are a site's: enough are proven furniture, or most score low.

    A poem, a list or a dialogue has many lines that score low, and none that says "Share" or "Read more". A menu in a
    language whose words nobody listed has none either, but most of its lines score low, and they are many.
    """
    proven = sum(
        [kind is not None or page.scores[k] < _HOPELESS for k, kind in zip(side, kinds, strict=True)]
    )
    low = sum([page.scores[k] < _DOUBTFUL for k in side])
    return proven * 6 >= len(side) or (len(side) >= _MENU and low * 3 >= 2 * len(side))


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
        if kind and k not in removed and not (kind == "nav" and between_paragraphs(page.known, k)):
            removed[k] = (f"strip.{kind}", kind)


def _sentence(fact: Facts) -> bool:
    """Tell whether a short line reads as a sentence: "Trains leave every ten minutes." speaks of no reading time."""
    return fact.width > 50 and fact.small >= 3 and fact.ending == 1


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

    From a bare article (see ``wholeness``) only proof removes: the scores were learned on pages, and a poem or a
    price list is as unlike their prose as a menu is.
    """
    removed: Removed = {}
    head = [k for k in range(page.start) if k not in kept]
    if not page.furnished:
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
