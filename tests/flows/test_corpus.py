import os
import tracemalloc
from collections import Counter

import pytest

from flows.corpus import find, left_out
from flows.errors import UsageError


@pytest.fixture
def tree(tmp_path):
    def make(*names):
        for name in names:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(name)
        return tmp_path

    return make


def stems(paths, output="nowhere"):
    return {item.path: item.stem for item in find(tuple(map(str, paths)), str(output))}


def test_a_folder_is_read_whole_and_sorted(tree):
    root = tree("b.txt", "a/c.md", "a.txt", "deep/er/d.html", "t.jsonl.gz", "u.parquet")
    assert list(stems([root])) == ["a.txt", "a/c.md", "b.txt", "deep/er/d.html", "t.jsonl.gz", "u.parquet"]


def test_hidden_unknown_and_output_files_are_left(tree):
    root = tree("a.txt", ".b.txt", ".git/c.txt", "d.pdf", "out/e.txt")
    assert list(stems([root], root / "out")) == ["a.txt"]


def test_what_is_passed_over_is_counted_by_suffix(tree):
    root = tree("a.txt", "b.pdf", "c/d.PDF", "c/README", ".hidden", "out/e.pdf", "x.jsonl/f.txt")
    tree("older/g.txt", "older/.copydesk/manifest.sqlite")
    (root / "gone.doc").symlink_to("nothing")
    (root / "linked").symlink_to(root / "c")
    os.mkfifo(root / "pipe.txt")
    passed_over = Counter()
    found = find((str(root),), str(root / "out"), passed_over)
    assert [item.path for item in found] == ["a.txt", "x.jsonl/f.txt"]
    others = {"no suffix": 1, "linked folder": 1, "special file": 1, "folder of results": 1}
    assert passed_over == {".pdf": 2, ".doc": 1} | others
    said = "passed over: 2 .pdf, 1 .doc, 1 folder of results, 1 linked folder, 1 no suffix, 1 special file"
    assert left_out(passed_over) == said
    with pytest.raises(UsageError, match=r"\(passed over: 1 \.pdf, 1 no suffix\); known suffixes: \.txt"):
        find((str(root / "c"),), str(root / "out"))


def test_a_strange_suffix_is_told_in_short(tree):
    root = tree("a.txt", "b." + "long " * 20)
    (root / os.fsdecode(b"c.\xff")).touch()
    passed_over = Counter()
    find((str(root),), "out", passed_over)
    assert passed_over == {".long long long long": 1, ".\ufffd": 1}


def test_a_listing_takes_little_memory(tree):
    root = tree(*(f"{n % 7}/article-{n:04}.txt" for n in range(2000)))
    tracemalloc.start()
    found = find((str(root),), "out")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found) == 2000
    assert peak < 400 * 2000  # it was 700 with every path held twice; the length of tmp_path does not matter


def test_a_named_file_is_text_whatever_its_suffix(tree):
    root = tree("notes.rst", "README")
    assert stems([root / "notes.rst", root / "README"]) == {"README": "README", "notes.rst": "notes"}


def test_a_glob_keeps_paths_from_its_first_wildcard(tree):
    root = tree("x/1/a.txt", "x/2/a.txt", "x/2/b.md")
    assert stems([root / "x/*/a.txt"]) == {"1/a.txt": "1/a", "2/a.txt": "2/a"}
    assert list(stems([f"{root}/**/*.md"])) == ["x/2/b.md"]


def test_the_same_stem_twice_keeps_suffixes(tree):
    root = tree("a.md", "a.txt", "b.txt", "a.md.txt")
    assert stems([root]) == {"a.md": "a.md", "a.md.txt": "a.md.txt", "a.txt": "a.txt", "b.txt": "b"}


def test_the_same_path_under_two_folders(tree):
    root = tree("one/a.txt", "two/a.txt", "x/one/a.txt")
    found = find((f"{root}/one", f"{root}/two", f"{root}/x/one"), "nowhere")
    assert [item.stem for item in found] == ["one/a.txt", "two/a.txt", "one/a.txt~2"]


def test_the_same_name_in_two_folders_is_told_apart_by_them(tree):
    root = tree("one/a.txt", "two/a.txt", "three/b.txt")
    assert [item.stem for item in find((f"{root}/one/a.txt", f"{root}/two/a.txt"), "x")] == [
        "one/a.txt",
        "two/a.txt",
    ]
    found = find((f"{root}/one/a.txt", f"{root}/two/*.txt", f"{root}/three"), "x")
    assert [item.stem for item in found] == ["one/a.txt", "two/a.txt", "b"]


def test_a_path_given_twice_is_one_input(tree):
    root = tree("a.txt")
    assert len(find((f"{root}/a.txt", f"{root}/a.txt"), "nowhere")) == 1


@pytest.mark.parametrize("name", ["index.txt", "summary.md", "a.reports.jsonl", "a.extracted.txt"])
def test_names_that_results_have_keep_their_suffix(tree, name):
    assert stems([tree(name)]) == {name: name}


def test_results_never_take_the_place_of_inputs(tree):
    root = tree("a.txt", "out/b.txt")
    for path in (root, root / "a.txt"):
        with pytest.raises(UsageError, match="lies in the output folder"):
            find((str(path),), str(root))
    assert stems([f"{root}/**/*.txt"], root / "out") == {"a.txt": "a"}


def test_a_missing_path_and_an_empty_folder_are_refused(tree, tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        find((str(tmp_path / "nothing"),), "out")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no text found"):
        find((str(tmp_path / "empty"),), "out")
    with pytest.raises(UsageError, match="no text found"):
        find((str(tmp_path / "*.txt"),), "out")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("{0}/loop", "there is no such file or folder"),
        ("{0}/pipe", "is neither a file nor a folder; - is stdin"),
        ("{0}/" + "a" * 300, "a: cannot be read: File name too long"),
    ],
)
def test_what_cannot_be_an_input_is_said(tmp_path, path, said):
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match=said):
        find((path.format(tmp_path),), "out")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_said(tree):
    root = tree("shut/a.txt", "in/shut/a.txt")
    for name in ("shut", "in/shut"):
        (root / name).chmod(0)
    assert [(item.path, item.size) for item in find((str(root / "in"),), "out")] == [("shut", -1)]
    for path in (root / "shut", root / "shut" / "a.txt"):
        with pytest.raises(UsageError, match="cannot be read: Permission denied"):
            find((str(path),), "out")


def test_an_address_of_fsspec():
    fsspec = pytest.importorskip("fsspec")
    system = fsspec.filesystem("memory")
    for name in ("/corpus/a.txt", "/corpus/sub/b.md", "/corpus/.hidden.txt", "/corpus/sub/../../c.txt"):
        system.pipe(name, b"text")
    found = find(("memory://corpus",), "out")
    assert [(item.path, item.size) for item in found if "c" not in item.stem] == [
        ("a.txt", 4),
        ("sub/b.md", 4),
    ]
    assert all(".." not in item.stem.split("/") for item in found)
    assert [item.path for item in find(("memory://corpus/*.txt",), "out")] == ["a.txt"]


def test_an_address_without_a_driver_is_refused():
    with pytest.raises(UsageError, match="install"):
        find(("nosuch://bucket/a.txt",), "out")
