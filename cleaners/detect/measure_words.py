"""Chinese measure words kept in English: seven thousand "pieces of A100", one "block of RTX 4090".

Chinese counts nothing without a measure word (块, 张, 枚, 台); English counts chips and telephones as they are.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners import mqm
from cleaners.patterns import compiled
from cleaners.types import Document, Finding, Severity, Span, Strength
from cleaners.words import vocabulary

if TYPE_CHECKING:
    from cleaners.resources import Resources

_MEASURES = frozenset(
    {
        "piece",
        "pieces",
        "sheet",
        "sheets",
        "block",
        "blocks",
        "strip",
        "strips",
        "copies",
        "pcs",
        "units",
        "sets",
    }
)
_MEASURE = r"(?:pieces?|sheets?|blocks?|strips?|copies|pcs|units|sets)(?= )(?: of)?(?: the)? "
_COUNT = (
    r"(?<![\w.,$€£¥-])((?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,3})?(?: (?:thousand|million|billion))?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|sixteen|twenty|each|every"
    r"|(?:tens of |hundreds of )?thousands of|hundreds of|dozens of) $"
)
# One or two capitalised words and a token with a digit (Nvidia A100), or a device that is counted by itself.
_MODEL = (
    r"(?:(?:second-hand|used|new|old|latest) )?"
    r"(?:[A-Z][\w.-]{1,14} ){0,2}[A-Z][A-Za-z]{0,8}-?\d{2,5}[A-Za-z]{0,4}s?\b"
    r"|(?:[A-Z][\w.-]{1,14} ){0,2}(?:RTX|GTX|iPhone|iPad|Mate|Model|Galaxy|MacBook|Redmi|Xiaomi)(?: \w{1,8})?s?\b"
    r"|(?:[A-Z][\w.-]{1,14} ){0,2}(?:GPU|CPU|TPU|NPU|SSD|GPUs|CPUs|TPUs|iPhones|iPads)\b"
)
# "Two pieces of F-35 debris": a noun after the model makes the model an adjective.
_AFTER_MODEL = (
    r"[^\w ]|$| (?:and|or|for|in|to|from|on|with|at|by|as|that|which|per|but|than|of|was|were|is|are|has|have"
    r"|had|will|can|could|would|may|might|during|before|after|while|when|if|so|every|each|this|last|a|the)\b"
)
_COUNTABLE = (
    r"(?:[a-z-]{2,15} ){0,2}(?:chips|graphics cards|cards|servers|smartphones|mobile phones|phones|computers|laptops"
    r"|vehicles|cars|products|orders|machines|robots|screens|panels|masks|articles|tweets|posts|comments|messages"
    r"|videos|photos|patents|accounts|batteries|sensors|cameras|headphones|T-shirts|tickets|models)\b"
)
_COUNTED_NATIVELY = {"sets", "units", "copies", "strips", "sheets", "blocks"}


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield counted measure words: before a model name proof by itself, before plain plurals only in company."""
    text = document.text
    if vocabulary(text).isdisjoint(_MEASURES):
        return
    for measure in compiled(_MEASURE).finditer(text):
        count = compiled(_COUNT).search(text, max(0, measure.start() - 32), measure.start())
        if not count:
            continue
        word = measure[0].split()[0]
        if model := compiled(_MODEL).match(text, measure.end()):
            if compiled(_AFTER_MODEL).match(text, model.end()):
                sure = word not in ("units", "sets", "copies") and " of" in measure[0]
                yield _measure_word(count, word, model, sure=sure)
        elif word not in _COUNTED_NATIVELY and (thing := compiled(_COUNTABLE).match(text, measure.end())):
            yield _measure_word(count, word, thing, sure=False)


def _measure_word(count: re.Match[str], word: str, thing: re.Match[str], *, sure: bool) -> Finding:
    number = f"{int(count[1]):,}" if count[1].isdigit() and len(count[1]) < 10 else count[1]
    plural = "" if thing[0].endswith("s") or count[1] in ("one", "1", "each", "every") else "s"
    return mqm.finding(
        Span(count.start(1), thing.end()),
        "measure_words.model" if sure else "measure_words.plural",
        "measure_word",
        f"“{word} of” is a Chinese measure word carried over (块, 张, 枚, 台); English counts the thing itself",
        severity=Severity.MAJOR if sure else Severity.MINOR,
        confidence=0.95 if sure else 0.6,
        strength=Strength.STRONG if sure else Strength.WEAK,
        source_language="zh",
        suggestion=f"{number} {thing[0]}{plural}",
    )
