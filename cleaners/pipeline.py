"""What happens to an article, read from top to bottom: edit first, judge last."""

import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from cleaners import company, edits, hints, keyboard, language, score, suggest, telling
from cleaners.alignment import IDENTITY, Alignment, compose
from cleaners.detect import (
    agreement,
    brands,
    capitals,
    duplication,
    fullwidth,
    glosses,
    in_translation,
    markup,
    measure_words,
    mended,
    names,
    nicknames,
    number_units,
    numbers,
    phrases,
    protected,
    punctuation,
    quotes,
    repetition,
    residue,
    shapes,
    spelling,
)
from cleaners.errors import DocumentError
from cleaners.normalise import encoding, stray_spaces, unicode, whitespace
from cleaners.report import EditReport, LanguageReport, Metadata, Report, Source
from cleaners.resources import Resources, load
from cleaners.strip import byline, page, title
from cleaners.types import Document, Edit, Finding, Repair

Cleaner = Callable[[Document, Resources], Iterable[Edit]]
Detector = Callable[[Document, Resources], Iterable[Finding]]
SourceDetector = Callable[[Document, Resources, Collection[str]], Iterable[Finding]]

CHARACTERS: tuple[Cleaner, ...] = (
    whitespace.line_breaks,
    unicode.nfc,
    unicode.invisible,
    whitespace.odd_spaces,
)
"""Before and after broken encoding is mended: a zero-width space hides a broken letter, and a mended one may
turn out to be a zero-width space. A no-break space may be half of a broken letter, or stand beside one that
cannot be read until it is a plain space: so encoding is looked at on both sides of it.
"""

CLEANERS: tuple[Cleaner, ...] = (
    *CHARACTERS,
    encoding.find,
    whitespace.no_break_spaces,
    encoding.find,
    *CHARACTERS,
    whitespace.no_break_spaces,
    whitespace.gaps,
    stray_spaces.find,
    page.find,
    whitespace.blank_lines,
)
"""Each sees the text as the one before left it."""

STRIPPERS: tuple[Cleaner, ...] = (page.find,)
"""Of these, what `strip = false` leaves out."""

DETECTORS: tuple[Detector, ...] = (
    phrases.strong,
    nicknames.find,
    brands.find,
    number_units.find,
    measure_words.find,
    glosses.find,
    duplication.find,
    residue.find,
    fullwidth.find,
    markup.find,
    mended.find,
)
"""All see the finished text; their order decides nothing but speed."""

IN_COMPANY: tuple[Detector, ...] = (
    phrases.weak,
    names.find,
    numbers.find,
    repetition.find,
    punctuation.find,
    quotes.find,
    capitals.find,
    spelling.find,
    agreement.find,
    shapes.find,
)
"""Nothing of these is told alone, and to look for it costs: asked only where a detector found anything, or where the
text speaks of a country (see `hints`).
"""

IN_TRANSLATION: tuple[SourceDetector, ...] = (
    phrases.loose,
    in_translation.find,
    mended.decoded,
)
"""Mostly right English elsewhere: asked only of what surely is a translation, and told its languages."""


def clean(
    text: str,
    *,
    id: str = "",  # noqa: A002  the field's name in the schema
    source: Source | None = None,
    markdown: bool = False,
    body_known: bool = False,
    headed: bool = False,
    resources: Resources | None = None,
) -> Report:
    """Normalise, strip, judge and score one article.

    ``text`` is the decoded input as it is. ``markdown`` keeps its structure: it is never stripped like a web
    page. ``body_known`` says that an extractor already chose the article's body, and
    ``headed`` that the first line of such a body is its title. Raises DocumentError when the
    text cannot be processed (blank, or over the time limit of the settings).
    """
    if not text.strip("\ufeff \t\r\n\0"):
        raise DocumentError("the document is blank")
    res = resources or load()
    stop = time.monotonic() + res.settings.max_seconds
    document = Document(text, language.detect(text), markdown=markdown, body_known=body_known, headed=headed)
    document, alignment, lifted = _edit(document, res, stop)
    changes = telling.changes(text, document.text, alignment)
    document = _finished(document, changes)
    findings, silent = _judge(document, res, stop)
    edited = suggest.apply(document.text, findings)
    return Report(
        id=id or _digest(text)[:16],
        source=source or _source(text),
        language=_language(document),
        title=document.title,
        dek=document.dek,
        metadata=lifted,
        text=document.text,
        edits=changes,
        findings=tuple(telling.told(f, document.text, alignment) for f in findings),
        suggested=telling.suggested(document.text, edited),
        scores=score.score(document.text, len(text), changes, findings, silent, edited, res.settings),
        signature=score.signature(res),
    )


