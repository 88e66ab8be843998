"""The kinds of findings and the MQM error type each belongs to."""

from types import MappingProxyType

from cleaners.types import Finding, Severity, Span, Strength

DIMENSIONS = (
    "terminology",
    "accuracy",
    "linguistic-conventions",
    "style",
    "locale-conventions",
    "audience-appropriateness",
    "design-and-markup",
)
"""The seven dimensions of MQM-Full (themqm.org), listed in every scorecard even when empty."""

TYPES = MappingProxyType(
    {
        "slang_calque": "accuracy/mistranslation",
        "mistranslation": "accuracy/mistranslation",
        "back_translation": "accuracy/mistranslation",
        "nickname": "accuracy/named-entity",
        "entity": "accuracy/named-entity",
        "term": "terminology/wrong-term",
        "name_incons": "terminology/inconsistent-use",
        "name_misspelled": "linguistic-conventions/spelling",
        "spelling": "linguistic-conventions/spelling",
        "number_unit": "accuracy/number",
        "measure_word": "linguistic-conventions/grammar",
        "grammar": "linguistic-conventions/grammar",
        "caps": "linguistic-conventions/capitalization",
        "dup_paren": "accuracy/addition",
        "dup_phrase": "accuracy/addition",
        "duplicate_line": "accuracy/addition",
        "residue": "accuracy/untranslated",
        "space_punct": "linguistic-conventions/punctuation",
        "nospace_punct": "linguistic-conventions/punctuation",
        "punct_quote": "linguistic-conventions/punctuation",
        "fullwidth_punct": "linguistic-conventions/punctuation",
        "locale_gloss": "locale-conventions",
        "markup_damage": "design-and-markup/markup",
        "unidiomatic": "style/unidiomatic",
        "lexical_marker": "style/unidiomatic",
        "discourse": "style/unidiomatic",
        "filler": "style/unidiomatic",
    }
)


def finding(
    span: Span,
    rule: str,
    kind: str,
    message: str,
    *,
    severity: Severity = Severity.MINOR,
    confidence: float = 0.8,
    strength: Strength = Strength.WEAK,
    source_language: str | None = None,
    suggestion: str | None = None,
) -> Finding:
    """Make a Finding with the MQM type of its ``kind``. Raises KeyError for a kind that is not in TYPES."""
    return Finding(
        span, rule, kind, TYPES[kind], severity, confidence, strength, source_language, message, suggestion
    )
