"""A line of JSONL becomes a row, whichever of the two readers reads it."""

import json
from io import BytesIO

from hypothesis import example, given
from hypothesis import strategies as st

from flows.decode import utf8
from flows.jsonl import _mended, _record, sink

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), VALUES, max_size=4), st.booleans())
def test_rows_are_read_as_the_standard_library_reads_them(fields, ascii_only):
    line = json.dumps(fields, ensure_ascii=ascii_only).encode() + b"\n"
    assert repr(_record(1, line)) == repr(_mended(1, line)), "by repr: NaN is not equal to itself"


@given(st.binary(max_size=40), st.sampled_from([b'{"text": "%s"}', b'{"text": %s}', b"%s"]))
@example(b"\\ud83d", b'{"text": "%s"}')
@example(b"\\ud83d\\ude00", b'{"text": "%s"}')
@example(b"\xed\xa0\xbd", b'{"text": "%s"}')
@example(b"\x01", b'{"text": "%s"}')
@example(b'a", "text": "b', b'{"text": "%s"}')
@example(b"1" + b"0" * 5000, b'{"text": %s}')
@example(b"-0", b'{"text": %s}')
@example(b"1e400", b'{"text": %s}')
@example(b"[" * 300 + b"]" * 300, b'{"text": %s}')
@example(b'\xef\xbb\xbf{"text": "a"}', b"%s")
@example('{"text": "a"}'.encode("utf-16-le"), b"%s")
def test_whatever_stands_in_a_line_is_read_alike(data, around):
    line = around.replace(b"%s", data)
    assert repr(_record(1, line)) == repr(_mended(1, line))


def test_half_a_character_is_marked():
    assert _record(1, b'{"text": "half a \\ud83d"}').fields == {"text": "half a \ufffd"}
    assert _record(1, b'{"text": "\\u0000"}').fields == {"text": "\0"}


@given(st.dictionaries(st.text(), VALUES | st.text(min_size=1).map(lambda text: text * 501), max_size=5))
@example({"a": 1, "\ud800": "half a \udc00 character" * 40, "b": float("nan")})
@example({"two in a row": '\x00\x1f\x7f\u2028"\\/\t\n' * 90, "and one": "𝒳" * 501})
def test_rows_are_written_as_the_standard_library_writes_them(fields):
    stream = BytesIO()
    sink(stream, None).add(fields)
    assert stream.getvalue() == utf8(json.dumps(fields, ensure_ascii=False)) + b"\n"
