"""The laws of the map between raw and clean."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cleaners import edits
from cleaners.alignment import IDENTITY, Alignment, Hunk, Mark, compose
from cleaners.types import Edit, Span
from tests.strategies import edits_of


def chain(data: st.DataObject, text: str, steps: int) -> list[tuple[str, Alignment]]:
    out = []
    for _ in range(steps):
        text, alignment = edits.apply(text, _without_twins(data.draw(edits_of(len(text)))))
        out.append((text, alignment))
    return out


def _without_twins(found: list[Edit]) -> list[Edit]:
    """Two insertions at one place have no order of their own."""
    return list({e.span: e for e in found}.values())


@given(st.data(), st.text(alphabet="abcdefgh\n", max_size=40))
def test_outside_hunks_raw_and_clean_are_equal(data, raw):
    (_, first), (clean, second) = chain(data, raw, 2)
    whole = compose(first, second)
    raw_at = clean_at = 0
    for hunk in whole.hunks:
        assert raw[raw_at : hunk.raw.start] == clean[clean_at : hunk.clean.start]
        raw_at, clean_at = hunk.raw.end, hunk.clean.end
    assert raw[raw_at:] == clean[clean_at:]


@given(st.data(), st.text(alphabet="abcdefgh\n", max_size=40))
def test_composing_is_associative(data, raw):
    maps = [alignment for _, alignment in chain(data, raw, 3)]
    left = compose(compose(maps[0], maps[1]), maps[2])
    right = compose(maps[0], compose(maps[1], maps[2]))
    assert places(left) == places(right)


def places(alignment):
    """What the map says, whatever records it keeps: hunks that touch on both sides are one place."""
    out = []
    for hunk in alignment.hunks:
        if out and (out[-1][0].end, out[-1][1].end) == (hunk.raw.start, hunk.clean.start):
            raw, clean = out.pop()
            out.append((Span(raw.start, hunk.raw.end), Span(clean.start, hunk.clean.end)))
        else:
            out.append((hunk.raw, hunk.clean))
    return out


@given(st.data(), st.text(alphabet="abcdefgh\n", max_size=40))
def test_an_untouched_span_maps_onto_equal_text(data, raw):
    (_, first), (clean, second) = chain(data, raw, 2)
    whole = compose(first, second)
    start = data.draw(st.integers(0, len(clean)))
    span = Span(start, data.draw(st.integers(start, len(clean))))
    if any(h.clean.overlaps(span) for h in whole.hunks) or span.start == span.end:
        return
    back = whole.to_raw(span)
    assert raw[back.start : back.end] == clean[span.start : span.end]
    assert whole.to_clean(back) == span


@given(st.data(), st.text(alphabet="abcdefgh\n", max_size=40))
def test_hunks_are_disjoint_and_in_order_on_both_sides(data, raw):
    maps = [alignment for _, alignment in chain(data, raw, 2)]
    hunks = compose(*maps).hunks
    for a, b in pairwise(hunks):
        assert a.raw.end <= b.raw.start
        assert a.clean.end <= b.clean.start


def test_the_identity_changes_nothing():
    step = edits.apply("abc", [Edit(Span(1, 2), "xx", "normalise.r", "k")])[1]
    assert compose(IDENTITY, step) == step == compose(step, IDENTITY)


def test_text_deleted_at_an_edge_does_not_belong_to_the_span():
    #  raw    one , two        clean    one, two
    alignment = Alignment((Hunk(Span(3, 4), Span(3, 3)),))
    assert alignment.to_raw(Span(0, 3)) == Span(0, 3)
    assert alignment.to_raw(Span(3, 4)) == Span(4, 5)
    assert alignment.to_raw(Span(0, 4)) == Span(0, 5)
    assert alignment.to_clean(Span(3, 4)) == Span(3, 3)


def test_text_inserted_at_an_edge_does_not_belong_to_the_span():
    #  raw    ab               clean    aXXb
    alignment = Alignment((Hunk(Span(1, 1), Span(1, 3)),))
    assert alignment.to_clean(Span(0, 1)) == Span(0, 1)
    assert alignment.to_clean(Span(1, 2)) == Span(3, 4)
    assert alignment.to_raw(Span(1, 3)) == Span(1, 1)


def test_a_part_of_a_changed_place_maps_onto_all_of_it():
    alignment = Alignment((Hunk(Span(2, 6), Span(2, 4)),))
    assert alignment.to_clean(Span(3, 5)) == Span(2, 4)
    assert alignment.to_raw(Span(3, 4)) == Span(2, 6)


def test_a_removed_line_keeps_its_own_record_when_the_blank_lines_around_it_go():
    line = Hunk(Span(5, 30), Span(5, 5), (Mark("strip.share", "share", 25),))
    blank = Hunk(Span(4, 6), Span(4, 4), (Mark("normalise.blank_lines", "blank_line", 0),))
    hunks = compose(Alignment((line,)), Alignment((blank,))).hunks
    assert [(h.raw, h.marks[0].rule) for h in hunks] == [
        ((4, 5), "normalise.blank_lines"),
        ((5, 30), "strip.share"),
        ((30, 31), "normalise.blank_lines"),
    ]


def test_a_deleted_line_swallows_what_was_mended_in_it():
    space = Hunk(Span(9, 10), Span(9, 9), (Mark("normalise.space_punct", "space_punct", 0),))
    line = Hunk(Span(0, 20), Span(0, 0), (Mark("strip.share", "share", 20),))
    (hunk,) = compose(Alignment((space,)), Alignment((line,))).hunks
    assert hunk.raw == (0, 21)
    assert [m.rule for m in hunk.marks] == ["normalise.space_punct", "strip.share"]
