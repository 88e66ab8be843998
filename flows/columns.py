"""What a table gains beside each text: the report's fields as columns."""

from typing import Any

from cleaners import Report


def columns(report: Report) -> dict[str, Any]:
    """Return the columns of one document, all named ``copydesk_...`` so that no column of yours is overwritten."""
    scores, meta = report.scores, report.metadata
    title = report.text[slice(*report.title)] if report.title else None
    values = {
        "id": report.id,
        "language": report.language.code,
        "title": title,
        "author": meta.author,
        "published": meta.published,
        "outlet": meta.outlet,
        "source_urls": list(meta.source_urls),
        "quality": scores.quality,
        "verdict": scores.verdict,
        "points": scores.points,
        "words": scores.words,
        "findings": len(report.findings),
        "mt_likelihood": scores.mt_likelihood,
        "mt_source_language": scores.mt_source_language,
        "boilerplate_share": scores.boilerplate_share,
        "repairs_per_1000": scores.repairs_per_1000,
        "signature": report.signature,
    }
    return {f"copydesk_{name}": value for name, value in values.items()}
