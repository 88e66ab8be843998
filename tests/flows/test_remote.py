"""Inputs and outputs at an address of fsspec."""

import pytest

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def memory(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    system = fsspec.filesystem("memory")
    system.store.clear()
    yield system
    system.store.clear()


def visible(system):
    return {name: system.cat(name) for name in system.find("/desk")}


def test_remote_in_and_out_is_as_local(desk, memory, article, outputs, tmp_path):
    rows = f'{{"text": {article(3)!r}}}\n'.replace("'", '"')
    for name, data in {"a.txt": article(), "sub/b.md": article(2), "t.jsonl": rows}.items():
        memory.pipe(f"/corpus/{name}", data.encode())
        (tmp_path / "in" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_text(data)
    desk(formats=["txt", "json", "html"])
    result = desk(paths=["memory://corpus"], output="memory://desk", formats=["txt", "json", "html"])
    assert result.exit_code == 0
    remote = {name.removeprefix("/desk/"): data for name, data in visible(memory).items()}
    local = outputs()
    # Its title is the only thing that names the folder.
    del remote["index.html"], local["index.html"]
    assert remote == local


def test_a_second_remote_run_does_only_what_is_missing(desk, memory, article):
    memory.pipe("/corpus/a.txt", article().encode())
    memory.pipe("/corpus/b.txt", article(2).encode())
    where = {"paths": ["memory://corpus"], "output": "memory://desk"}
    desk(**where)
    before = visible(memory)
    assert desk(**where).totals.unchanged == 2
    memory.rm("/desk/b.txt")
    memory.pipe("/corpus/a.txt", b"")
    assert desk(**where).exit_code == 3
    after = visible(memory)
    assert set(before) - set(after) == {"/desk/a.txt", "/desk/a.json"}
    assert after["/desk/b.txt"] == before["/desk/b.txt"]


def test_the_output_is_never_read(desk, memory, article):
    memory.pipe("/corpus/a.txt", article().encode())
    where = {"paths": ["memory://corpus"], "output": "memory://corpus/out"}
    assert desk(**where).totals.documents == 1
    assert desk(**where).totals.documents == 1
