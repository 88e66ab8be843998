"""Which lines go: the body's stretch mended at its edges, headings that open zones, and proof asked for the rest."""

from itertools import accumulate
from typing import NamedTuple

from cleaners.strip import furniture
from cleaners.strip.features import Facts
from cleaners.strip.lines import Row

Removed = dict[int, tuple[str, str]]
# Log-odds below which the scores alone are proof: hardly any author's line in the training pages is that low.
_HOPELESS = -4.0
_LOW = -3.0
# Inside the body a line goes only below this, and only when its own words tell what it is.
_VETO = -0.5
_COMMENTS = furniture.BIT["comments"]
# Above this score a line inside the body is the author's whatever stands over it.
_HEADING = 1.5
_CUT_OFF = ("...", "…", "[…]")
_TEASERS = furniture.BIT["sidebar_header"]
# Up to so many lines above a body may be its own head (outlet, date, a short first line) rather than a site's menu.
_HEAD = 4


class Scored(NamedTuple):
    """A page's lines with their scores and the body ``[start, end)`` these speak for."""

    rows: list[Row]
    known: list[Facts]
    scores: list[float]
    start: int
    end: int


def _proof(page: Scored, k: int) -> bool:
    """Tell whether a line outside the body is furniture on more than its place."""
    return page.scores[k] < _HOPELESS or furniture.likely(page.rows[k].text, page.known[k]) is not None


def _side(page: Scored, side: list[int], removed: Removed, *, above: bool) -> None:
    """Remove the lines of one side of the body: all of them when enough are proven furniture, else those alone.

    A poem, a list or a dialogue has many lines that score low, and none that says "Share" or "Read more".
    """
    proven = [k for k in side if _proof(page, k)]
    few = above and len(side) <= _HEAD
    whole = not few and len(proven) * 6 >= len(side)
    zone: str | None = None
    for k in side:
        text, fact = page.rows[k].text, page.known[k]
        kind = furniture.likely(text, fact)
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
    for k, (row, fact) in enumerate(zip(page.rows, page.known, strict=True)):
        kind = furniture.inserted(row.text, fact)
        if kind and k not in removed:
            removed[k] = (f"strip.{kind}", kind)


def _inside(page: Scored, removed: Removed) -> None:
    """Remove lines inside the body that score low and say themselves what they are.

    Below a site's menu the first lines ("3 comments", "Print") need no low score: a paragraph has not begun yet.
    """
    on_top = page.start > _HEAD
    for k in range(page.start, page.end):
        text, fact = page.rows[k].text, page.known[k]
        kind = furniture.sure(text, fact) if on_top else None
        on_top = on_top and (kind is not None or k in removed)
        if kind is None and page.scores[k] < _VETO:
            kind = furniture.likely(text, fact)
        if kind and k not in removed and not (kind == "nav" and _between_paragraphs(page, k)):
            removed[k] = (f"strip.{kind}", kind)


def _between_paragraphs(page: Scored, k: int) -> bool:
    """Tell whether prose stands right above and below a line: there "Home" or "News" is a chapter's heading."""
    return 0 < k < len(page.rows) - 1 and page.known[k - 1].prose and page.known[k + 1].prose


def _lists(page: Scored, removed: Removed) -> None:
    """Remove a list of other articles inside the body: a heading ("More from ...") and the headlines below it.

    The list ends where a sentence ends or a line scores as the author's.
    """
    k = page.start + 1
    while k < page.end:
        fact = page.known[k]
        heads = fact.width <= 40 and fact.whole & _TEASERS and page.scores[k] < _HEADING
        j = k + 1
        while heads and j < page.end and _headline(page, j):
            j += 1
        if heads and j - k > 2:
            removed[k] = ("strip.zone", "sidebar_header")
            removed.update((n, ("strip.zone", "teaser")) for n in range(k + 1, j))
        k = max(k + 1, j if heads else 0)


def _headline(page: Scored, k: int) -> bool:
    """Tell whether a line inside a list of other articles is one more of them."""
    text, fact = page.rows[k].text, page.known[k]
    return page.scores[k] < _HEADING and fact.width <= 130 and not text.endswith((".", ":", "。", "：", ","))


def closed(rows: list[Row], known: list[Facts], start: int, end: int) -> int:
    """Return the end of the body, moved up to a heading ("7 Comments", "Latest") whose zone its own lines prove.

    Proof is three lines of furniture in the ten below it; so a chapter called "Comments" stays. A heading over
    teasers closes only what has had most of its words: teasers are short, comments may be longer than the article.
    """
    upto = list(accumulate((fact.width for fact in known), initial=0))
    cut_off = [row.text.endswith(_CUT_OFF) for row in rows]
    prose = list(
        accumulate(
            (f.width * (f.prose and not cut) for f, cut in zip(known, cut_off, strict=True)), initial=0
        )
    )
    total = upto[end] - upto[start]
    for k in range(start + 1, end):
        fact = known[k]
        if fact.width > 40 or not fact.whole & (_COMMENTS | _TEASERS) or rows[k].text.endswith((".", ":")):
            continue
        below = range(k + 1, min(k + 11, len(rows)))
        if fact.whole & _COMMENTS and sum(_talks(known[j]) for j in below) >= 3:
            return k
        late = 5 * (upto[k] - upto[start]) >= 2 * total and 12 * (prose[end] - prose[k + 1]) <= total
        if late and sum(_teases(rows[j].text, known[j]) for j in below) >= 3:
            return k
    return end


