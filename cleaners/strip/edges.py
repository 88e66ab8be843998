"""What stands right above and below an article that came without a menu: author, date, sources, tagline."""

from cleaners.strip import furniture
from cleaners.strip.facts import Facts
from cleaners.strip.scored import Removed, Scored

# Up to so many lines above a body may be its own head (outlet, date, a short first line) rather than a site's menu.
HEAD = 4


def head(page: Scored, title: int | None, removed: Removed) -> None:
    """Remove outlet, author and date between the headline and the text of an article that came without a menu."""
    first = 0 if title is None else title + 1
    reach = range(first, min(first + HEAD, len(page.rows) - 1))
    marked = next((k for k in reach if page.rows[k].text.startswith("##")), reach.stop)
    reach = range(first, marked)  # "## [3.4.0] - 2024-01-15" heads the changes of a release
    if sum(page.known[k].dated for k in reach) > 2:  # a timetable
        return
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


def tail(page: Scored, removed: Removed) -> None:
    """Remove, from the last line upwards, what its own words prove: source, reprint, tagline, share, heading."""
    for k in range(len(page.rows) - 1, len(page.rows) // 3, -1):
        if k in removed:
            continue
        text, fact = page.rows[k].text, page.known[k]
        kind = None if fact.prose else furniture.sure(text, fact) or _tagline(text, fact)
        if kind in (None, "nav", "caption"):  # "Home" may be the last word of a poem
            return
        removed[k] = (f"strip.{kind}", kind)


def _tagline(text: str, fact: Facts) -> str | None:
    """Return ``tagline`` for a last line that names a post ("Somebody's chief editor"), not a sentence."""
    post = fact.cues & furniture.BIT["tagline"] and fact.width <= 60
    return "tagline" if post and not text.endswith((".", "!", "?", "。", ":", "：")) else None
