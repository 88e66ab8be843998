"""Pages with the article body people wrote down, and for each line the share of its words that are of the body."""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from re import findall
from typing import NamedTuple
from urllib.parse import urlparse

SETS = ("news_dev", "articles_dev")


class Page(NamedTuple):
    """One page: the text a person saw, the body, the site it is from."""

    name: str
    group: str
    text: str
    body: str
    site: str
    english: bool
    title: str


def pages(folder: Path, group: str) -> Iterator[Page]:
    """Yield the pages of one set (``group.truth.json`` and ``group/NAME.txt`` in ``folder``)."""
    truth = json.loads((folder / f"{group}.truth.json").read_text(encoding="utf-8"))
    for name, entry in truth.items():
        text = (folder / group / f"{name}.txt").read_text(encoding="utf-8")
        title = entry.get("title") or text.split("\n", 1)[0]
        yield Page(
            name, group, text, entry["articleBody"], site(entry["url"]), entry.get("english", True), title
        )


def site(url: str | None) -> str:
    """Return the registered domain of ``url``, roughly: pages of one house must not be on both sides of a fold."""
    host = urlparse(url if "//" in (url or "") else f"//{url}").netloc.split(":")[0].split(".")
    return ".".join(host[-3:] if len(host) > 2 and len(host[-2]) <= 3 else host[-2:])


def tokens(text: str) -> list[str]:
    """Return the words of ``text`` as the public benchmark counts them."""
    return findall(r"\w+", text)


def _chain(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of pairs that rises on both sides (patience)."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for k, (_, b) in enumerate(pairs):
        at = bisect_left(tails, b)
        tails[at : at + 1] = [b]
        last[at : at + 1] = [k]
        before.append(last[at - 1] if at else None)
    found, k = [], last[-1] if last else None
    while k is not None:
        found.append(pairs[k])
        k = before[k]
    return found[::-1]


def _unique(words: list[str], size: int) -> dict[tuple[str, ...], int]:
    """Return where each run of ``size`` words stands that is met only once."""
    runs = [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
    count = Counter(runs)
    return {run: i for i, run in enumerate(runs) if count[run] == 1}


def _mark(a: list[str], b: list[str], hits: list[bool], offset: int, depth: int = 0) -> None:
    """Mark in ``hits`` (from ``offset``) the words of ``a`` that an alignment pairs with words of ``b``."""
    if not a or not b:
        return
    for size in (6, 4, 2, 1):
        left, right = _unique(a, size), _unique(b, size)
        pairs = [(at, right[run]) for run, at in left.items() if run in right]
        if pairs and depth < 12:
            _between(a, b, _chain(sorted(pairs)), hits, offset, depth)
            return
    if len(a) * len(b) < 250_000:
        for at, _, size in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
            hits[offset + at : offset + at + size] = [True] * size


def _between(
    a: list[str], b: list[str], chain: list[tuple[int, int]], hits: list[bool], offset: int, depth: int
) -> None:
    """Stretch each pair of the chain as far as words agree, and align what lies between."""
    done_a = done_b = 0
    for x, y in chain:
        if x < done_a or y < done_b:
            continue
        left, right = 0, 0
        while x - left > done_a and y - left > done_b and a[x - left - 1] == b[y - left - 1]:
            left += 1
        while x + right < len(a) and y + right < len(b) and a[x + right] == b[y + right]:
            right += 1
        hits[offset + x - left : offset + x + right] = [True] * (left + right)
        _mark(a[done_a : x - left], b[done_b : y - left], hits, offset + done_a, depth + 1)
        done_a, done_b = x + right, y + right
    _mark(a[done_a:], b[done_b:], hits, offset + done_a, depth + 1)


def labels(lines: list[str], body: str) -> list[bool]:
    """Tell for each line whether half of its words or more are of the body, in the body's order."""
    words, owner = [], []
    for k, line in enumerate(lines):
        mine = tokens(line)
        words += mine
        owner += [k] * len(mine)
    hits = [False] * len(words)
    _mark(words, tokens(body), hits, 0)
    total = Counter(owner)
    met = Counter(k for k, hit in zip(owner, hits, strict=True) if hit)
    return [total[k] > 0 and met[k] * 2 >= total[k] for k in range(len(lines))]
