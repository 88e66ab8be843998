"""What a lexicon refuses, and with which words."""

import pytest

from cleaners.lexicon.load import LexiconError, load_file, load_folder

GOOD = """
[[entry]]
id = "manual-dog-head"
source = "手动狗头"
gloss = "a dog-head emoji typed out"
match = 'manual dog[- ]head'
kind = "slang_calque"
severity = "major"
strength = "strong"
bad = ["So. ([[manual dog head]])"]
good = ["He trained the dog by hand."]
"""


def refused(tmp_path, text, pair="zh-en"):
    folder = tmp_path / pair
    folder.mkdir(exist_ok=True)
    (folder / "slang.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        load_folder(tmp_path)
    return str(error.value)


def test_a_good_entry_is_taken(tmp_path):
    (tmp_path / "zh-en").mkdir()
    (tmp_path / "zh-en" / "slang.toml").write_text(GOOD, encoding="utf-8")
    assert list(load_folder(tmp_path)) == ["zh-en.manual-dog-head"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("bad = [", "evil = ["), "bad"),
        (('good = ["He trained the dog by hand."]', "good = []"), "good"),
        (('kind = "slang_calque"', 'kind = "slang"'), "is not one of"),
        (('severity = "major"', 'severity = "huge"'), "severity"),
        (("manual dog[- ]head", "manual (dog"), "does not compile"),
        (("manual dog[- ]head", "manual dog.*head"), "without a bound"),
        (("manual dog[- ]head", "(?:manual )+dog head"), "without a bound"),
        (("manual dog[- ]head", "(?:a{1,99}){1,99}dog head"), "without a bound"),
        (("manual dog[- ]head", "[a-z]{6} [a-z]{3} head|[ab]{2}"), "no literal text"),
        (("manual dog[- ]head", r"\w{1,9} (?:d|x)\w h"), "no literal text"),
        (("[[manual dog head]]", "manual dog head"), "marks no"),
        (("[[manual dog head]]", "[[manual dog]] head"), "marks"),
        (("trained the dog by hand", "had a manual dog head"), "fires on its good example"),
        (("match = ", "lemmas = ['a']\nmatch = "), "either match or lemmas"),
        (("id = ", "colour = 'red'\nid = "), "colour"),
        (("[[entry]]", "[[entries]]"), "only [[entry]] tables"),
        (("kind = ", "kind == "), "cannot be read as TOML"),
    ],
)
def test_a_bad_entry_is_refused_with_file_and_id(tmp_path, change, says):
    message = refused(tmp_path, GOOD.replace(*change))
    assert says in message
    assert "slang.toml" in message


def test_an_id_stands_once(tmp_path):
    assert "twice" in refused(tmp_path, GOOD + GOOD)
    (tmp_path / "zh-en" / "more.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "zh-en" / "slang.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(LexiconError, match="another file"):
        load_folder(tmp_path)


def test_a_folder_without_files_of_a_pair_is_refused(tmp_path):
    (tmp_path / "slang.toml").write_text(GOOD, encoding="utf-8")  # not in zh-en/, where it is looked for
    with pytest.raises(LexiconError, match="a folder deeper, as zh-en/"):
        load_folder(tmp_path)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(LexiconError, match="cannot be read"):
        load_file(tmp_path / "nothing.toml")
