"""One Chinese word that is two in English, and the wrong one of them: "there has", "works in Google"."""

from cleaners.detect.shape import Shape
from cleaners.types import Severity

_PRONOUN_BEFORE = "|".join(
    rf"(?<=\b{who} very )" for who in ("I", "[Ww]e", "[Tt]hey", "[Yy]ou", "[Hh]e", "[Ss]he")
)

_FIRMS = (
    "OpenAI|DeepMind|Google|Microsoft|Apple|Amazon|Meta|Facebook|Huawei|Tencent|Alibaba|ByteDance|Baidu|Tesla|Twitter"
    "|IBM|Intel|Nvidia|NVIDIA|Xiaomi|Netflix|Samsung|Sony"
)


ANYWHERE = (
    Shape(
        "shapes.there-has",
        "has have had",
        r"[Tt]here (?:has|have|had) (?:an?|many|some|no|two|several|three|lots|also|still)\b(?! been)",
        "“there has”: Chinese 有 is both “there is” and “has”",
        0.85,
        literal="here ha",
    ),
    Shape(
        "shapes.very-verb",
        "very",
        (
            rf" very (?:{_PRONOUN_BEFORE})(?:like|love|want|agree|hope|need|hate|miss|enjoy|support|recommend"
            r"|appreciate|understand|admire|hoped|wanted|liked|loved|look forward)\b"
        ),
        "“very” before a verb: Chinese 很 goes there, English needs “very much” or “really”",
        0.85,
        literal=" very ",
    ),
    Shape(
        "shapes.let-can",
        "let lets letting",
        r" let(?:s|ting)? (?:it|them|you|people|us|users|everyone|him|her|me) (?:can|is|are|will)\b",
        "“let you can”: after let comes the plain verb (让…能…)",
        0.8,
        literal=" let",
    ),
    Shape(
        "shapes.worked-in",
        _FIRMS.replace("|", " ").lower(),
        (
            rf"ork(?:s|ed|ing)? (?P<at>in (?:{_FIRMS}))\b"
            r"(?! [A-Z]|['’]s)"
        ),
        "one works at or for a company; 在 is “in” and “at”",
        0.65,
        literal="ork",
    ),
    Shape(
        "shapes.exposed-to",
        "exposed",
        (
            r"\b(?:was|were|been|is) exposed"
            r" (?:that\b|to (?:have|be|call|use|sell|buy|launch|develop|plan|cheat|leak)\b)"
        ),
        "被曝 says that something came to light about somebody; nobody was exposed to anything",
        0.8,
        severity=Severity.MAJOR,
        literal=" exposed ",
    ),
)
