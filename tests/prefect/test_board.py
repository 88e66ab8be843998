"""The page that sums a run up."""

from collections import Counter

from flows import board
from flows.job import RunResult
from flows.settings import JobSettings
from flows.totals import Totals


def test_the_page_says_what_was_passed_over():
    totals = Totals(passed_over=Counter({".pdf": 2, "no suffix": 1}))
    page = board.page(RunResult(JobSettings(), totals, "signature"), None)
    assert "` passed over: 2 .pdf, 1 no suffix `." in page
    assert "passed over" not in board.page(RunResult(JobSettings(), Totals(), "signature"), None)
