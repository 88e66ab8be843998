"""JSON Lines and Parquet: a shard in, a shard out."""

import gzip
import json
from types import SimpleNamespace

import pytest

from cleaners import Report
from cleaners.settings import Settings
from flows.compressed import _Bounded
from flows.table import Judged, _piles


def lines(article, count=20, **more):
    return "".join(
        json.dumps({"id": f"doc {n}", "text": article(n), "page": n, **more}) + "\n" for n in range(count)
    )


def rows(data):
    return [json.loads(line) for line in data.decode().splitlines()]


@pytest.fixture
def corpus(tmp_path, article, desk):
    path = tmp_path / "in" / "sub" / "c.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text(lines(article))
    return path


def test_jsonl_out_mirrors_jsonl_in(desk, corpus, outputs, article, summary):
    assert desk().exit_code == 0
    assert set(outputs()) == {"sub/c.jsonl", "sub/c.reports.jsonl", "summary.jsonl"}
    out = rows(outputs()["sub/c.jsonl"])
    assert [row["id"] for row in out] == [f"doc {n}" for n in range(20)]
    assert out[3]["page"] == 3
    assert "autumn, and" in out[3]["text"]
    assert out[3]["copydesk_verdict"] in ("pass", "review", "reject")
    reports = [Report.model_validate_json(line) for line in outputs()["sub/c.reports.jsonl"].splitlines()]
    assert [report.raw_text() for report in reports] == [article(n) for n in range(20)]
    assert [row["id"] for row in summary()] == [f"doc {n}" for n in range(20)]


def test_where_a_table_is_cut_changes_nothing(desk, corpus, outputs, tmp_path):
    desk(output=str(tmp_path / "whole"))
    desk(lambda work, shards: map(work, reversed(shards)), output=str(tmp_path / "cut"), shard_bytes=700)
    assert outputs("whole") == outputs("cut")


def test_what_is_written_together_changes_nothing(desk, corpus, outputs, article, monkeypatch, tmp_path):
    corpus.write_text(lines(article, 18) + '{"text": ""}\n[]\n' + lines(article, 3))
    desk(output=str(tmp_path / "together"))
    monkeypatch.setattr("flows.table.TOGETHER", 1)
    desk(output=str(tmp_path / "alone"))
    assert outputs("together") == outputs("alone")
    assert len(rows(outputs("alone")["sub/c.rejected.jsonl"])) == 2


