"""A phrase with topics is told only where the text is about one of them."""

import pytest

from cleaners.lexicon.load import LexiconError, load_folder
from cleaners.lexicon.topics import MORE, NEEDED, USUAL, of, words_of
from cleaners.pipeline import clean
from cleaners.resources import load
from cleaners.settings import Settings
from flows.answers import explain
from tests.own import lexicon

LANDLORD = {
    "id": "landlord",
    "match": "landlords?",
    "strength": "loose",
    "topics": ["posts"],
    "bad": ["Thanks to the [[landlord]]."],
    "good": ["Thanks to the land."],
}
TRANSLATED = " (manual dog head) Lao Ma bought 7360 pieces of A100 (covering face)."


def told(tmp_path, text):
    res = load(Settings(lexicons=(lexicon(tmp_path, **LANDLORD),), strip=False))
    return "landlord" in {f.quote for f in clean(text + TRANSLATED, resources=res).findings}


def test_a_phrase_is_told_in_a_text_on_its_topic(tmp_path):
    assert told(tmp_path, "The landlord answers each comment on the forum, and his followers share the post.")


def test_a_phrase_is_silent_in_a_text_on_another(tmp_path):
    assert not told(tmp_path, "The landlord asks a rent for the flat that nobody in this town can pay.")


def test_a_text_is_on_a_topic_by_five_of_its_words_each_counted_once():
    words = words_of()["weather"][:NEEDED]
    assert "weather" in of(" ".join(words))
    assert "weather" in of(" ".join(f"{word}s" for word in words))
    assert "weather" not in of(" ".join(words[1:] * 3))


def test_the_topic_is_explained(tmp_path):
    assert "in texts on posts" in explain("zh-en.landlord", (lexicon(tmp_path, **LANDLORD),))


def test_a_longer_text_needs_more_words_of_a_topic():
    words = words_of()["weather"]
    filler = " lorem" * (2 * USUAL)
    assert "weather" not in of(" ".join(words[:NEEDED]) + filler)
    assert "weather" in of(" ".join(words[: NEEDED + MORE + 1]) + filler)


@pytest.mark.parametrize("name", words_of())
def test_the_words_of_a_topic_are_small_single_and_stand_once(name):
    words = words_of()[name]
    assert len(words) == len(set(words)) >= 4 * NEEDED
    assert all(word.isalnum() and word == word.lower() for word in words)


@pytest.mark.parametrize(
    ("keys", "why"),
    [({"topics": ["landlords"]}, "is not one of code, "), ({"strength": "weak"}, "only a loose entry")],
)
def test_an_unknown_topic_or_one_of_an_entry_that_is_not_loose_is_refused(tmp_path, keys, why):
    with pytest.raises(LexiconError, match=why):
        load_folder(lexicon(tmp_path, **LANDLORD | keys))
