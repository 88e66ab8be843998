"""Small drawings for the run's page: how the scores lie, and what was found most."""

from collections.abc import Mapping, Sequence

from cleaners.render.escape import attribute, text
from cleaners.render.tally import BIN

_WIDTH = 380
"""Units of a drawing's width; about its pixels on a telephone, so that its letters stay readable there."""
_MOST = 12


def histogram(bins: Sequence[Mapping[str, int]]) -> str:
    """Return the distribution of quality: a bar a bin from 0 to 100, each divided by verdict."""
    most = max(sum(counts.values()) for counts in bins) or 1
    parts = [part for at, counts in enumerate(bins) for part in _column(at, counts, most)]
    parts += [_label(20 + 3.4 * at, 146, str(at), "middle") for at in range(0, 101, 20)]
    return _drawing(156, "Documents by quality, 0 to 100", parts)


def bars(counts: Mapping[str, int], title: str, names: Mapping[str, str]) -> str:
    """Return a bar a name, the most frequent first; what is past a dozen is summed up in the last."""
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if len(ranked) > _MOST:
        rest = ranked[_MOST - 1 :]
        ranked = [*ranked[: _MOST - 1], (f"{len(rest)} more kinds", sum(n for _, n in rest))]
    most = max((n for _, n in ranked), default=1)
    parts = []
    for at, (name, count) in enumerate(ranked):
        y = 22 * at
        width = max(2.0, 170 * count / most)
        parts.append(_label(146, y + 15, names.get(name, name), "end"))
        parts.append(f'<rect class="bar" x="154" y="{y + 4}" width="{width:.1f}" height="14" rx="2"/>')
        parts.append(_label(160 + width, y + 15, f"{count:,}", "start"))
    return _drawing(22 * len(ranked) + 4, title, parts)


def _column(at: int, counts: Mapping[str, int], most: int) -> list[str]:
    x, y, parts = 20 + 17 * at, 130.0, []
    for verdict in ("reject", "review", "pass"):
        count = counts.get(verdict, 0)
        height = 110 * count / most
        y -= height
        if count:
            parts.append(
                f'<rect class="{verdict}" x="{x + 1}" y="{y:.1f}" width="15" height="{height:.1f}">'
                f"<title>{count:,} {verdict}, quality {at * BIN} to {at * BIN + BIN}</title></rect>"
            )
    total = sum(counts.values())
    # A bar is as wide as two digits; only the highest has room to spare beside it.
    fits = total < 100 or total == most
    return [*parts, _label(x + 8.5, y - 4, f"{total:,}", "middle")] if total and fits else parts


def _label(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text(words)}</text>'


def _drawing(height: int, title: str, parts: Sequence[str]) -> str:
    return f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{attribute(title)}">{"".join(parts)}</svg>'
