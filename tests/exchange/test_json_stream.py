"""JSON a record at a time, however its bytes arrive, and never more of it than it may cost."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobtracker.exchange.archive.json_stream import JsonStream, JsonStreamError

_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | _NUMBERS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


def pieces(content: bytes, size: int) -> list[bytes]:
    return [content[start : start + size] for start in range(0, len(content), size)]


def read_whole(stream: JsonStream) -> list[Any]:
    records = list(stream.items())
    stream.end()
    return records


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    records=st.lists(st.dictionaries(st.text(max_size=9), _VALUES, max_size=3), max_size=4),
    size=st.integers(1, 50),
    indent=st.none() | st.integers(0, 2),
    escaped=st.booleans(),
)
def test_records_come_out_whatever_way_they_are_written_and_cut(
    records: list[Any], size: int, indent: int | None, escaped: bool
) -> None:
    text = json.dumps(records, indent=indent, ensure_ascii=escaped)
    stream = JsonStream(pieces(text.encode(), size))

    assert read_whole(stream) == records


def test_a_record_of_many_pieces_is_looked_at_a_few_times_only() -> None:
    long = json.dumps([{"text": "x" * 3_000_000}]).encode()

    (record,) = JsonStream(pieces(long, 1000)).items()

    assert len(record["text"]) == 3_000_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[1",
        "[1,]",
        "[1 2]",
        '[{"a":1}',
        '["text',
        "[NaN]",
        "[Infinity]",
        "[{'a':1}]",
        "[" * 1000,
        "[" + "9" * 5000 + "]",
        "[[],[]],",
        "{}",
        "[tru]",
        '[{"a":NaN}\n]',
        "[[" + "[]," * 300_000 + "[]]]",
    ],
)
def test_what_is_no_array_of_values_is_refused(text: str) -> None:
    with pytest.raises(JsonStreamError):
        read_whole(JsonStream([text.encode()]))


def test_half_a_character_and_other_encodings_are_refused() -> None:
    with pytest.raises(JsonStreamError):
        list(JsonStream([b'["\xff"]']).items())


def test_a_record_longer_than_it_may_be_is_refused_before_it_is_held() -> None:
    def endless() -> Any:
        yield b'["'
        while True:
            yield b"x" * 10_000

    with pytest.raises(JsonStreamError):
        list(JsonStream(endless(), longest=1_000_000).items())
