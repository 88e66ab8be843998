"""How a source writes numbers, habit by habit: what shows it, and what is wrong with it in English."""

from typing import NamedTuple

from cleaners.types import Severity, Strength


class Habit(NamedTuple):
    """A habit: its rule, the words that show it, what must stand right before them, and what is wrong.

    The words come first since they open with literal letters, which the engine finds fast; numbers it does not.
    A text without one of ``needs`` is passed over, unless there are none.
    """

    rule: str
    needs: frozenset[str]
    words: str
    before: str
    message: str
    confidence: float
    severity: Severity
    source_language: str | None
    strength: Strength


def _habit(
    rule: str,
    needs: str,
    words: str,
    before: str,
    message: str,
    *,
    confidence: float = 0.75,
    severity: Severity = Severity.MINOR,
    source_language: str | None = "zh",
    strength: Strength = Strength.WEAK,
) -> Habit:
    left = rf"(?<![\w.,$€£¥-]){before}$"
    return Habit(
        rule,
        frozenset(needs.split()),
        words,
        left,
        message,
        confidence,
        severity,
        source_language,
        strength,
    )


_NUMBER = r"\d[\d,.]{0,12}"
_SCALE = r"(?: (?:thousand|million|billion|trillion))?"
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_TIMES = r"(?:two|three|four|five|ten|\d{1,4})"
_UNIT = (
    "[KMGT]B|[KMG]bps|[kMG]Hz|[kMG]W|[kcm]m|m[lgVA]|k[gV]|kWh|[mWVAtl]|Mpx?|times|percent|million|billion|met(?:er|re)s"
    "|kilomet(?:er|re)s|seconds|minutes|hours|inches|degrees|tons"
)

HABITS = (
    _habit(
        "number_units.wan",
        "ten",
        r" ten thousand\b",
        _NUMBER,
        "万 is a unit of ten thousand; English counts in thousands and millions",
        confidence=0.9,
        severity=Severity.MAJOR,
        strength=Strength.STRONG,
    ),
    _habit(
        "number_units.yi",
        "hundred",
        r" hundred million\b",
        _NUMBER,
        "亿 is a unit of a hundred million; English counts in millions and billions",
        confidence=0.85,
        severity=Severity.MAJOR,
    ),
    _habit(
        "number_units.fours",
        "0000",
        r",0000\b(?!,)",
        r"\d{1,4}",
        "digits grouped by four, as Chinese counts in ten thousands",
        confidence=0.8,
        severity=Severity.MAJOR,
    ),
    _habit(
        "number_units.level",
        "level",
        r"level\b",
        rf"(?:{_NUMBER}[- ])?(?:million|billion|thousand|\d{{1,3}},000)[- ]",
        "万级, 亿级: English says in the millions, in the hundreds of millions",
    ),
    _habit(
        "number_units.times-less",
        "times",
        r" times (?:less|smaller|lower|cheaper)\b",
        _TIMES,
        "nothing is three times smaller: the source means a third, or less by two thirds",
        confidence=0.65,
    ),
    _habit(
        "number_units.times-less",
        "times",
        r" times\b",
        rf"(?:decreased|reduced|fell|dropped|declined|lowered|shrunk|cut) by {_TIMES}",
        "nothing falls by three times: the source means to a third, or by two thirds",
        confidence=0.65,
    ),
    _habit(
        "number_units.percentage",
        "percentage",
        r" percentage\b(?! point)",
        _NUMBER,
        "a number takes percent, or percentage points",
        source_language=None,
    ),
    _habit(
        "number_units.two-currencies",
        "yuan",
        r" yuan\b",
        rf"(?:RMB|CNY) ?{_NUMBER}{_SCALE}",
        "the currency is named twice",
    ),
    _habit(
        "number_units.no-separator",
        "yuan people users employees dollars gpus cards",
        r"0(?= (?:yuan|people|users|employees|dollars|US dollars|GPUs|cards)\b)",
        r"[1-9]\d{3,7}",
        "English separates thousands by a comma",
        confidence=0.55,
    ),
    _habit(
        "number_units.wan",
        "",
        # Not "a 20w charger", "a lamp of 10w" nor "3w ago".
        r"w(?<=\dw)\+?(?!\w| ?(?:charg|fast|super|flash|power|adapt|bulb|speaker|wire|reverse|solar|ago\b|LED|PD))",
        r"(?<!of )\d{1,4}(?:\.\d{1,2})?",
        "w is for wan (万), ten thousand; English counts in thousands and millions",
        confidence=0.75,
    ),
    _habit(
        "number_units.wan",
        "lines rows records users people views fans followers words copies orders readers subscribers downloads",
        # A capital W is watts everywhere else.
        r"W(?<=\dW)\+?(?= (?:lines|rows|records|users|people|views|fans|followers|words|copies|orders|readers"
        r"|subscribers|downloads)\b)",
        r"(?<!of )\d{1,4}(?:\.\d{1,2})?",
        "W is for wan (万), ten thousand; English counts in thousands and millions",
        confidence=0.75,
    ),
    _habit(
        "number_units.year",
        "year",
        r" year\b(?!-| old)",
        r"(?:in|by|of) (?P<at>(?:19|20)\d\d)",
        "the source says the word year after its number (2022年, 2022 год); English does not",
        confidence=0.6,
        source_language=None,
    ),
    _habit(
        "number_units.date-this-year",
        "year",
        r" year\b",
        rf"(?:{_MONTH}) \d{{1,2}}(?:(?:st|nd|rd|th),?|,) (?:this|last)",
        "the year comes last in English dates, as a number",
        confidence=0.5,
    ),
    _habit(
        "number_units.hours",
        "clock",
        r" o['’]clock\b",
        r"(?:1[3-9]|2[0-4])",
        "a clock has twelve hours in English, or none: 8 p.m., or 20:00",
    ),
    _habit(
        "number_units.hours",
        "pm p",
        r" (?:PM\b|pm\b|p\.m\.)",
        r"(?<!:)(?:1[3-9]|2[0-3])(?::\d\d)?",
        "16 p.m. counts the afternoon twice: 4 p.m., or 16:00",
    ),
    _habit(
        "number_units.dollars",
        "dollar dollars",
        r" dollars?\b",
        rf"{_NUMBER}{_SCALE} (?:U\.S\.|US|U\.S|American)",
        "English writes the sign before the amount: $100 million",
        confidence=0.45,  # many leave it as it is
    ),
    _habit(
        "number_units.power",
        "electricity",
        r" degrees? of electricity\b",
        rf"(?:{_NUMBER}|an?|one|two|three|four|five|ten|half a)",
        "度 is a kilowatt-hour",
        confidence=0.85,
        severity=Severity.MAJOR,
    ),
    _habit(
        "number_units.dioptres",
        "myopia myopic astigmatism nearsighted nearsightedness shortsighted sighted",
        r" degrees\b(?! (?:Celsius|Fahrenheit|C\b|F\b|below|above|north|south|east|west|around|of rotation))",
        r"(?:[1-9]\d?)?(?:00|[257]5|50)",
        "度 is a hundredth of a dioptre: glasses of 300 degrees have minus three",
        confidence=0.7,
    ),
    _habit(
        "number_units.decimal-comma",
        "",
        rf",\d{{1,2}} ?(?:{_UNIT})(?!\w|\.\d)",
        r"\d{1,3}",
        "English writes a decimal point: 2.3",
        confidence=0.7,
        source_language=None,
    ),
)
