"""What Chinese says in both halves of a sentence, and English once: "although … but", "about more than 300"."""

from cleaners.detect.shape import Shape

_CLAUSE = r"(?:it|he|she|they|we|I|you|the|there|this|that|his|her|their|its|my|our|your|[A-Z]\w{1,15})"

_AMOUNT = r" (?:[$€£¥]|RMB )?\d"


def _hedged(words: str) -> str:
    """Hold that a hedge stands before ``words``, which were just read (look-behinds of one width each)."""
    hedges = ("about", "nearly", "almost", "approximately", "around", "roughly")
    return "|".join(rf"(?<=\b{hedge} {words})" for hedge in hedges)


OPENERS = (
    Shape(
        "shapes.although-but",
        "Although Though Even",
        rf"(?:Although|Though|Even though)\b[^,.;!?\n]{{5,120}}, (?P<at>but|however) {_CLAUSE} \w",
        "“although … but”: Chinese marks both halves (虽然…但是), English one",
        0.75,
    ),
    Shape(
        "shapes.because-so",
        "Because",
        rf"Because (?!of )[^,.;!?\n]{{5,120}}, (?P<at>so|therefore) {_CLAUSE} \w",
        "“because … so”: Chinese marks both halves (因为…所以), English one",
        0.75,
    ),
    Shape(
        "shapes.according-said",
        "According",
        (
            r"(?P<at>According to [^,.;\n]{3,70}"
            r" (?:said|reported|pointed out|announced|claimed|believes|shows that))\b"
        ),
        "“according to X said”: Chinese says both (据…称), English one",
    ),
)

ANYWHERE = (
    Shape(
        "shapes.double-hedge",
        "about nearly almost approximately around roughly",
        rf" more than(?={_AMOUNT})(?:{_hedged('more than')})",
        "two hedges before one number: it is about so much or more, not both (大约…多)",
        0.75,
        literal=" more than ",
    ),
    Shape(
        "shapes.double-hedge",
        "nearly almost approximately roughly",
        rf" about(?={_AMOUNT})(?:{_hedged('about')})",
        "two hedges before one number: it is nearly or about so much, not both (将近…左右)",
        0.75,
        literal=" about ",
    ),
    Shape(
        "shapes.reason-is",
        "reason",
        r"[Tt]he reason why [^.,;\n]{5,100}, is (?:because|that|due)\b",
        "“the reason why …, is because”: 之所以…是因为 with both halves kept",
        0.65,
        literal="reason why",
    ),
    Shape(
        "shapes.total-of",
        "total",
        r"[Tt]here are a total of\b",
        "一共有: “there are” and “in total” say the same thing twice",
        0.45,
        kind="unidiomatic",
        literal="here are a total of",
    ),
    Shape(
        "shapes.not-only-also",
        "only",
        r"[Nn]ot only [^,.\n]{3,80}, (?P<at>also)\b",
        "不仅…也: English says “but also”",
        0.6,
        literal="ot only ",
    ),
    Shape(
        "shapes.even-also",
        "even",
        r"ven if (?<=\b[Ee]ven if )[^,.\n]{3,60}, (?:it|he|she|they|we|you) (?:(?:will|can) )?(?P<at>also)\b",
        "“even if … also”: Chinese marks both halves (即使…也), English one",
        0.65,
        literal="ven if ",
    ),
)
