"""Did cleaning help? The texts before and after against a human reference, by sacrebleu's own metrics."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict

SAMPLES = 1000
"""Bootstrap samples, sacrebleu's own default."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MetricScore(_Part):
    """One metric's score with the signature that makes it repeatable."""

    score: float
    signature: str


class SystemScore(_Part):
    """A variant's corpus score; over the bootstrap samples its mean, half the width of the 95 % confidence
    interval, and the chance (p) that it differs from the raw text's by luck (None for the raw text)."""

    score: float
    mean: float
    ci: float
    p_value: float | None


class CorpusComparison(_Part):
    """By metric, by variant (raw, clean, edited): a paired bootstrap over the documents (Koehn 2004)."""

    documents: int
    signatures: dict[str, str]
    metrics: dict[str, dict[str, SystemScore]]


def segment(text: str) -> str:
    """Return a document as the one segment it is for a metric: its lines joined by spaces."""
    return " ".join(text.split())


def document_scores(variants: Mapping[str, str], reference: str) -> dict[str, dict[str, MetricScore]]:
    """Return, by variant and metric, the document's scores against ``reference``."""
    wanted = [segment(reference)]
    return {name: _scores(segment(text), wanted) for name, text in variants.items()}


def compare(systems: Mapping[str, Sequence[str]], references: Sequence[str]) -> CorpusComparison:
    """Return the corpus scores of each variant with a paired bootstrap over the documents.

    ``systems`` maps a variant to its documents in the references' order, the baseline first. Raises ValueError
    when there is no document, or when the numbers differ.
    """
    if not references or any(len(texts) != len(references) for texts in systems.values()):
        raise ValueError("every variant needs one text a reference, and there must be one")
    from sacrebleu.significance import PairedTest  # noqa: PLC0415  loads numpy; rarely asked for

    named: list[tuple[str, Sequence[str]]] = [
        (name, [segment(t) for t in texts]) for name, texts in systems.items()
    ]
    wanted = [[segment(r) for r in references]]
    signatures, scores = PairedTest(named, _metrics(one=False), wanted, test_type="bs", n_samples=SAMPLES)()
    names = scores.pop("System")
    return CorpusComparison(
        documents=len(references),
        signatures={metric: str(s) for metric, s in signatures.items()},
        metrics={m: {n: _system(r) for n, r in zip(names, rows, strict=True)} for m, rows in scores.items()},
    )


def _scores(text: str, references: list[str]) -> dict[str, MetricScore]:
    out = {}
    for name, metric in _metrics(one=True).items():
        score = float(metric.sentence_score(text, references).score)
        out[name] = MetricScore(score=round(score, 2), signature=str(metric.get_signature()))
    return out


def _system(result: Any) -> SystemScore:
    p = None if result.p_value is None else round(float(result.p_value), 4)
    return SystemScore(
        score=round(float(result.score), 2),
        mean=round(float(result.mean), 2),
        ci=round(float(result.ci), 2),
        p_value=p,
    )


@cache
def _metrics(*, one: bool) -> dict[str, Any]:
    """Return the metrics; for ``one`` document BLEU leaves out orders it has no match for, as sacrebleu advises."""
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415

    return {"BLEU": BLEU(effective_order=one), "chrF2": CHRF(), "chrF2++": CHRF(word_order=2), "TER": TER()}