@pytest.mark.parametrize(("size", "together"), [(6_000, 16), (60_000, 4), (50_000_000, 1), (None, 1)])
def test_large_texts_and_failures_wait_for_no_other(size, together):
    report = size and SimpleNamespace(source=SimpleNamespace(bytes=size))
    read = []
    judged = (read.append(number) or Judged(None, "", report) for number in range(40))
    assert len(next(_piles(judged))) == len(read) == together


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_packed_in_is_packed_out(desk, corpus, outputs, suffix, tmp_path):
    zstandard = pytest.importorskip("zstandard")
    pack = {".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}[suffix]
    unpack = {".gz": gzip.decompress, ".zst": lambda d: zstandard.ZstdDecompressor().stream_reader(d).read()}[
        suffix
    ]
    desk(output=str(tmp_path / "plain"))
    packed = corpus.with_name("c.jsonl" + suffix)
    packed.write_bytes(pack(corpus.read_bytes()))
    corpus.unlink()
    desk(output=str(tmp_path / "one"))
    desk(output=str(tmp_path / "two"), shard_bytes=900)
    assert unpack(outputs("one")["sub/c.jsonl" + suffix]) == outputs("plain")["sub/c.jsonl"]
    assert outputs("one") == outputs("two")


def test_a_packed_table_is_unpacked_once(desk, corpus, outputs, monkeypatch, tmp_path):
    read = []
    monkeypatch.setattr(_Bounded, "readinto", counted(_Bounded.readinto, read))
    packed = corpus.with_name("c.jsonl.gz")
    packed.write_bytes(gzip.compress(corpus.read_bytes()))
    size = corpus.stat().st_size
    corpus.unlink()
    desk(shard_bytes=500)
    assert read.count(size) == 1, "and not once a block"
    assert not list((tmp_path / "out" / ".copydesk").glob("parts/*")), "nor is the copy left behind"


def counted(function, results):
    def call(*arguments):
        results.append(function(*arguments))
        return results[-1]

    return call


def test_columns_by_option_and_ids_by_line(desk, corpus, outputs, article):
    corpus.write_text('{"body": "A text of some words.", "url": "u1"}\n\n{"body": "Another one."}\n')
    desk(text_column="body", id_column="url")
    assert [row["copydesk_id"] for row in rows(outputs()["sub/c.jsonl"])] == ["u1", "3"]


def test_rejected_documents_have_their_own_file(desk, corpus, outputs, summary):
    corpus.write_bytes(
        b'{"text": "A good text of some words.", "n": 1}\n'
        b'{"text": 5, "n": 2}\n{"n": 3}\n{broken\n[1]\n{"text": " "}\n' + b"[" * 100_000 + b"\n"
        b'{"text": "' + b"long " * 2000 + b'"}\n'
        b'{"text": "Half a \\ud83d character and a \\u0000 NUL."}\n'
        + '{"text": "à l\'hôtel"}\n'.encode("latin-1")
    )
    result = desk(rules=Settings(max_bytes=9000))
    assert result.exit_code == 3
    rejected = rows(outputs()["sub/c.rejected.jsonl"])
    assert [row["copydesk_id"] for row in rejected] == ["2", "3", "4", "5", "6", "7", "8"]
    assert rejected[0]["n"] == 2
    assert [row["copydesk_reason"] for row in rejected] == [
        "has no text in column 'text' (found 5)",
        "has no column 'text'; its columns are n",
        "is not JSON",
        "is not a JSON object",
        "the document is blank",
        "is larger than max_bytes of the settings, 9,000 bytes",
        "is larger than max_bytes of the settings, 9,000 bytes",
    ]
    assert rejected[2]["copydesk_line"] == "{broken"
    assert [row["copydesk_id"] for row in rows(outputs()["sub/c.jsonl"])] == ["1", "9", "10"]
    assert [row["id"] for row in summary()] == [str(n) for n in range(1, 11)]
    assert result.totals.documents == 10


def test_ids_from_data_never_become_paths(desk, corpus, outputs, tmp_path):
    corpus.write_text(json.dumps({"id": "../../../etc/x", "text": "A text of some words."}) + "\n")
    desk(formats=["txt", "json", "html"])
    assert set(outputs()) == {"sub/c.jsonl", "sub/c.reports.jsonl", "summary.jsonl", "index.html"}


def test_a_second_run_over_a_table_does_nothing(desk, corpus, outputs):
    desk()
    before = outputs()
    again = desk(lambda work, shards: [] if not shards else pytest.fail("something was done"))
    assert again.totals.unchanged == 20
    assert outputs() == before
    desk(text_column="id")
    assert outputs() != before


def test_a_table_half_done_goes_on_from_there(desk, corpus, outputs, tmp_path):
    desk(output=str(tmp_path / "whole"))
    done = []

    def stops(work, shards):
        for shard in shards[:4]:
            done.append(shard)
            yield work(shard)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk(stops, shard_bytes=700)
    left = []
    desk(lambda work, shards: map(work, left.extend(shards) or shards), shard_bytes=700)
    assert not set(done) & set(left)
    assert outputs() == outputs("whole")
    assert not list((tmp_path / "out" / ".copydesk").glob("parts/*"))


@pytest.mark.parametrize("kind", ["rows", "reports", "main", "sizes"])
def test_a_part_that_lost_its_bytes_is_done_again(desk, corpus, outputs, tmp_path, kind):
    """After a power failure a file may stand there empty, under its final name."""
    desk(output=str(tmp_path / "whole"))

    def stops(work, shards):
        yield from map(work, shards[:4])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk(stops, shard_bytes=700)
    parts = sorted((tmp_path / "out" / ".copydesk" / "parts").glob(f"*/*.{kind}"))
    assert len(parts) == 4
    parts[1].write_bytes(b"")
    left = []
    desk(lambda work, shards: map(work, left.extend(shards) or shards), shard_bytes=700)
    assert parts[1].name in {f"{shard.block.part}.{kind}" for shard in left}
    assert not {part.name for part in (parts[0], *parts[2:])} & {
        f"{shard.block.part}.{kind}" for shard in left
    }
    assert outputs() == outputs("whole")


def test_a_bomb_is_refused(desk, corpus):
    corpus.unlink()
    row = b'{"text": "' + b"a" * 1_000_000 + b'"}\n'
    packed = corpus.with_name("bomb.jsonl.gz")
    with gzip.open(packed, "wb") as out:
        for _ in range(400):
            out.write(row)
    result = desk(rules=Settings(max_seconds=1))
    assert result.exit_code == 3
    assert "unfolds to more than 200 times" in result.totals.failures[0].reason


def test_a_damaged_archive_is_a_failure(desk, corpus, article):
    packed = corpus.with_name("d.jsonl.gz")
    packed.write_bytes(gzip.compress(corpus.read_bytes())[:-20])
    result = desk()
    assert [row.path for row in result.totals.failures] == ["sub/d.jsonl.gz"]
    assert result.totals.done == 20


def test_parquet_out_mirrors_parquet_in(desk, tmp_path, article, outputs):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    table = pa.table(
        {
            "text": [article(n) for n in range(30)] + [None],
            "n": list(range(31)),
            "when": pa.array([0] * 31, pa.timestamp("ms")),
        }
    )
    pq.write_table(table, tmp_path / "in" / "t.parquet", row_group_size=7)
    one = desk(output=str(tmp_path / "one"))
    desk(lambda work, shards: map(work, reversed(shards)), output=str(tmp_path / "two"), shard_bytes=500)
    assert (one.totals.done, one.totals.failed) == (30, 1)
    assert outputs("one") == outputs("two")
    found = pq.read_table(tmp_path / "one" / "t.parquet")
    assert found.column("n").to_pylist() == list(range(30))
    assert found.schema.field("when").type == pa.timestamp("ms")
    assert found.column("copydesk_quality").to_pylist()[0] <= 100
    assert rows(outputs("one")["t.rejected.jsonl"])[0]["n"] == 30


def test_a_parquet_without_the_column_is_a_failure(desk, tmp_path):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"body": ["a"]}), tmp_path / "in" / "t.parquet")
    (tmp_path / "in" / "u.parquet").write_bytes(b"not parquet")
    reasons = [row.reason for row in desk().totals.failures]
    assert "has no column 'text'; its columns are body" in reasons[0]
    assert "is not Parquet" in reasons[1]