def _edit(document: Document, res: Resources, stop: float) -> tuple[Document, Alignment, Metadata]:
    """Run the cleaners in order; return the finished document, the map from raw to it, and what strip lifted out."""
    alignment, lifted = IDENTITY, Metadata()
    for cleaner in CLEANERS:
        _in_time(stop, res)
        if cleaner in STRIPPERS:
            document = _titled(document)
            if not res.settings.strip:
                continue
        if not (found := list(cleaner(document, res))):
            continue
        if cleaner in STRIPPERS:
            lifted = _lifted(document.text, found)
        text, step = edits.apply(document.text, (e for e in found if _wanted(e, res)))
        if not step.hunks:
            continue
        headline, dek = (span and step.to_clean(span) for span in (document.title, document.dek))
        document = replace(document, text=text, title=headline, dek=dek)
        alignment = compose(alignment, step)
    return document, alignment, lifted


def _titled(document: Document) -> Document:
    """Return the document with its title and dek found, while the whole page still stands around them."""
    if document.markdown:
        return document
    if document.body_known:
        return replace(document, title=title.first_line(document.text) if document.headed else None)
    headline, dek = title.find_title(document.text)
    return replace(document, title=headline, dek=dek)


def _lifted(text: str, removed: list[Edit]) -> Metadata:
    """Return what the furniture says of the article; a kind that is kept says it too."""
    found = byline.metadata(text, removed)
    return Metadata(
        author=found.author, published=found.published, outlet=found.outlet, source_urls=found.source_urls
    )


def _wanted(edit: Edit, res: Resources) -> bool:
    kept = edit.rule.startswith("strip.") and edit.kind in res.settings.keep
    return not kept and edit.rule not in res.settings.off


def _judge(document: Document, res: Resources, stop: float) -> tuple[list[Finding], list[Finding]]:
    """Run the detectors; what lies in code or addresses is dropped, and weak findings without company are silent.

    A text in which ``DETECTORS`` found anything, or that speaks of a country whose language is known here, is read
    once more, for what speaks in company, and one that shows to be a translation a third time, for what is wrong
    only there.

    Only phrases know of other target languages than English.
    """
    english = document.language.code in ("en", "und")
    said = _said(DETECTORS if english else (phrases.strong,), stop, document, res)
    hinted = hints.languages(document.text) if english else set[str]()
    if not said and not hinted:
        return [], []
    said += _said(IN_COMPANY if english else (phrases.weak,), stop, document, res)
    prose = keyboard.attributed(company.settle(protected.judged(said, document.text)))
    words = score.count_words(document.text)
    sources = company.sure_of(prose, words, hinted)
    if not sources and hinted:
        # No single phrase proves it, but many that are good English elsewhere may.
        calques = protected.judged(_said((phrases.loose,), stop, document, res, hinted), document.text)
        sources = company.sure_of([*prose, *calques], words, hinted)
    if sources:
        either = "zh" in sources and keyboard.undecided(prose)
        sources |= {"ja"} if either else set()
        more = _said(IN_TRANSLATION if english else (phrases.loose,), stop, document, res, sources)
        prose = company.settle([*prose, *protected.judged(more, document.text)])
        prose = keyboard.decided(prose) if either else prose
    return company.part(prose, words, sources)


def _said(
    detectors: Sequence[Callable[..., Iterable[Finding]]],
    stop: float,
    document: Document,
    res: Resources,
    *sources: Collection[str],
) -> list[Finding]:
    """Return what the detectors find, without the rules that are off; ``sources`` where they are told of them."""
    found: list[Finding] = []
    for detector in detectors:
        _in_time(stop, res)
        found += [f for f in detector(document, res, *sources) if f.rule not in res.settings.off]
    return found


def _in_time(stop: float, res: Resources) -> None:
    if time.monotonic() > stop:
        raise DocumentError(f"took longer than max_seconds = {res.settings.max_seconds:g}")


def _finished(document: Document, changes: Sequence[EditReport]) -> Document:
    """Return the document as detectors see it, with what normalise mended.

    Its language is asked again when a good part was stripped: a menu may have spoken for the article.
    """
    repairs = tuple(Repair(c.clean, c.old, c.new, c.kind) for c in changes if c.stage == "normalise")
    stripped = sum(len(c.old) for c in changes if c.stage == "strip")
    seen = language.detect(document.text) if 4 * stripped > len(document.text) else document.language
    return replace(document, language=seen, repairs=repairs)


def _language(document: Document) -> LanguageReport:
    seen = document.language
    return LanguageReport(code=seen.code, confidence=seen.confidence, foreign=seen.foreign)


def _source(text: str) -> Source:
    encoded = text.encode("utf-8", "surrogatepass")
    return Source(path="", sha256=hashlib.sha256(encoded).hexdigest(), bytes=len(encoded), encoding="utf-8")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
