"""A corpus of news-like documents of our own making: seeded, so that every run sees the same bytes."""

import json
import random
from collections.abc import Iterator
from pathlib import Path


def _words(table: str) -> list[str]:
    """Return the entries of a table with bars between them."""
    return [" ".join(entry.split()) for entry in table.split("|")]


NAMES = _words(
    """Anna Kowalski| Peter Marsh| Lucia Ferrer| Tom Whitfield| Grace Odum| Henrik Dahl| Mei Tanaka| Omar Haddad"""
)
PLACES = _words("""Leeds| Porto| Gdansk| Bergen| Tucson| Lyon| Osaka| Accra| Halifax| Graz""")
BODIES = _words(
    """the council| the ministry| a court| the company| the union| the port authority| the hospital| the regulator"""
)
VERBS = _words(
    """said| announced| denied| confirmed| argued| reported| told reporters| wrote in a statement"""
)
THINGS = _words(
    """the bridge over the river| a plan to move the market| the budget for the coming year| the strike at the
plant| a report on water quality| the new timetable| the merger with its rival| a vaccine trial| the old
theatre| the price of bread| a fleet of electric buses| the school by the station| the storm of last week"""
)
ENDS = _words(
    """would be delayed until the spring| was approved by a narrow margin| had cost more than anyone expected| will
open to the public on Saturday| could affect thousands of households| was received with some relief| remains
under review| has drawn criticism from residents| is expected to bring 400 jobs to the area"""
)
LINKS = _words("""However,| Meanwhile,| In the end,| According to two people who were there,| For now,""")
TAIL = [
    "Share this article", "Facebook", "Twitter", "Related", "Ten gardens to see before the summer ends",
    "Why your bicycle squeaks, and what to do about it...", "Subscribe to our newsletter",
    "Comments", "Sign in to leave a comment", "© 2024 The Evening Mail. All rights reserved.",
]  # fmt: skip


def _link(rng: random.Random) -> str:
    return f"{rng.choice(LINKS)} " if rng.random() < 0.5 else ""


def sentence(rng: random.Random) -> str:
    subject = rng.choice([*NAMES, *BODIES])
    quote = (
        f" “It is not {rng.randint(2, 90)} people but a whole town that waits,” {rng.choice(NAMES)} added."
    )
    text = f"{_link(rng)}{subject} {rng.choice(VERBS)} on {rng.choice(['Monday', 'Tuesday', 'Friday'])} that "
    text += f"{rng.choice(THINGS)} in {rng.choice(PLACES)} {rng.choice(ENDS)}."
    return text[0].upper() + text[1:] + (quote if rng.random() < 0.15 else "")


def document(rng: random.Random) -> str:
    """Return an article with a median of some 5 KB; one in twenty has broken letters, one in four a tail."""
    size = max(600, rng.lognormvariate(8.5, 0.6))
    lines = [f"{rng.choice(THINGS).capitalize()} {rng.choice(ENDS)}", "", f"By {rng.choice(NAMES)}", ""]
    while sum(map(len, lines)) < size:
        lines += [" ".join(sentence(rng) for _ in range(rng.randint(2, 5))), ""]
    if rng.random() < 0.25:
        lines += TAIL
    text = "\n".join(lines) + "\n"
    if rng.random() < 0.05:
        text = text.replace("“", "â€œ").replace("”", "â€\x9d").replace("port authority", "port authoritÃ©")
    return text


def documents(count: int, seed: int = 7) -> Iterator[str]:
    rng = random.Random(seed)
    return (document(rng) for _ in range(count))


def write_jsonl(path: Path, count: int) -> int:
    """Write ``count`` documents as JSONL and return the bytes of their texts."""
    size = 0
    with path.open("w", encoding="utf-8") as stream:
        for number, text in enumerate(documents(count)):
            size += len(text.encode())
            stream.write(json.dumps({"id": f"doc-{number:06}", "text": text}, ensure_ascii=False) + "\n")
    return size
