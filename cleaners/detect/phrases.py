"""Phrases of the lexicons: what is known of a language pair, one entry a phrase."""

from collections.abc import Collection, Iterator

from cleaners import mqm
from cleaners.lexicon import topics
from cleaners.lexicon.lexicon import Lexicon
from cleaners.lexicon.phrase import Phrase
from cleaners.resources import Resources
from cleaners.types import Document, Finding, Span


def strong(document: Document, resources: Resources) -> Iterator[Finding]:
    """Yield every strong phrase whose target language is the document's (English when unknown)."""
    return _found(document, resources.strong)


def weak(document: Document, resources: Resources) -> Iterator[Finding]:
    """Yield every weak one: they speak only in company, and most texts have none to offer."""
    return _found(document, resources.weak)


def loose(document: Document, resources: Resources, sources: Collection[str]) -> Iterator[Finding]:
    """Yield the loose phrases of the languages ``sources``: of its sure source, or of whose country it speaks."""
    for source in sorted(sources):
        yield from _found(document, resources.loose(source))


def _found(document: Document, lexicon: Lexicon) -> Iterator[Finding]:
    target = "en" if document.language.code == "und" else document.language.code
    for phrase, span in lexicon.find(document.text):
        if phrase.target_language != target:
            continue
        if not phrase.topics or not topics.of(document.text).isdisjoint(phrase.topics):
            yield _finding(phrase, span)


def _finding(phrase: Phrase, span: Span) -> Finding:
    return mqm.finding(
        span,
        phrase.rule,
        phrase.kind,
        f"reads like {phrase.source} translated word by word: {phrase.gloss}",
        severity=phrase.severity,
        confidence=phrase.confidence,
        strength=phrase.strength,
        source_language=phrase.source_language,
        suggestion=phrase.suggest,
    )
