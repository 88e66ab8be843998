"""Reports built by hand, so that pages and exchange formats are tested without the pipeline."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from cleaners import edits, mqm, score, suggest, telling
from cleaners.alignment import Alignment
from cleaners.report import EditReport, FindingReport, LanguageReport, Metadata, Report, Source
from cleaners.settings import Settings
from cleaners.types import Edit, Finding, Severity, Span, Strength

SIGNATURE = "copydesk:0.0.0|lexicon:000000000000|weights:0/1/5/25|pass:95|review:80"


def cut(raw: str, old: str, new: str = "", kind: str = "teaser", rule: str = "strip.teaser") -> Edit:
    """Return the edit that replaces the first ``old`` of ``raw``."""
    start = raw.index(old)
    return Edit(Span(start, start + len(old)), new, rule, kind)


def find(
    text: str,
    quote: str,
    kind: str = "slang_calque",
    severity: Severity = Severity.MINOR,
    suggestion: str | None = None,
    message: str = "a phrase carried over word for word",
    rule: str = "lexicon/zh-en/sample",
    after: int = 0,
) -> Finding:
    """Return a finding at the first ``quote`` of ``text`` from ``after``."""
    start = text.index(quote, after)
    return mqm.finding(
        Span(start, start + len(quote)),
        rule,
        kind,
        message,
        severity=severity,
        strength=Strength.STRONG,
        source_language="zh",
        suggestion=suggestion,
    )


def report(
    raw: str,
    changes: Sequence[Edit] = (),
    findings: Sequence[Finding] = (),
    name: str = "sample",
    title: str | None = None,
) -> Report:
    """Return the report of ``raw`` with ``changes`` made; ``findings`` are in its clean text."""
    text, alignment = edits.apply(raw, changes)
    made = tuple(_changes(raw, text, alignment))
    edited = suggest.apply(text, findings)
    return Report(
        id=name,
        source=Source(path=f"{name}.txt", sha256="0" * 64, bytes=len(raw), encoding="utf-8"),
        language=LanguageReport(code="en", confidence=0.99),
        title=Span(text.index(title), text.index(title) + len(title)) if title else None,
        dek=None,
        metadata=Metadata(),
        text=text,
        edits=made,
        findings=tuple(_told(f, text, alignment) for f in findings),
        suggested=telling.suggested(text, edited),
        scores=score.score(text, len(raw), made, list(findings), (), edited, Settings()),
        signature=SIGNATURE,
    )


def _told(finding: Finding, text: str, alignment: Alignment) -> FindingReport:
    fields = {f.name: getattr(finding, f.name) for f in dataclasses.fields(finding)}
    span = fields.pop("span")
    return FindingReport(**fields, quote=text[slice(*span)], clean=span, raw=alignment.to_raw(span))


def _changes(raw: str, text: str, alignment: Alignment) -> list[EditReport]:
    return [
        EditReport(
            rule=hunk.marks[0].rule,
            kind=hunk.marks[0].kind,
            stage="strip" if hunk.marks[0].rule.startswith("strip.") else "normalise",
            raw=hunk.raw,
            clean=hunk.clean,
            old=raw[hunk.raw.start : hunk.raw.end],
            new=text[hunk.clean.start : hunk.clean.end],
        )
        for hunk in alignment.hunks
    ]


RAW = (Path(__file__).parent / "lighthouse.txt").read_text(encoding="utf-8")
LATEST = RAW[RAW.index("Latest\n") : RAW.index("By Ines")]
"""An article of our own making with the damage that scraping and translation do."""


def sample() -> Report:
    """Return a report with findings of every severity, an overlap, suggestions, repairs and removed lines."""
    changes = [
        cut(RAW, LATEST, kind="sidebar", rule="strip.furniture"),
        cut(RAW, "By Ines Okafor, 3 May 2024\n", kind="byline", rule="strip.byline"),
        cut(RAW, " .", ".", kind="space_punct", rule="normalise.punctuation"),
        cut(RAW, "â€™", "’", kind="encoding", rule="normalise.encoding"),
        cut(RAW, "Share this story\n", kind="share", rule="strip.furniture"),
        cut(RAW, "Read next: how to fold a map\n", kind="teaser", rule="strip.furniture"),
    ]
    text, _ = edits.apply(RAW, changes)
    severity = Severity
    findings = [
        find(
            text, "computer.", "space_punct", severity.NEUTRAL, message="a space stood before the full stop"
        ),
        find(
            text, "Netizens", "unidiomatic", severity.MINOR, "People online", "网友: people who post online"
        ),
        find(
            text, "Old Pan", "nickname", severity.MAJOR, "Mr Pan", "老 before a surname is a form of address"
        ),
        find(
            text, "(manual dog head)", "slang_calque", severity.CRITICAL, "(just kidding)", "手动狗头: a joke"
        ),
        find(
            text,
            "stepped on a pit",
            "slang_calque",
            severity.MAJOR,
            "ran into trouble",
            "踩坑: to hit a snag",
        ),
        find(text, "30 thousand pieces of photographs", "measure_word", severity.MINOR, "30,000 photographs"),
        find(text, "played the blood-boiling card", "mistranslation", severity.MAJOR, None, "打热血牌"),
        find(
            text, "blood-boiling", "lexical_marker", severity.MINOR, "stirring", "热血: hot-blooded, rousing"
        ),
        find(text, "satisfied, satisfied", "dup_phrase", severity.MINOR, "satisfied", "said twice"),
        find(text, "Pan Wei Guo", "name_incons", severity.MINOR, None, "elsewhere written Pan Weiguo"),
        find(
            text,
            "the ceiling of gull research",
            "slang_calque",
            severity.MAJOR,
            None,
            "天花板: the best there is",
        ),
        find(text, "，", "fullwidth_punct", severity.MINOR, ", ", "a full-width comma in English"),
    ]
    return report(RAW, changes, findings, title="The lighthouse that learned to count ships")


def many(count: int) -> Report:
    """Return a report of ``count`` paragraphs, each with a finding and a removed line."""
    line = "The harbour master counted the boats again and stepped on a pit before the tide came in. " * 6
    raw = "".join(f"{n}. {line}\nRead next {n}\n" for n in range(count))
    changes, findings, at = [], [], 0
    for n in range(count):
        at = raw.index(f"Read next {n}\n", at)
        changes.append(Edit(Span(at, at + len(f"Read next {n}\n")), "", "strip.furniture", "teaser"))
    text, _ = edits.apply(raw, changes)
    at = 0
    for _ in range(count):
        one = find(text, "stepped on a pit", severity=Severity.MAJOR, suggestion="ran into trouble", after=at)
        findings.append(one)
        at = text.index("\n", one.span.end)
    return report(raw, changes, findings)
