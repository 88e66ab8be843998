"""The same input and version give the same bytes, in whatever order and on however many processes."""

from flows.pool import in_processes


def test_order_and_processes_change_nothing(desk, tmp_path, article, outputs, monkeypatch):
    for n in range(12):
        (tmp_path / "in" / f"{n}.txt").write_text(article(n))
    (tmp_path / "in" / "bad.txt").write_bytes(b"")
    desk(output=str(tmp_path / "one"), formats=["txt", "json", "html", "csv"])
    desk(
        lambda work, shards: map(work, reversed(shards)),
        output=str(tmp_path / "two"),
        formats=["txt", "json", "html", "csv"],
    )
    desk(
        lambda work, shards: in_processes(work, shards, 2, print),
        output=str(tmp_path / "three"),
        formats=["txt", "json", "html", "csv"],
    )
    assert len(outputs("one")) == 12 * 3 + 3
    assert outputs("one") == outputs("two") == outputs("three")


def test_nothing_depends_on_when(desk, tmp_path, article, outputs, monkeypatch):
    (tmp_path / "in" / "a.txt").write_text(article())
    desk(formats=["txt", "json", "html"])
    before = outputs()
    monkeypatch.setattr("time.time", lambda: 4e9)
    desk(formats=["txt", "json", "html"], fresh=True)
    assert outputs() == before
