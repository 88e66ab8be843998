import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import edits
from cleaners.types import Edit, Span


def edit(start, end, new):
    return Edit(Span(start, end), new, "normalise.r", "k")


def test_no_edit_changes_nothing_and_maps_nothing():
    assert edits.apply("text", [])[0] == "text"
    text, alignment = edits.apply("text", [edit(1, 2, "e")])
    assert (text, alignment.hunks) == ("text", ())


def test_edits_are_made_in_order_of_place():
    text, alignment = edits.apply("a , b , c", [edit(5, 6, ""), edit(1, 2, "")])
    assert text == "a, b, c"
    assert [h.clean for h in alignment.hunks] == [(1, 1), (4, 4)]


@pytest.mark.parametrize("wrong", [[edit(0, 3, ""), edit(2, 4, "")], [edit(0, 99, "")], [edit(3, 2, "x")]])
def test_edits_that_overlap_or_leave_the_text_are_refused(wrong):
    with pytest.raises(ValueError, match="overlaps another or leaves"):
        edits.apply("abcdef", wrong)


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=10), st.text(max_size=10))
def test_a_rewriting_turned_into_edits_gives_the_rewriting(old, new, before, after):
    found = edits.rewrite(
        before + old + after, Span(len(before), len(before) + len(old)), new, "normalise.r", "k"
    )
    assert edits.apply(before + old + after, found)[0] == before + new + after


def test_a_rewriting_touches_only_what_it_changes():
    found = list(edits.rewrite("the cafÃ© is open", Span(0, 17), "the café is open", "normalise.r", "k"))
    assert [e.span for e in found] == [Span(7, 9)]


def test_a_long_rewriting_is_one_edit_and_not_a_slow_comparison():
    old, new = "ab" * 20_000, "ba" * 20_001
    assert len(list(edits.rewrite(old, Span(0, len(old)), new, "normalise.r", "k"))) == 1