def _talks(fact: Facts) -> bool:
    """Tell whether a short line is of the furniture around readers' comments: a date, "Reply", "says"."""
    return fact.width <= 60 and (fact.dated or fact.cues & _COMMENTS > 0)


def _teases(text: str, fact: Facts) -> bool:
    """Tell whether a line looks like part of a list of other articles: cut off, dated, or a label."""
    return text.endswith(_CUT_OFF) or (fact.width <= 60 and (fact.dated or fact.whole > 0))


def _head(page: Scored, title: int | None, removed: Removed) -> None:
    """Remove outlet, author and date between the headline and the text of an article that came without a menu."""
    first = 0 if title is None else title + 1
    reach = range(first, min(first + _HEAD, len(page.rows) - 1))
    for k in reach:
        fact = page.known[k]
        if not fact.prose and (
            (fact.dated and fact.width < 80)
            or (fact.start & furniture.BIT["byline"] and fact.width < 60 and _name(page.rows[k].text))
        ):
            removed[k] = ("strip.byline", "byline")
    for k in reach:
        beside = removed.get(k + 1) == ("strip.byline", "byline") or removed.get(k - 1) == (
            "strip.byline",
            "byline",
        )
        if beside and k not in removed and page.known[k].width <= 40 and _name(page.rows[k].text):
            removed[k] = ("strip.byline", "byline")


def _name(text: str) -> bool:
    """Tell whether a short line may be a name: no sentence's end, a capital or a script without capitals first."""
    return (
        not text.endswith((".", "!", "?", "。", "！", "？", ":", "：", "…", ","))
        and not text[:1].islower()
        and not text[:1].isdigit()
    )


def _tail(page: Scored, removed: Removed) -> None:
    """Remove, from the last line upwards, what its own words prove: source, reprint, tagline, share, heading."""
    for k in range(len(page.rows) - 1, len(page.rows) // 3, -1):
        if k in removed:
            continue
        text, fact = page.rows[k].text, page.known[k]
        kind = None if fact.prose else furniture.sure(text, fact) or _tagline(text, fact)
        if kind is None:
            return
        removed[k] = (f"strip.{kind}", kind)


def _tagline(text: str, fact: Facts) -> str | None:
    """Return ``tagline`` for a last line that names a post ("Somebody's chief editor"), not a sentence."""
    post = fact.cues & furniture.BIT["tagline"] and fact.width <= 60
    return "tagline" if post and not text.endswith((".", "!", "?", "。", ":", "：")) else None


def furnished(page: Scored) -> bool:
    """Tell whether the text is a whole page: labels of two kinds at least, or many lines the scores are sure of.

    Of the pages in the training sets 97 in 100 have such lines, of bare articles 2 in 100.
    """
    labels = [
        furniture.named(fact.whole)
        for row, fact in zip(page.rows, page.known, strict=True)
        if fact.whole and fact.width <= 40 and not row.text.endswith((".", ":", "?"))
    ]
    return (len(labels) >= 4 and len(set(labels)) >= 2) or sum(score < _LOW for score in page.scores) >= 3


def _below(page: Scored, end: int, removed: Removed) -> None:
    """Remove the zone that a proven heading opens at line ``end`` of a text without a site's furniture."""
    for k in range(end, len(page.rows)):
        text, fact = page.rows[k].text, page.known[k]
        opened = furniture.opens(text, fact)
        kind = (
            furniture.sure(text, fact)
            if opened is None
            else "sidebar_header"
            if opened == "teaser"
            else opened
        )
        removed[k] = ("strip.zone", kind or "teaser")


def removals(page: Scored, kept: set[int | None], title: int | None) -> Removed:
    """Return the lines that go, with the rule and kind of each; the lines in ``kept`` (title, dek) stay.

    From a bare article (see ``furnished``) only proof removes: the scores were learned on pages, and a poem or a
    price list is as unlike their prose as a menu is.
    """
    removed: Removed = {}
    head = [k for k in range(page.start) if k not in kept]
    if not furnished(page):
        _head(page, title, removed)
        _below(page, closed(page.rows, page.known, 0, len(page.rows)), removed)
        _pushed(page, removed)
        _tail(page, removed)
        return {k: why for k, why in sorted(removed.items()) if k not in kept}
    if len(head) <= _HEAD:
        _head(page, title, removed)
    _side(page, [k for k in head if k not in removed], removed, above=True)
    _side(page, list(range(page.end, len(page.rows))), removed, above=False)
    _pushed(page, removed)
    _inside(page, removed)
    _lists(page, removed)
    _tail(page, removed)
    return {k: why for k, why in sorted(removed.items()) if k not in kept}
