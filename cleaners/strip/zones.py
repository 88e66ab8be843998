"""Headings that open a zone ("Latest", "7 Comments"), and where the zone's own lines prove it."""

from itertools import accumulate

from cleaners.strip import furniture
from cleaners.strip.facts import Facts
from cleaners.strip.lines import Row
from cleaners.strip.scored import Removed, Scored

_COMMENTS = furniture.BIT["comments"]
_TEASERS = furniture.BIT["sidebar_header"]
# What a last paragraph may start with that is about the article, and what a last line may ask of the reader.
_CLOSING = sum(furniture.BIT[kind] for kind in ("tags", "reprint", "newsletter", "author_bio"))
_ASKING = sum(furniture.BIT[kind] for kind in ("share", "newsletter", "comments"))
_CUT_OFF = ("...", "…", "[…]")
# Above this score a line inside the body is the author's whatever stands over it.
_HEADING = 1.5


def closed(rows: list[Row], known: list[Facts], start: int, end: int) -> int:
    """Return the end of the body, moved up to a heading ("7 Comments", "Latest") whose zone its own lines prove.

    Proof is three lines of furniture in the ten below it; so a chapter called "Comments" stays. A heading over
    teasers closes only what has had most of its words: teasers are short, comments may be longer than the article.
    """
    heads = [
        k
        for k in range(start + 1, end)
        if (known[k].whole or known[k].met.inside) and _heads(rows[k].text, known[k])
    ]
    if not heads:
        return end
    upto = list(accumulate([fact.width for fact in known], initial=0))
    cut_off = [row.text.endswith(_CUT_OFF) for row in rows]
    prose = list(
        accumulate(
            [f.width * (f.prose and not cut) for f, cut in zip(known, cut_off, strict=True)], initial=0
        )
    )
    total = upto[end] - upto[start]
    for k in heads:
        fact = known[k]
        below = range(k + 1, min(k + 11, len(rows)))
        if fact.met.inside & _COMMENTS and sum(_talks(known[j]) for j in below) >= 3:
            return k
        late = 5 * (upto[k] - upto[start]) >= 2 * total and 12 * (prose[end] - prose[k + 1]) <= total
        if late and sum(_teases(rows[j].text, known[j]) for j in below) >= 3:
            return k
    return end


def _heads(text: str, fact: Facts) -> bool:
    """Tell whether a line may head a zone: "7 Comments", "Latest", "3 thoughts on ..." and the article's title."""
    label = fact.width <= 40 and fact.whole & (_COMMENTS | _TEASERS)
    counts = fact.width <= 120 and fact.met.inside & _COMMENTS and fact.words[0].isdigit()
    return bool(label or counts) and not text.endswith((".", ":"))


def trimmed(rows: list[Row], known: list[Facts], scores: list[float], start: int, end: int) -> int:
    """Return the end of the body without the furniture it ends in: buttons, "This entry was posted in ..."."""
    while end - start > 1:
        if scores[end - 1] >= _HEADING or not _closes(rows[end - 1].text, known[end - 1]):
            break
        end -= 1
    return end


def _closes(text: str, fact: Facts) -> bool:
    """Tell whether a line, the last of a body, is no more of it: a label, a call ("Follow us on ..."), the tags."""
    if fact.prose:
        return fact.start & _CLOSING > 0
    asks = fact.width <= 60 and fact.ending in (0, 2, 5) and fact.cues & _ASKING
    return asks > 0 or furniture.sure(text, fact) is not None


def _talks(fact: Facts) -> bool:
    """Tell whether a short line is of the furniture around readers' comments: a date, "Reply", "says"."""
    return fact.width <= 60 and (fact.dated or fact.cues & _COMMENTS > 0)


def _teases(text: str, fact: Facts) -> bool:
    """Tell whether a line looks like part of a list of other articles: cut off, dated, or a label."""
    return text.endswith(_CUT_OFF) or (fact.width <= 60 and (fact.dated or fact.whole > 0))


def lists(page: Scored, removed: Removed) -> None:
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
