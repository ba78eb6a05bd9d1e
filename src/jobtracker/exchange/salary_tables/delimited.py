"""CSV, TSV and their kin: the encoding, the delimiter and the quoting are found, not asked."""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.exchange.salary_tables import limits
from jobtracker.exchange.text_file import decode_text

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_LINES = 200
_SAMPLE_BYTES = 200_000
_LINES_IN_A_CELL = 50
"""More are no cell but a quotation mark that nobody closed."""
_ASCII = 0x7F
_WESTERN = "cp1252"
_LIKELY = ["cp1252", "cp1250", "iso8859_2", "cp1251", "cp1253", "koi8_r"]


def read_delimited(data: bytes, name: str) -> tuple[str, list[list[str]]]:
    """The delimiter and the rows, blank ones as empty lists.

    Raises UnreadableFileError for what is no text, too large, or has a quotation mark that is
    never closed.
    """
    text = _decoded(data, name)
    delimiter = _delimiter(text)
    rows: list[list[str]] = []
    for row in _records(text, delimiter, name):
        if len(rows) >= limits.ROWS:
            raise limits.too_many_rows(name)
        if len(row) > limits.COLUMNS:
            raise limits.too_many_columns(name)
        rows.append([on_one_line(cell) for cell in row] if any(map(str.strip, row)) else [])
    return delimiter, rows


def on_one_line(cell: str) -> str:
    return cell.strip() if cell.isprintable() else " ".join(cell.split())


def _records(text: str, delimiter: str, name: str) -> Iterator[list[str]]:
    """The records of a file; one quotation mark too many must not swallow the rest of it."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    line = 0
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            raise _unclosed(name, line + 1) from None
        if row is None:
            return
        if reader.line_num - line > _LINES_IN_A_CELL:
            raise _unclosed(name, line + 1)
        line = reader.line_num
        yield row


def _decoded(data: bytes, name: str) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if b"\x00" not in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            data = data.decode(_old_encoding(data), "replace").encode()
    return decode_text(data, f"“{name}”").lstrip("\ufeff")


def _old_encoding(data: bytes) -> str:
    """The likeliest encoding of text that is not UTF-8.

    Western text has its odd letters one by one among ASCII ones; where most follow each other it
    is another alphabet, and its lines are looked at more closely.
    """
    lines = [line for line in data.splitlines() if not line.isascii()]
    sample = b"\n".join(lines)[:_SAMPLE_BYTES]
    pairs = sum(one > _ASCII and other > _ASCII for one, other in pairwise(sample))
    if 2 * pairs < sum(byte > _ASCII for byte in sample):
        return _WESTERN
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_LIKELY).best()
    return best.encoding if best is not None else _WESTERN


def _delimiter(text: str) -> str:
    """The delimiter that gives most rows the same number of cells, more than one."""
    lines = text[:_SAMPLE_BYTES].splitlines()[:_SAMPLE_LINES]

    def fit(delimiter: str) -> tuple[float, int]:
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
        except csv.Error:
            return 0.0, 0
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            return 0.0, 0
        width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
        return count / sum(widths.values()), width

    return max(_DELIMITERS, key=fit)


def _unclosed(name: str, line: int) -> UnreadableFileError:
    return limits.refused(
        name,
        f"has a quotation mark at line {line:,} that is never closed",
        "Close or remove it and choose the file again.",
    )
