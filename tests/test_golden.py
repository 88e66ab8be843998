"""All outputs of the five seeds, byte for byte. `make golden` renews them for a reviewed change."""

from tests.golden import GOLDEN, build


def test_the_seeds_give_the_golden_outputs(tmp_path):
    expected = {str(p.relative_to(GOLDEN)): p.read_bytes() for p in GOLDEN.rglob("*") if p.is_file()}
    built = build(tmp_path / "out")
    assert sorted(built) == sorted(expected)
    for name, content in built.items():
        assert content == expected[name], f"{name} differs: read the difference, then `make golden`"
