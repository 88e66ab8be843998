"""What a kind of finding is called on a page, and what ITS 2.0 calls it."""

from types import MappingProxyType

SHORT = MappingProxyType(
    {
        "slang_calque": "calque",
        "mistranslation": "mistransl.",
        "back_translation": "back-transl.",
        "name_incons": "name varies",
        "name_misspelled": "name spelling",
        "number_unit": "number",
        "measure_word": "measure",
        "dup_paren": "doubled",
        "dup_phrase": "doubled",
        "duplicate_line": "repeated",
        "space_punct": "space",
        "nospace_punct": "no space",
        "punct_quote": "quote mark",
        "fullwidth_punct": "full-width",
        "locale_gloss": "locale",
        "markup_damage": "markup",
        "lexical_marker": "marker",
    }
)
"""Labels that stand in the running text; every other kind is short enough as it is."""

LONG = MappingProxyType(
    {
        "name_incons": "name written two ways",
        "name_misspelled": "misspelled name",
        "number_unit": "number or unit",
        "caps": "capital letters",
        "dup_paren": "doubled in parentheses",
        "dup_phrase": "doubled phrase",
        "residue": "left untranslated",
        "space_punct": "space at punctuation",
        "nospace_punct": "no space at punctuation",
        "punct_quote": "punctuation at a quotation",
        "fullwidth_punct": "full-width punctuation",
        "lexical_marker": "marker word",
    }
)
"""Names where there is room; every other kind reads well with its underscores as spaces."""

ITS = MappingProxyType(
    {
        "slang_calque": "mistranslation",
        "mistranslation": "mistranslation",
        "back_translation": "mistranslation",
        "nickname": "inconsistent-entities",
        "entity": "inconsistent-entities",
        "term": "terminology",
        "name_incons": "inconsistency",
        "name_misspelled": "misspelling",
        "spelling": "misspelling",
        "number_unit": "numbers",
        "measure_word": "grammar",
        "grammar": "grammar",
        "caps": "typographical",
        "dup_paren": "duplication",
        "dup_phrase": "duplication",
        "duplicate_line": "duplication",
        "residue": "untranslated",
        "space_punct": "whitespace",
        "nospace_punct": "whitespace",
        "punct_quote": "typographical",
        "fullwidth_punct": "characters",
        "locale_gloss": "locale-specific-content",
        "markup_damage": "markup",
        "unidiomatic": "style",
        "lexical_marker": "style",
        "discourse": "style",
        "filler": "style",
    }
)
"""Our kinds in the values that ITS 2.0 allows for locQualityIssueType (its appendix C)."""

LANGUAGES = MappingProxyType(
    {
        "ar": "Arabic",
        "de": "German",
        "el": "Greek",
        "en": "English",
        "es": "Spanish",
        "fr": "French",
        "he": "Hebrew",
        "hi": "Hindi",
        "it": "Italian",
        "ja": "Japanese",
        "ko": "Korean",
        "nl": "Dutch",
        "pl": "Polish",
        "pt": "Portuguese",
        "ru": "Russian",
        "sv": "Swedish",
        "th": "Thai",
        "tr": "Turkish",
        "uk": "Ukrainian",
        "und": "unknown",
        "vi": "Vietnamese",
        "zh": "Chinese",
    }
)
"""English names of the commonest languages; any other is shown by its ISO 639-1 code."""


def short(kind: str) -> str:
    """Return the label of a kind of finding, a dozen letters at most."""
    return SHORT.get(kind, kind.replace("_", " "))


def words(kind: str) -> str:
    """Return a kind as words: ``inline_related`` is "inline related"."""
    return LONG.get(kind, kind.replace("_", " "))


def its_type(kind: str) -> str:
    """Return the ITS 2.0 type of a kind; a kind that is not ours is ``uncategorized``."""
    return ITS.get(kind, "uncategorized")


def language(code: str | None) -> str:
    """Return the name of a language code, the code itself where no name is known, and "" for None."""
    return LANGUAGES.get(code, code) if code else ""
