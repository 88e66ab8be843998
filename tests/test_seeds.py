"""What the five seeds must show: the list of the first issue, and the labels of a person."""

import re
from pathlib import Path

import pytest

from cleaners import clean
from cleaners.settings import Settings
from flows import gold
from flows.evaluate import judge, tally

ROOT = Path(__file__).parent.parent
SEEDS = {p.name[:3]: p for p in sorted((ROOT / "seeds").glob("*.txt"))}
RAW = {name: path.read_bytes().decode("utf-8") for name, path in SEEDS.items()}
REPORTS = {name: clean(raw) for name, raw in RAW.items()}


def touched(name, phrase, times=1):
    spans = [m.span() for m in re.finditer(re.escape(phrase), RAW[name])]
    assert len(spans) >= times, f"{phrase!r} is not in the seed"
    told = [f.raw for f in REPORTS[name].findings]
    return sum(any(raw.start < end and start < raw.end for raw in told) for start, end in spans) >= times


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        *(("000", p) for p in (
            "on the front foot", "on the back foot", "poach Deepmind's corner", "What concept?",
            "7360 pieces of A100", "vigorously robbing people",
            'frequently "closed"', "Lao Ma", "emmm...", "manual dog head",
            "voted down Musk's meaning", "Kaparthy", "(being a jerk)", "George the Curious Monkey",
            "GPUs !", "Twitter .", "February ,", "marketing .",
        )),
        *(("001", p) for p in (
            "(Elon Musk)", "Promoted", "Babushkin", "interest . “", "(currently about 68,800 yuan)", "purpose .",
            "search , which", "advertising , which", "said .",
        )),
    ],
)  # fmt: skip
def test_an_artefact_is_found(name, phrase):
    assert touched(name, phrase)


def test_both_contradicting_numbers_are_found():
    assert touched("001", "tens of thousands of GPUs", times=2)


def test_a_weak_rule_speaks_in_company():
    assert touched("004", "flagging against AI") or touched("004", "super high-speed rail")
    assert not touched("004", "Yunfeng Zhang")


@pytest.mark.parametrize("prose", [
    "The super high-speed rail line between the two cities will cut the journey to an hour, the ministry said.",
    "The compliance team is flagging against AI policy any post that breaks the rules on synthetic media.",
])  # fmt: skip
def test_weak_rules_stay_quiet_in_their_own_field(prose):
    assert not clean(prose * 5).findings


@pytest.mark.parametrize("name", ["002", "003"])
def test_native_seeds_have_no_finding(name):
    assert REPORTS[name].findings == ()


@pytest.mark.parametrize(
    "mended", ["10,000 GPUs!", "for Twitter.", "since February,", "advertising marketing."]
)
def test_stray_spaces_are_mended(mended):
    assert mended in REPORTS["000"].text


def removed(name):
    return {
        line: e.kind
        for e in REPORTS[name].edits
        if e.stage == "strip"
        for line in e.old.split("\n")
        if line.strip()
    }


def test_000_gives_outlet_date_and_addresses_to_the_metadata():
    report = REPORTS["000"]
    assert report.metadata.outlet == "Hayo News"
    assert report.metadata.published == "2023-04-12"
    assert report.metadata.source_urls == (
        "https://www.businessinsider.com/elon-musk-twitter-investment-generative-ai-project-2023-4?op=1",
        "https://twitter.com/artificialguybr/status/1645852415600611333",
    )
    kinds = removed("000")
    assert kinds.keys() >= {"Hayo News", "April 12th, 2023"}
    assert next(k for line, k in kinds.items() if line.startswith("Reference link")) == "reference"
    assert next(k for line, k in kinds.items() if line.startswith("Reprinted from")) == "reprint"


def test_002_loses_its_sidebar_and_keeps_its_body():
    report = REPORTS["002"]
    tail = RAW["002"].index("Source link:")
    assert report.text.rstrip().endswith("took a step forward.")
    gone = removed("002")
    for line in RAW["002"][tail:].split("\n"):
        if line.strip():
            assert gone[line.replace("\u00a0", " ")], line
    body = [x.replace("\u00a0", " ").strip() for x in RAW["002"][:tail].split("\n") if x.strip()]
    assert [x for x in report.text.split("\n") if x.strip()] == [
        x if not x.startswith("•") else "  " + x for x in body
    ]


def test_003_loses_its_tagline_only():
    assert removed("003") == {"AI Catalog's chief editor": "tagline"}


def test_004_gives_author_and_date_to_the_metadata():
    report = REPORTS["004"]
    assert report.metadata.author == "Yunfeng Zhang"
    assert report.metadata.published is not None
    assert report.metadata.published.startswith("2023-04-18")
    assert len(removed("004")) == 1


def test_quality_orders_the_seeds():
    quality = {name: r.scores.quality for name, r in REPORTS.items()}
    assert quality["000"] < quality["001"] < quality["004"] < min(quality["002"], quality["003"])
    assert REPORTS["000"].scores.verdict != "pass"
    assert REPORTS["002"].scores.verdict == REPORTS["003"].scores.verdict == "pass"


def test_agreement_with_the_labels():
    documents = gold.load(ROOT / "tests" / "gold" / "seeds.jsonl", [ROOT / "seeds"])
    judged = [judge(d, Settings()) for d in documents]
    rows = tally(judged)
    assert rows["major"].recall >= 0.70, rows["major"].missed
    assert rows["all"].precision >= 0.90
    assert [j.labels[g].text for j in judged for _, g in j.agreement.negatives] == []
