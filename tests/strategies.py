"""Texts and edits for the laws."""

from hypothesis import strategies as st

from cleaners.types import Edit, Span

# Letters that lengthen in lower case, joiners, marks, line ends, quotes and what scraping leaves.
ALPHABET = "ab C.,!?;: \n\r\t'\"“”’()éİßȁ\u0301\u00a0\u200b\ufeff\u202e\u2028中，。—&;amp#\x00\ud800🏴Ã©â€™"
texts = st.text(alphabet=ALPHABET, max_size=120) | st.text(max_size=60)


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> list[Edit]:
    """Disjoint edits of a text of ``length`` code points."""
    places = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [
        Edit(Span(a, b), draw(st.text(alphabet="xyz ", max_size=4)), f"normalise.{i}", "test")
        for i, (a, b) in enumerate(pairs)
    ]
