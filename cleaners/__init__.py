"""A copy desk for scraped and machine-translated articles: an article is normalised, stripped, judged, scored."""

from cleaners.pipeline import clean
from cleaners.report import Report

__all__ = ["Report", "clean"]
