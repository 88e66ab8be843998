"""A finished document told in a Report's words: what was changed, found and suggested."""

from cleaners.alignment import Alignment, Hunk
from cleaners.report import EditReport, FindingReport, SuggestedEdit
from cleaners.suggest import Edited
from cleaners.types import Finding


def changes(raw: str, text: str, alignment: Alignment) -> tuple[EditReport, ...]:
    """Return each hunk that turned ``raw`` into ``text``; what came out as it was is left out."""
    told = ((h, raw[h.raw.start : h.raw.end], text[h.clean.start : h.clean.end]) for h in alignment.hunks)
    return tuple(_change(hunk, old, new) for hunk, old, new in told if old != new)


def _change(hunk: Hunk, old: str, new: str) -> EditReport:
    # Of several marks the one that changed most names the hunk; the others are listed within it.
    main = hunk.marks[0] if len(hunk.marks) == 1 else max(reversed(hunk.marks), key=lambda mark: mark.size)
    return EditReport(
        rule=main.rule,
        kind=main.kind,
        stage="strip" if main.rule.startswith("strip.") else "normalise",
        raw=hunk.raw,
        clean=hunk.clean,
        old=old,
        new=new,
        within=() if len(hunk.marks) == 1 else tuple(sorted({m.rule for m in hunk.marks} - {main.rule})),
    )


def told(finding: Finding, text: str, alignment: Alignment) -> FindingReport:
    """Return the finding with its quote and where that came from in the raw text."""
    span = finding.span
    return FindingReport(
        rule=finding.rule,
        kind=finding.kind,
        mqm=finding.mqm,
        severity=finding.severity,
        confidence=finding.confidence,
        strength=finding.strength,
        source_language=finding.source_language,
        message=finding.message,
        suggestion=finding.suggestion,
        quote=text[span.start : span.end],
        clean=span,
        raw=alignment.to_raw(span),
    )


def suggested(text: str, edited: Edited) -> tuple[SuggestedEdit, ...]:
    """Return each suggestion that ``edited`` applied to ``text``, as an edit."""
    return tuple(
        SuggestedEdit(
            rule=hunk.marks[0].rule,
            kind=hunk.marks[0].kind,
            clean=hunk.raw,
            edited=hunk.clean,
            old=text[hunk.raw.start : hunk.raw.end],
            new=edited.text[hunk.clean.start : hunk.clean.end],
        )
        for hunk in edited.alignment.hunks
    )
