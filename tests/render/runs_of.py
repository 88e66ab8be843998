"""Summary rows of runs that never were, any number of them, the same every time."""

from random import Random

from cleaners.summary import Row, failed
from cleaners.types import Severity

_WORDS = (
    "harbour",
    "tower",
    "lamp",
    "fog",
    "gull",
    "council",
    "lens",
    "winter",
    "tide",
    "rope",
    "signal",
    "ferry",
)
_KINDS = (
    "slang_calque",
    "nickname",
    "term",
    "residue",
    "space_punct",
    "dup_phrase",
    "grammar",
    "number_unit",
)
_REMOVED = ("teaser", "sidebar", "share", "byline", "comments", "legal", "nav", "reference")


def rows(count: int, failures: int = 0) -> list[Row]:
    """Return ``count`` rows, the last ``failures`` of them failed."""
    random = Random(7)
    done = [_row(n, random) for n in range(count - failures)]
    lost = [failed(f"lost{n}", f"in/lost-{n}.txt", "the document is blank") for n in range(failures)]
    return [*done, *lost]


def _row(number: int, random: Random) -> Row:
    quality = round(100 - random.expovariate(1 / 7) if number % 4 else 100.0, 2)
    quality = max(0.0, quality)
    words = random.randint(200, 2400)
    kinds = {kind: random.randint(1, 9) for kind in random.sample(_KINDS, 4)} if quality < 100 else {}
    removed = {kind: random.randint(1, 30) for kind in random.sample(_REMOVED, 3)}
    rules = {f"detect.{k}": n for k, n in kinds.items()} | {f"strip.{k}": n for k, n in removed.items()}
    return Row(
        id=f"doc{number}",
        path=f"in/doc-{number:04}.txt",
        status="done",
        page=f"doc-{number:04}.html",
        title=" ".join(random.sample(_WORDS, 6)).capitalize(),
        language="en" if number % 7 else "de",
        quality=quality,
        verdict="pass" if quality >= 95 else "review" if quality >= 80 else "reject",
        points=round(words * (1 - quality / 100)),
        words=words,
        findings=sum(kinds.values()),
        counts={Severity.MINOR: sum(kinds.values()) // 2, Severity.MAJOR: sum(kinds.values()) // 3},
        mt_likelihood=round(min(0.99, (100 - quality) / 30), 3),
        mt_source_language="zh" if quality < 90 else None,
        removed_share=round(random.random() / 3, 4),
        kinds=kinds,
        removed=removed,
        rules=rules,
    )
