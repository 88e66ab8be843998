"""One pass finds exactly what each pattern finds alone."""

import json

import pytest

from cleaners import resources
from cleaners.fold import fold, plain
from cleaners.lexicon import compiled
from cleaners.lexicon.compiled import FOLDER, dump, part_of, path_of
from cleaners.lexicon.entry import Entry, unmark
from cleaners.lexicon.index import build
from cleaners.lexicon.inflect import inflections
from cleaners.lexicon.load import load_folder
from cleaners.lexicon.matcher import Matcher
from cleaners.lexicon.pattern import anchors
from cleaners.lexicon.phrase import from_entry
from cleaners.settings import Settings
from tests.growth import bounded
from tests.own import lexicon

ENTRIES = load_folder(FOLDER)
PARTS = sorted({part_of(from_entry(rule, entry)) for rule, entry in ENTRIES.items()})


def phrase(rule, match=None, **keys):
    table = {"id": "x", "source": "源", "gloss": "g", "kind": "term", "severity": "minor", "strength": "weak"}
    entry = Entry.model_validate(table | {"match": match, "bad": ["b"], "good": ["g"]} | keys)
    return from_entry(rule, entry)


def found(phrases, text):
    matcher = Matcher(build(phrases), phrases.__getitem__)
    return [(p.rule, text[s:e]) for p, (s, e) in matcher.find(text)]


def test_the_compiled_lexicon_is_the_lexicon():
    dumped = dump(ENTRIES)
    for path, text in dumped.items():
        assert path.read_text(encoding="utf-8") == text, "run `make lexicon`"
    assert sorted(FOLDER.glob("compiled-*.jsonl")) == sorted(dumped) == sorted(map(path_of, PARTS))


@pytest.mark.parametrize("part", PARTS)
def test_every_entry_finds_its_bad_examples_through_the_one_pass(part):
    ours = compiled.load(part)
    matcher = Matcher(ours.index, ours.phrase)
    entries = {rule: entry for rule, entry in ENTRIES.items() if part_of(from_entry(rule, entry)) == part}
    assert [json.loads(row)[0] for row in ours.rows] == sorted(entries)
    for rule, entry in entries.items():
        for example in entry.bad:
            text = example.replace("[[", "").replace("]]", "")
            assert (rule, True) in {(p.rule, True) for p, _ in matcher.find(text)}, (rule, text)


@pytest.mark.parametrize("rule", [r for r, e in ENTRIES.items() if e.todo])
def test_a_known_miss_is_still_missed(rule):
    for example in ENTRIES[rule].todo:
        text, marked = unmark(example)
        assert ENTRIES[rule].spans(text) != marked, "it is found now: move it to bad"


def test_quotes_capitals_and_boundaries():
    p = [phrase("zh-en.a", "dog's head")]
    assert found(p, "A DOG’S HEAD, a dog's heady") == [("zh-en.a", "DOG’S HEAD")]


def test_case_matters_where_it_is_asked_for():
    assert found([phrase("zh-en.a", "Lao Ma", case=True)], "lao ma and Lao Ma") == [("zh-en.a", "Lao Ma")]


def test_a_group_named_at_narrows_the_span():
    p = [phrase("zh-en.a", "buy (?P<at>pieces) of iron")]
    assert found(p, "buy pieces of iron") == [("zh-en.a", "pieces")]


def test_lemmas_take_inflections_and_words_between():
    p = [phrase("zh-en.a", lemmas=["poach", "corner"])]
    assert found(p, "He poached Deepmind's corner.") == [("zh-en.a", "poached Deepmind's corner")]
    assert not found(p, "poach an egg. It was made in the corner of the old house")


def test_repeats_of_one_phrase_are_all_found():
    assert len(found([phrase("zh-en.a", "dog heads?")], "dog head dog heads dog head")) == 3


