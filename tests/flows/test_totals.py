"""A run added up, and its work cut up."""

import pytest

from cleaners.summary import Row, failed
from flows import shards
from flows.corpus import Input
from flows.job import RunResult
from flows.settings import JobSettings
from flows.totals import FAILURES, WORST, Totals
from tests.growth import steps


def done(number, quality, **more):
    verdict = "pass" if quality >= 95 else "review" if quality >= 80 else "reject"
    return Row(id=str(number), path=f"{number}.txt", status="done", quality=quality, verdict=verdict, **more)


def test_totals_keep_the_worst_and_count_all():
    totals = Totals()
    for number in range(3 * WORST):
        totals.add(done(number, (number * 7) % 101, kinds={"caps": 2}, removed_share=0.5, language="en"))
    worst = totals.worst()
    assert len(worst) == WORST
    assert [row.quality for row in worst] == sorted((n * 7) % 101 for n in range(3 * WORST))[:WORST]
    assert [row.id for row in worst if row.quality == 0] == sorted(
        (row.id for row in worst if row.quality == 0), key=int
    )
    assert totals.kinds["caps"] == 6 * WORST
    assert sum(totals.verdicts.values()) == sum(totals.deciles.values()) == totals.done == 3 * WORST
    assert totals.removed == pytest.approx(1.5 * WORST)


def test_failures_are_counted_beyond_those_kept():
    totals = Totals()
    for number in range(FAILURES + 5):
        totals.add(failed(str(number), f"{number}.txt", "is empty"))
    assert (totals.failed, len(totals.failures), totals.done) == (FAILURES + 5, FAILURES, 0)


@pytest.mark.parametrize(
    ("qualities", "failures", "code"), [([90], 0, 0), ([90, 70], 0, 1), ([90, 70], 1, 3), ([90], 1, 3)]
)
def test_exit_codes(qualities, failures, code):
    totals = Totals()
    for number, quality in enumerate(qualities):
        totals.add(done(number, quality), fail_under=80)
    for number in range(failures):
        totals.add(failed(str(number), "x.txt", "is empty"))
    assert RunResult(JobSettings(fail_under=80), totals, "").exit_code == code


def test_few_files_are_a_shard_each_and_many_are_cut_by_bytes():
    def files(count):
        return [Input("", f"{n}.txt", 10_000) for n in range(count)]

    few = list(shards.of_files(files(shards.FEW - 1), JobSettings(), 100_000))
    assert [shard.name for shard in few[:2]] == ["0.txt", "1.txt"]
    assert len(few) == shards.FEW - 1
    many = list(shards.of_files(files(1005), JobSettings(), 100_000))
    assert [len(shard.inputs) for shard in many] == [10] * 100 + [5]
    assert many[0].name == "0.txt and 9 more"


def test_many_tiny_files_are_cut_in_one_go():
    def cut(count):
        files = [Input("", f"{n}.txt", 11) for n in range(count)]
        return steps(lambda: list(shards.of_files(files, JobSettings(), 1_000_000)))

    assert cut(2000) < 2.5 * cut(1000)


def test_tiny_files_are_work_too():
    files = [Input("", f"{n}.txt", 11) for n in range(2000)]
    found = list(shards.of_files(files, JobSettings(), 1_000_000))
    assert [len(shard.inputs) for shard in found] == [334] * 5 + [330]
    assert sum(shard.size for shard in found) == 22_000
    assert sum(shard.worth for shard in found) == shards.LEAST * 2000
