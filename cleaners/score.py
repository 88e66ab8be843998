"""Numbers that explain themselves: an MQM-style penalty on the target text alone, and what stands beside it."""

import hashlib
from collections.abc import Sequence
from math import exp, log1p

from cleaners import company, mqm, suggest
from cleaners.detect.scripts import beyond_latin
from cleaners.patterns import compiled
from cleaners.report import Dimension, EditReport, Hint, Scores, Verdict
from cleaners.resources import Resources
from cleaners.settings import Settings
from cleaners.suggest import Edited
from cleaners.types import Finding, Severity
from cleaners.version import VERSION
from cleaners.words import count

_SEVERITIES = tuple(Severity)

SMALL_SAMPLE = 250
"""Below so many words one minor finding moves the quality by 0.4 points or more."""

_WORD = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|\w+(?:['’-]\w+)*"
_NO_REPAIR = frozenset({"line_break", "blank_line"})


def count_words(text: str) -> int:
    """Return the number of words, as spaces part them; Chinese, Japanese and Korean letters count one each."""
    return len(compiled(_WORD).findall(text)) if beyond_latin(text) else count(text)


def score(
    text: str,
    raw_length: int,
    edits: Sequence[EditReport],
    findings: Sequence[Finding],
    silent: Sequence[Finding],
    edited: Edited,
    settings: Settings,
) -> Scores:
    """Return the scorecard of ``text``: ``findings`` speak, ``silent`` ones only count towards the likelihood.

    ``raw_length`` is in code points; ``edited`` is the text with the safe suggestions of ``findings`` applied.
    """
    words = count_words(text)
    points = sum(settings.weights.of(f.severity) for f in findings)
    quality = max(0.0, 100.0 * (1.0 - points / words)) if words else 100.0
    severities = [f.severity for f in findings]
    counts = {severity: severities.count(severity) for severity in _SEVERITIES}
    likelihood, language, proof = likelihood_of(findings, silent, words)
    removed = sum(len(e.old) for e in edits if e.stage == "strip")
    repairs = sum(e.stage == "normalise" and e.kind not in _NO_REPAIR for e in edits)
    return Scores(
        quality=round(quality, 2),
        verdict=_verdict(quality, counts[Severity.CRITICAL], settings),
        points=points,
        points_per_1000=round(1000 * points / words, 2) if words else 0.0,
        words=words,
        small_sample=words < SMALL_SAMPLE,
        counts=counts,
        per_dimension=_dimensions(findings, settings),
        mt_likelihood=likelihood,
        mt_source_language=language,
        mt_evidence=proof,
        mt_hints=tuple(_hint(f, text) for f in silent),
        boilerplate_share=round(removed / raw_length, 4) if raw_length else 0.0,
        repairs_per_1000=round(1000 * repairs / raw_length, 2) if raw_length else 0.0,
        faithfulness=_faithfulness(text, edits),
        edit_effort=suggest.effort(text, edited),
    )


def _faithfulness(text: str, edits: Sequence[EditReport]) -> float:
    """Share of the kept text's code points that no edit of normalise made, line ends and blank lines aside."""
    made = sum(max(len(e.new), 1) for e in edits if e.stage == "normalise" and e.kind not in _NO_REPAIR)
    return round(max(0.0, 1 - made / len(text)), 4) if text else 1.0


def likelihood_of(
    findings: Sequence[Finding], silent: Sequence[Finding], words: int
) -> tuple[float, str | None, tuple[int, ...]]:
    """Return how likely a machine translated the text, from which language, and the findings that say so.

    Logistic in the log of the evidence (cleaners.company) over what a text of this length gathers by chance;
    weak evidence that stays ``silent`` counts too. Without any it is the floor.
    """
    shown = company.evidence([*findings, *silent])
    if not shown:
        return _FLOOR, None, ()
    language = max(shown, key=lambda code: (shown[code], code or ""))
    amount = shown[language] / company.needed(words)
    proof = tuple(
        i for i, f in enumerate(findings) if f.source_language in (language, None) and company.weight(f)
    )
    return round(_logistic(amount), 3), language if proof else None, proof


def _hint(finding: Finding, text: str) -> Hint:
    span = finding.span
    return Hint(rule=finding.rule, quote=text[span.start : span.end], clean=span)


_FLOOR = 0.02


def _logistic(amount: float) -> float:
    return max(_FLOOR, 1 / (1 + exp(-(-3.0 + 5.0 * log1p(amount)))))


def _verdict(quality: float, critical: int, settings: Settings) -> Verdict:
    if quality < settings.review_at:
        return "reject"
    return "pass" if quality >= settings.pass_at and not critical else "review"


_CLEAN = Dimension(findings=0, points=0.0)


def _dimensions(findings: Sequence[Finding], settings: Settings) -> dict[str, Dimension]:
    out = dict.fromkeys(mqm.DIMENSIONS, _CLEAN)
    for name in out if findings else ():
        if of_it := [f for f in findings if f.mqm.partition("/")[0] == name]:
            points = sum(settings.weights.of(f.severity) for f in of_it)
            out[name] = Dimension(findings=len(of_it), points=points)
    return out


def signature(resources: Resources) -> str:
    """Return what the scores depend on, in one line: version, lexicon, weights, thresholds, other settings."""
    settings = resources.settings
    w = settings.weights
    judged = f"{settings.strip} {sorted(settings.keep)} {sorted(settings.off)}"
    return "|".join(
        (
            f"copydesk:{VERSION}",
            f"lexicon:{resources.digest[:12]}",
            f"weights:{w.neutral:g}/{w.minor:g}/{w.major:g}/{w.critical:g}",
            f"pass:{settings.pass_at:g}",
            f"review:{settings.review_at:g}",
            f"settings:{hashlib.sha256(judged.encode()).hexdigest()[:8]}",
        )
    )
