"""What is asked of a text once and answers for many rules."""

import re
from itertools import product

import ftfy
from hypothesis import given
from hypothesis import strategies as st

from cleaners.detect.loops import loops, may_loop
from cleaners.fold import fold, words_only
from cleaners.unusual import unusual
from cleaners.words import count, vocabulary
from tests.strategies import texts

LETTERS = st.lists(st.sampled_from("abcdefgh"), max_size=12)
LOOPS = st.builds(
    lambda head, phrase, times, tail: head + phrase * times + tail,
    LETTERS,
    LETTERS,
    st.integers(1, 4),
    LETTERS,
)

SPACES = "".join(filter(str.isspace, map(chr, range(0x10000))))


def test_the_vocabulary_is_words_in_small_letters_without_marks():
    assert vocabulary("It’s 4.5 Ten-fold, said “Ann”.") == {"it", "s", "4", "5", "ten", "fold", "said", "ann"}


@given(texts)
def test_only_words_are_left_where_they_stood(text):
    assert words_only(text) == re.sub(r"[^\w ]", " ", fold(text))


def test_every_letter_stands_as_a_word_does():
    for letter in map(chr, range(0x20000)):
        assert words_only(f"A{letter}") == re.sub(r"[^\w ]", " ", fold(f"A{letter}")), repr(letter)


@given(texts | st.text(alphabet=SPACES + "aé中“."))
def test_words_are_counted_as_split_counts_them(text):
    assert count(text) == len(text.split())


def test_unusual_characters_come_once_and_in_order():
    assert unusual("“Naïve” – déjà—vu, plain\ttext") == "\tàéï"


@given(texts)
def test_unusual_characters_are_what_a_search_would_find(text):
    assert unusual(text) == "".join(sorted(set(re.findall("[^\n -~‘-”–—]", text))))


def test_what_is_not_unusual_is_nothing_that_ftfy_would_mend():
    plain = "‘’‚‛“”–—"
    assert not unusual(plain)
    assert not any(ftfy.badness.is_bad("".join(three)) for three in product(plain + "a .", repeat=3))


@given(LOOPS)
def test_the_gate_before_stutters_lets_every_one_through(words):
    if list(loops([*words, ""])):
        assert may_loop(words)
