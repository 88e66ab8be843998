"""Sentence shapes that Chinese leaves in English: no subject, "although … but", "there has a", "I very like".

Each shape is a table row; all are weak, since one clumsy sentence proves no machine.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from cleaners import mqm
from cleaners.types import Document, Finding, Severity, Span

if TYPE_CHECKING:
    from cleaners.resources import Resources


class Shape(NamedTuple):
    """A shape: its rule, what must stand in the text for it to be tried, and where it is (a group `at` narrows)."""

    rule: str
    literal: str
    pattern: re.Pattern[str]
    message: str
    confidence: float = 0.7
    kind: str = "grammar"
    severity: Severity = Severity.MINOR


_ADVERB = (
    r"(?:also|often|still|even|once|always|already|recently|only|never|finally|soon|later|now|eventually|gradually"
    r"|quickly|directly|successfully|officially|repeatedly|frequently|constantly|currently|then|just)"
)
_VERB = (
    r"(?:\w{3,12}ed|said|told|became|took|made|gave|went|came|got|had|was|were|is|are|has|have|will|can|could|found"
    r"|began|won|lost|brought|kept|put|set|saw|sold|bought|left|led|spent|thought|wrote|knew|felt|chose|built|sent)"
)
# Inverted sentences are good English: "Also included are two cables", "Then came the rain", "And is it true?"
_NO_INVERSION = r"(?! (?:I|you|he|she|it|we|they|there|the|this|that|these|those|a|an|my|your|his|her|our|their|are|is|was|were)\b)"
_CLAUSE = r"(?:it|he|she|they|we|I|you|the|there|this|that|his|her|their|its|my|our|your|[A-Z]\w{1,15})"
_PERSON = r"(?:we|you|they|he|she|it|I|people|users|companies|the \w{2,15})"

_PRONOUN_BEFORE = "|".join(
    rf"(?<=\b{who} very )" for who in ("I", "[Ww]e", "[Tt]hey", "[Yy]ou", "[Hh]e", "[Ss]he")
)

OPENERS = (
    Shape(
        "shapes.no-subject",
        "And But Then Also",
        re.compile(
            rf"(?P<at>(?:And|But|Then|Also) {_ADVERB}{{1}} {_VERB})\b{_NO_INVERSION}[^.!?\n]{{8,300}}\."
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
            rf"(?P<at>Only (?:by|in|when|after|through|with|if) [^.?!,\n]{{3,80}},? {_PERSON} (?:can|will|could|would)\b)"
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
            r"(?P<at>According to [^,.;\n]{3,70} (?:said|reported|pointed out|announced|claimed|believes|shows that|said that))\b"
        ),
        "“according to X said”: Chinese says both (据…称), English one",
    ),
)

ANYWHERE = (
    Shape(
        "shapes.there-has",
        "here ha",
        re.compile(
            r"[Tt]here (?:has|have|had) (?:an?|many|some|no|two|several|three|lots|also|still)\b(?! been)"
        ),
        "“there has”: Chinese 有 is both “there is” and “has”",
        0.85,
    ),
    Shape(
        "shapes.very-verb",
        " very ",
        re.compile(
            rf" very (?:{_PRONOUN_BEFORE})(?:like|love|want|agree|hope|need|hate|miss|enjoy|support|recommend|appreciate"
            r"|understand|admire|hoped|wanted|liked|loved|look forward)\b"
        ),
        "“very” before a verb: Chinese 很 goes there, English needs “very much” or “really”",
        0.85,
    ),
    Shape(
        "shapes.reason-is",
        "reason why",
        re.compile(r"[Tt]he reason why [^.,;\n]{5,100}, is (?:because|that|due)\b"),
        "“the reason why …, is because”: 之所以…是因为 with both halves kept",
        0.65,
    ),
    Shape(
        "shapes.same-period",
        "the same period",
        re.compile(r"\bcompared (?:to|with) the same period(?=[.,;)\n])"),
        "同比: which period is meant has been lost; English says “year on year”",
        0.75,
        kind="term",
    ),
    Shape(
        "shapes.even-also",
        "ven if ",
        re.compile(r"\b[Ee]ven if [^,.\n]{3,60}, (?:it|he|she|they|we|you) (?:(?:will|can) )?(?P<at>also)\b"),
        "“even if … also”: Chinese marks both halves (即使…也), English one",
        0.65,
    ),
    Shape(
        "shapes.since-ago",
        " ago",
        re.compile(r" since (?:\w{1,12} ){1,2}(?:years|months|days|weeks) ago\b"),
        "“since … ago”: English says “since” a date or “for” a time",
    ),
    Shape(
        "shapes.exposed-to",
        " exposed ",
        re.compile(
            r"\b(?:was|were|been|is) exposed (?:that\b|to (?:have|be|call|use|sell|buy|launch|develop|plan|cheat|leak)\b)"
        ),
        "被曝 says that something came to light about somebody; nobody was exposed to anything",
        0.8,
        severity=Severity.MAJOR,
    ),
)

_FIRST_WORDS = {word: shape for shape in OPENERS for word in shape.literal.split()}
_START = re.compile(rf"(?:{'|'.join(_FIRST_WORDS)}) ")


def find(document: Document, resources: "Resources") -> Iterator[Finding]:  # noqa: ARG001  rules share one shape
    """Yield sentences of a Chinese shape: openers at a sentence's start, the others anywhere; only in company."""
    text = document.text
    for start in _START.finditer(text):
        if _opens_sentence(text, start.start()):
            shape = _FIRST_WORDS[start[0][:-1]]
            if match := shape.pattern.match(text, start.start()):
                yield _finding(shape, match)
    for shape in ANYWHERE:
        if shape.literal in text:
            yield from (_finding(shape, match) for match in shape.pattern.finditer(text))


def _opens_sentence(text: str, at: int) -> bool:
    return (
        at == 0 or text[at - 1] in '\n“"' or (text[at - 1] == " " and text[at - 2 : at - 1] in set(".!?…:"))
    )


def _finding(shape: Shape, match: re.Match[str]) -> Finding:
    group = "at" if "at" in shape.pattern.groupindex else 0
    start, end = match.span(group)
    return mqm.finding(
        Span(start + match[group].startswith(" "), end),
        shape.rule,
        shape.kind,
        shape.message,
        severity=shape.severity,
        confidence=shape.confidence,
        source_language="zh",
    )
