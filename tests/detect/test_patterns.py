"""What is compiled only when a text needs it compiles."""

import re

import pytest

from cleaners.detect import agreement, number_habits, shapes, signs

TABLES = ("markup", "punctuation", "quotes", "residue")


@pytest.mark.parametrize("shape", [*shapes.OPENERS, *shapes.ANYWHERE], ids=lambda shape: shape.rule)
def test_a_shape_compiles_and_says_what_it_needs(shape):
    assert re.compile(shape.pattern)
    assert shape.needs.split()


@pytest.mark.parametrize("slip", agreement.SLIPS, ids=lambda slip: slip.rule)
def test_a_slip_compiles(slip):
    assert re.compile(slip.pattern)


@pytest.mark.parametrize("habit", number_habits.HABITS, ids=lambda habit: habit.rule)
def test_a_habit_compiles(habit):
    assert re.compile(habit.words)
    assert re.compile(habit.before)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_signs_compiles_and_names_no_letters(name):
    for damage in signs.damages(name):
        assert re.compile(damage.match, re.MULTILINE)
        assert not any(sign.isalpha() and sign.isascii() for sign in damage.signs), damage.rule
        assert damage.signs or damage.words, damage.rule