def test_a_match_at_the_end_of_the_window_is_whole():
    assert found([phrase("zh-en.a", "dogs?")], "two dogs") == [("zh-en.a", "dogs")]
    assert not found([phrase("zh-en.a", "dogs?")], "dogsled")


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("dog[- ]heads?", {" dog head ": 0, " dog heads ": 0}),
        ("(?:red|green) apples", {" red apples ": 0, " green apples ": 0}),
        (r"the \w{1,9} of the melon", {" of the melon ": 6}),
        (r"(?:a|the|my) (?:\w{1,9} )?crowds", {" crowds ": 2}),
        ("(?:melon|gourd)", {" melon ": 0, " gourd ": 0}),
        (r"be{2,9}ps \w{2,5} up", {" bee": 0}),
        (r"(?:a|b)\w{1,3}cde", {"cde ": 3}),
        (r"eat \w{1,9} melon|grill \w{1,9} gourd", {" melon ": 6, " grill ": 0}),
    ],
)
def test_literals_are_text_that_every_match_holds(pattern, literals):
    """The number is the least distance from the place before the match."""
    assert {text: anchor.least for anchor in anchors(pattern) for text in anchor.literals} == literals


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"melons? \w{1,9} with crowds", {("melon", "melons")}),
        (
            r"gourds?(?= (?:of the|in the) (?:\w{1,5} )?(?:crowd|people) )",
            {("in", "of"), ("crowd", "people")},
        ),
        (r"melons?(?= |,)", set()),
    ],
)
def test_needs_are_words_that_a_match_has_beside_its_literals(pattern, needs):
    assert {words for anchor in anchors(pattern) for words in anchor.needs} == needs


def test_words_of_a_long_line_count_as_together_only_near_each_other():
    eats = [phrase("zh-en.a", r"eat (?:\w{1,9} ){0,3}melon")]
    text = "a word " * 400 + "eat the melon " + "a word " * 400
    assert found(eats, text) == [("zh-en.a", "eat the melon")]


def test_a_pattern_without_literal_text_is_refused():
    with pytest.raises(ValueError, match="no literal text"):
        anchors(r"ab(?:cd){0,2}ef\w{1,3}gh")


def test_inflections():
    assert set(inflections("poach")) == {"poach", "poaches", "poached", "poaching"}
    assert {"carry", "carries", "carried", "carrying"} == set(inflections("carry"))
    assert {"take", "takes", "took", "taken", "taking"} == set(inflections("take"))


def test_folding_moves_no_position():
    text = "İstanbul’s “DOĞRU” \u00a0 ẞ"
    assert len(fold(text)) == len(text) == len(plain(text))


def test_no_pattern_runs_away():
    # Every rule is fed long runs of its own letters, and of its own examples cut short.
    for rule, entry in ENTRIES.items():
        example = entry.bad[0].replace("[[", "").replace("]]", "")
        text = (example + " ") * 40 + (example[:-2] + " ") * 40
        with bounded(rule):
            entry.regex.sub("", text)
            for letter in sorted(set(entry.match or ""))[:6]:
                entry.regex.search(letter * 3000)


def test_a_literal_longer_than_its_key_is_looked_for_whole():
    p = [phrase("zh-en.a", "chrysanthemum tea"), phrase("zh-en.b", "chrysanthemum teacher")]
    assert found(p, "Chrysanthemum tea, not chrysanthemum tears") == [("zh-en.a", "Chrysanthemum tea")]


@pytest.mark.parametrize("part", PARTS)
def test_what_is_compiled_is_each_entry(part):
    ours = compiled.load(part)
    some = [ours.phrase(number) for number in range(0, len(ours.rows), 50)]
    assert some == [from_entry(p.rule, ENTRIES[p.rule]) for p in some]


def test_a_phrase_that_is_off_is_silent_and_an_own_one_takes_the_place_of_ours(tmp_path):
    lexicon(
        tmp_path, id="manual-dog-head", match="dear", strength="weak", bad=["Come, [[dear]]."], good=["Deer."]
    )
    text, dog = "He laughed (manual dog head), dear.", "zh-en.manual-dog-head"

    def found_by(**settings):
        res = resources.load(Settings(**settings))
        found = [*res.strong.find(text), *res.weak.find(text)]
        return [text[slice(*span)] for phrase, span in found if phrase.rule == dog], res.digest

    (ours, digest), (none, other) = found_by(), found_by(off=frozenset({dog}))
    own, third = found_by(lexicons=(tmp_path,))
    neither, fourth = found_by(lexicons=(tmp_path,), off=frozenset({dog}))
    assert (ours, none, own, neither) == (["(manual dog head)"], [], ["dear"], [])
    assert len({digest, other, third, fourth}) == 4
