"""What kind of furniture a line is, by its own words or by its look."""

import re
from functools import lru_cache

from cleaners.strip.cues import KINDS
from cleaners.strip.facts import Facts

BIT = {kind: 1 << k for k, kind in enumerate(KINDS)}
# Where a line carries cues of several kinds, the first of these names it.
_ORDER = (
    "reprint", "source_link", "reference", "legal", "ad_label", "newsletter", "comments", "author_bio",
    "sidebar_header",
    "share", "tags", "player", "gallery", "counter", "credit", "inline_related", "tagline", "byline",
    "caption", "nav",
)  # fmt: skip
_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_TRAIL = re.compile(r"\s[|»›>/·•]\s")
_LEAD = re.compile(r"[^\W\d_][\w .&'’-]{0,30}[:：]")
# Kinds of heading that open a zone, and the kind of the lines in it.
_ZONES = (
    ("comments", "comments"), ("author_bio", "author_bio"), ("newsletter", "newsletter"),
    ("sidebar_header", "teaser"), ("reference", "reference"), ("tags", "tags"), ("share", "share"),
    ("ad_label", "teaser"),
)  # fmt: skip
_PICTURE = BIT["credit"] | BIT["caption"]
# "(Image: Name)": the label of a picture desk, in the languages of cues/.
_BRACKET = re.compile(
    r"\((?:image|photo|picture|credit|foto|bild|imagen|immagine|imagem|crédits?|zdjęcie|фото|写真|图|사진)s?"
    r"(?: credit| by| via)? ?(?:[:：=]|(?-i:/(?![a-z])))[^()]{1,60}\)$",
    re.IGNORECASE,
)
# "Name/Agency", "(Agency)", "via Agency", "© Agency" at the end of a line; "Credit/debit cards", "a tax credit for
# families" and "Photographer/Editor: $50" are an author's.
_AGENCY = re.compile(
    r"\((?:[^()]{0,30} )?(?:AP|AFP|Reuters|EPA|dpa|Getty)[^()]{0,30}\)$|[^\s/]/[^a-z/$][^/$]{1,39}$"
    r"|(?:©|via|[Cc]redit:|(?:[Pp]hoto|[Ii]mage|[Pp]icture) [Cc]redit|Photos?:|Foto:) ?[^.]{2,50}$"
)
# A number after a label counts or measures: "Credits required: 36", "EPA range: 245–318 miles".
_FIGURE = re.compile(r"[^:：]{1,40}[:：] ?[$€£]?\d[\d.,–-]*(?:\s|$)")
_LABELLED = (
    BIT["reprint"] | BIT["source_link"] | BIT["reference"] | BIT["tags"] | BIT["credit"] | BIT["byline"]
)


@lru_cache(maxsize=4096)
def named(cues: int) -> str | None:
    """Return the kind that ``cues`` (bits) speak for, the clearest first."""
    return next((kind for kind in _ORDER if cues & BIT[kind]), None) if cues else None


def opens(text: str, fact: Facts) -> str | None:
    """Return the kind of the lines that a heading announces, or None for a line that is no heading."""
    cues = fact.whole | fact.start
    if fact.width > 60 or fact.prose or not cues or _announced(text, fact):
        return None
    return next((lines for kind, lines in _ZONES if cues & BIT[kind]), None)


def sure(text: str, fact: Facts) -> str | None:
    """Return the kind of a line whose own words prove it furniture wherever it stands, else None.

    Proof is a cue that covers most of a short line, a label and a colon ("Source: ..."), addresses or signs that
    cover most of the line, or a copyright line.
    """
    if kind := _signed(text, fact):
        return kind
    addresses = sum(map(len, _ADDRESS.findall(text))) if "://" in text or "www." in text else 0
    if not fact.cues and not addresses:
        return None
    labelled = fact.start & _LABELLED and (addresses or _LEAD.match(text))
    if labelled and (fact.width < 120 or addresses):
        return named(fact.start & _LABELLED)
    if addresses * 2 > len(text):
        return "source_link"
    if fact.start & BIT["reprint"] and fact.width < 160:
        return "reprint"
    sentence = len(fact.words) == 1 and text.endswith((".", "!", "?"))
    return named(fact.whole) if fact.whole and fact.width <= 80 and not sentence else None


def _signed(text: str, fact: Facts) -> str | None:
    """Return the kind of a line that a sign gives away: an arrow to the next post, all rights, an advert's place."""
    if text[0] in "←→" or text[-1] in "←→":
        return "nav"
    if text.startswith("©"):
        return "legal"
    if fact.width >= 200:
        return None
    legal = fact.met.inside & BIT["legal"] and len(text) > 18 and "all rights reserved" in text.lower()
    return "ad_label" if "spot_img" in text else "legal" if legal else None


def inserted(text: str, fact: Facts) -> str | None:
    """Return the kind of a line pushed between two paragraphs: ad label, "Read more: ...", credit, caption."""
    if not fact.cues and not text.endswith(")"):
        return None
    if fact.whole & BIT["ad_label"] and fact.width <= 60:
        return "ad_label"
    return "inline_related" if _announced(text, fact) else pictured(text, fact)


def _announced(text: str, fact: Facts) -> bool:
    """Tell whether the line is one other article under a label, "Read more: ..."."""
    labelled = fact.start & BIT["inline_related"] and fact.width <= 160 and _LEAD.match(text)
    return bool(labelled) and not text.endswith((".", ":", "。", "："))


def pictured(text: str, fact: Facts) -> str | None:
    """Return ``credit`` or ``caption`` for a line that names a picture's source in the way of picture desks.

    That is a label ("Photo: ..."), a bracket ("(Photo: ...)") or an agency at the very end, set off by a slash or
    "via".
    """
    if fact.width > 320 or "://" in text:
        return None
    kind = "credit" if fact.width <= 60 else "caption"
    if text.endswith(")") and _BRACKET.search(text):
        return kind
    if not fact.cues & _PICTURE or text.endswith((".", "!", "?", "”", '"')) or _FIGURE.match(text):
        return None
    labelled = fact.start & _PICTURE and (_LEAD.match(text) or text.startswith("©"))
    return kind if labelled or _AGENCY.search(text) else None


def likely(text: str, fact: Facts) -> str | None:
    """Return the kind of a line that the scores already put outside the article, by any word of it that tells."""
    if fact.plain and not fact.met.inside:
        return None
    kind = "inline_related" if _announced(text, fact) else sure(text, fact)
    if kind:
        return kind
    if fact.dated and fact.width < 80:
        return "byline"
    if not any(map(str.isalpha, text)):
        return "counter"
    if fact.width < 200 and not fact.plain and len(_TRAIL.findall(text)) >= 2:
        return "nav"
    return named(fact.start) or named(fact.cues) if fact.width <= 105 else None


def look(text: str, fact: Facts, *, above: bool) -> str:
    """Return the kind of a line no word of which tells, by its length and its side of the body."""
    if fact.width > 60 or text.endswith(("...", "…", "[…]")):
        return "teaser"
    return "nav" if above else "sidebar"
