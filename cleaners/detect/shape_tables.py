"""The sentence shapes that ``shapes.py`` looks for, one row each, written from knowledge of the two languages."""

import re
from typing import NamedTuple

from cleaners.types import Severity


class Shape(NamedTuple):
    """A shape: its rule, words of which the text must have one, and where it is (a group `at` narrows).

    ``literal`` must stand in the text as well.
    """

    rule: str
    needs: str
    pattern: re.Pattern[str]
    message: str
    confidence: float = 0.7
    kind: str = "grammar"
    severity: Severity = Severity.MINOR
    literal: str = ""


_ADVERB = (
    r"(?:also|often|still|even|once|always|already|recently|only|never|finally|soon|later|now|eventually|gradually"
    r"|quickly|directly|successfully|officially|repeatedly|frequently|constantly|currently|then|just)"
)
_VERB = (
    r"(?:\w{3,12}ed|said|told|became|took|made|gave|went|came|got|had|was|were|is|are|has|have|will|can|could|found"
    r"|began|won|lost|brought|kept|put|set|saw|sold|bought|left|led|spent|thought|wrote|knew|felt|chose|built|sent)"
)
_ED_VERB = r"(?!based|compared|given|unlike|indeed|instead|need|speed)\w{3,12}ed"
# Inverted sentences are good English: "Also included are two cables", "Then came the rain", "And is it true?"
_NO_INVERSION = (
    r"(?! (?:I|you|he|she|it|we|they|there|the|this|that|these|those|a|an|my|your|his|her|our|their|are|is|was"
    r"|were)\b)"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NEWS = (
    "begins|joins|launches|becomes|releases|announces|starts|wins|leaves|enters|decides|publishes|reports|reveals|posts"
    "|holds|visits|signs|opens|unveils|tells|writes|arrives|says"
)
# "That summer, I", "This time, we", "Those who knew, they": a time or a clause and no topic.
_NO_TIME = "".join(
    f"(?<!{end})"
    for end in (
        *(
            "ing",
            "ed",
            "day",
            "days",
            "time",
            "times",
            "week",
            "weeks",
            "month",
            "months",
            "year",
            "years",
            "night",
        ),
        *(
            "nights",
            "morning",
            "evening",
            "hour",
            "moment",
            "summer",
            "winter",
            "autumn",
            "spring",
            "fall",
            "season",
        ),
        *(
            "weekend",
            "decade",
            "century",
            "quarter",
            "way",
            "case",
            "instance",
            "point",
            "minute",
            "semester",
            "end",
        ),
    )
)
_AMOUNT = r" (?:[$€£¥]|RMB )?\d"


def _hedged(words: str) -> str:
    """Hold that a hedge stands before ``words``, which were just read (look-behinds of one width each)."""
    hedges = ("about", "nearly", "almost", "approximately", "around", "roughly")
    return "|".join(rf"(?<=\b{hedge} {words})" for hedge in hedges)


_CLAUSE = r"(?:it|he|she|they|we|I|you|the|there|this|that|his|her|their|its|my|our|your|[A-Z]\w{1,15})"
_PERSON = r"(?:we|you|they|he|she|it|I|people|users|companies|the \w{2,15})"
_FIRMS = (
    "OpenAI|DeepMind|Google|Microsoft|Apple|Amazon|Meta|Facebook|Huawei|Tencent|Alibaba|ByteDance|Baidu|Tesla|Twitter"
    "|IBM|Intel|Nvidia|NVIDIA|Xiaomi|Netflix|Samsung|Sony"
)

_PRONOUN_BEFORE = "|".join(
    rf"(?<=\b{who} very )" for who in ("I", "[Ww]e", "[Tt]hey", "[Yy]ou", "[Hh]e", "[Ss]he")
)

OPENERS = (
    Shape(
        "shapes.no-subject",
        "And But Then Also",
        re.compile(
            rf"(?P<at>(?:And|But|Then|Also) (?:{_ADVERB} {_VERB}\b{_NO_INVERSION}"
            rf"|{_ED_VERB} (?:to|into|from|by|for|with|on)\b))[^.!?\n]{{8,300}}[.\n]"
        ),
        "the sentence has no subject: Chinese leaves it out where it is known",
    ),
    Shape(
        "shapes.no-subject",
        "Is Was Are Were Has Have Can Will Could",
        re.compile(
            r"(?P<at>(?:Is|Was|Are|Were|Has|Have|Can|Will|Could)"
            r" (?:also|still|already|even|always|been|very|able to|not only|now|mainly|only)"
            r"(?: \w{2,15})?)[^.!?\n]{5,300}\."
        ),
        "the sentence has no subject: Chinese leaves it out where it is known",
        0.6,
    ),
    Shape(
        "shapes.although-but",
        "Although Though Even",
        re.compile(
            rf"(?:Although|Though|Even though)\b[^,.;!?\n]{{5,120}}, (?P<at>but|however) {_CLAUSE} \w"
        ),
        "“although … but”: Chinese marks both halves (虽然…但是), English one",
        0.75,
    ),
    Shape(
        "shapes.because-so",
        "Because",
        re.compile(rf"Because (?!of )[^,.;!?\n]{{5,120}}, (?P<at>so|therefore) {_CLAUSE} \w"),
        "“because … so”: Chinese marks both halves (因为…所以), English one",
        0.75,
    ),
    Shape(
        "shapes.only-order",
        "Only",
        re.compile(
            r"(?P<at>Only (?:by|in|when|after|through|with|if) [^.?!,\n]{3,80},?"
            rf" {_PERSON} (?:can|will|could|would)\b)"
        ),
        "after “only …” English turns verb and subject round (只有…才…)",
        0.75,
    ),
    Shape(
        "shapes.topic-for",
        "For",
        re.compile(r"(?P<at>For [^,.\n]{3,60} this time), "),
        "a topic put first and then commented on, as Chinese does (对于…)",
        kind="unidiomatic",
    ),
    Shape(
        "shapes.tense",
        "In On",
        re.compile(
            rf"(?:In|On) (?:(?:{_MONTHS}) (?:\d{{1,2}}, )?)?(?:19[5-9]\d|20[01]\d|202[0-4]), "
            r"(?:\w[\w’'-]{0,15} ){1,4}(?<!who )(?<!that )(?<!which )(?<!what )"
            r"(?P<at>is|are|has|begins|joins|launches|becomes|releases|announces|starts|wins|leaves|enters|decides"
            r"|establishes|founds)\b(?! (?:been|said|believed|thought|known|expected|likely|set|to|since|become)\b)"
        ),
        "a past year and a verb in the present: Chinese verbs have no tense",
        0.6,
    ),
    Shape(
        "shapes.tense",
        "Yesterday Last",
        re.compile(
            r"(?:Yesterday|Last (?:night|week|month|year)),?"
            r" (?:\w[\w’'-]{0,15} ){1,4}(?<!who )(?<!that )(?<!which )"
            rf"(?P<at>is|are|has|{_NEWS})\b"
            r"(?! (?:been|said|believed|thought|known|expected|likely|set|to|since|become|still|now)\b)"
        ),
        "a past day and a verb in the present: Chinese verbs have no tense",
        0.65,
    ),
    Shape(
        "shapes.no-subject-main",
        "If When After Before While Once",
        re.compile(
            r"(?:If|When|After|Before|While|Once) [^,.:;!?\n]{5,80},"
            r" (?P<at>(?:can|need to|needs to|must|should|will|cannot|may)"
            r" (?!(?:I|you|he|she|it|we|they|there|the|this|that|these|those|a|an|my|your|his|her|our|their|its|any"
            r"|anyone|someone|some|people|one|not)\b)[a-z]{2,15})"
        ),
        "the main clause has no subject: Chinese leaves it out where it is known",
        0.75,
    ),
    Shape(
        "shapes.topic",
        "This That These Those",
        re.compile(
            r"(?P<at>(?:This|That|These|Those) (?!(?:said|is|was|who|being|however|too|alone|once|past)\b)"
            rf"[a-z]{{3,14}}(?: [a-z]{{3,14}})?{_NO_TIME}, (?:I|we|you|he|she|they)) [a-z]"
        ),
        "a topic put first and then commented on, as Chinese does (这款手机，我…)",
        0.6,
        kind="unidiomatic",
    ),
    Shape(
        "shapes.dangling",
        "Failed Tried Wanted Refused Unable",
        re.compile(
            r"(?P<at>(?:Failed|Tried|Wanted|Refused|Unable) to [^,.\n]{3,60}, [A-Z]\w{1,20}['’]s \w+)"
        ),
        "the first words have no subject of their own, and the second half is about something else",
        0.65,
    ),
    Shape(
        "shapes.according-said",
        "According",
        re.compile(
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
        re.compile(rf" more than(?={_AMOUNT})(?:{_hedged('more than')})"),
        "two hedges before one number: it is about so much or more, not both (大约…多)",
        0.75,
        literal=" more than ",
    ),
    Shape(
        "shapes.double-hedge",
        "nearly almost approximately roughly",
        re.compile(rf" about(?={_AMOUNT})(?:{_hedged('about')})"),
        "two hedges before one number: it is nearly or about so much, not both (将近…左右)",
        0.75,
        literal=" about ",
    ),
    Shape(
        "shapes.there-has",
        "has have had",
        re.compile(
            r"[Tt]here (?:has|have|had) (?:an?|many|some|no|two|several|three|lots|also|still)\b(?! been)"
        ),
        "“there has”: Chinese 有 is both “there is” and “has”",
        0.85,
        literal="here ha",
    ),
    Shape(
        "shapes.very-verb",
        "very",
        re.compile(
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
        re.compile(
            r" let(?:s|ting)? (?:it|them|you|people|us|users|everyone|him|her|me) (?:can|is|are|will)\b"
        ),
        "“let you can”: after let comes the plain verb (让…能…)",
        0.8,
        literal=" let",
    ),
    Shape(
        "shapes.reason-is",
        "reason",
        re.compile(r"[Tt]he reason why [^.,;\n]{5,100}, is (?:because|that|due)\b"),
        "“the reason why …, is because”: 之所以…是因为 with both halves kept",
        0.65,
        literal="reason why",
    ),
    Shape(
        "shapes.same-period",
        "period",
        re.compile(r"\bcompared (?:to|with) the same period(?=[.,;)\n])"),
        "同比: which period is meant has been lost; English says “year on year”",
        0.75,
        kind="term",
        literal="the same period",
    ),
    Shape(
        "shapes.total-of",
        "total",
        re.compile(r"[Tt]here are a total of\b"),
        "一共有: “there are” and “in total” say the same thing twice",
        0.6,
        kind="unidiomatic",
        literal="here are a total of",
    ),
    Shape(
        "shapes.not-only-also",
        "only",
        re.compile(r"[Nn]ot only [^,.\n]{3,80}, (?P<at>also)\b"),
        "不仅…也: English says “but also”",
        0.6,
        literal="ot only ",
    ),
    Shape(
        "shapes.worked-in",
        _FIRMS.replace("|", " ").lower(),
        re.compile(
            rf"ork(?:s|ed|ing)? (?P<at>in (?:{_FIRMS}))\b"
            r"(?! [A-Z]|['’]s)"
        ),
        "one works at or for a company; 在 is “in” and “at”",
        0.65,
        literal="ork",
    ),
    Shape(
        "shapes.even-also",
        "even",
        re.compile(
            r"ven if (?<=\b[Ee]ven if )[^,.\n]{3,60}, (?:it|he|she|they|we|you) (?:(?:will|can) )?(?P<at>also)\b"
        ),
        "“even if … also”: Chinese marks both halves (即使…也), English one",
        0.65,
        literal="ven if ",
    ),
    Shape(
        "shapes.since-ago",
        "ago",
        re.compile(r" since (?:\w{1,12} ){1,2}(?:years|months|days|weeks) ago\b"),
        "“since … ago”: English says “since” a date or “for” a time",
        literal=" ago",
    ),
    Shape(
        "shapes.exposed-to",
        "exposed",
        re.compile(
            r"\b(?:was|were|been|is) exposed"
            r" (?:that\b|to (?:have|be|call|use|sell|buy|launch|develop|plan|cheat|leak)\b)"
        ),
        "被曝 says that something came to light about somebody; nobody was exposed to anything",
        0.8,
        severity=Severity.MAJOR,
        literal=" exposed ",
    ),
)
