"""Delimited text as rows: tab separated without quotes, or CSV with cells of several lines."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import NamedTuple

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.exchange.page_lines import clean
from jobtracker.exchange.role_files.limits import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    refused,
    too_large,
)
from jobtracker.exchange.role_files.records import Refused

TAB = "\t"
_DELIMITERS = (TAB, ",", ";")


@dataclass(frozen=True, slots=True)
class Row:
    """A row's number, from 1 below the header, and its cells by the header's names."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")


class Table(NamedTuple):
    """`size` is the number of rows below the header, those in `refused` among them."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    size: int
    refused: tuple[Refused, ...]


def read_header(text: str) -> tuple[str, ...]:
    """The cells of the first line, empty where it is no row of a table."""
    line = text.lstrip("\ufeff").partition("\n")[0]
    delimiter = _delimiter(line)
    try:
        cells = next(_cells(line, delimiter), [])
    except csv.Error:
        return ()
    return tuple(clean(cell) for cell in cells) if len(cells) > 1 else ()


def read_table(text: str, name: str) -> Table:
    """The rows under the header; blank lines are none, a row of another width is refused.

    Raises UnreadableFileError for a table over the limits, or one whose quotes never end.
    """
    text = text.lstrip("\ufeff")
    header = read_header(text)
    delimiter = _delimiter(text.partition("\n")[0])
    if len(header) > MOST_COLUMNS or text.count(delimiter) > MOST_CELLS:
        raise too_large(name)
    rows: list[Row] = []
    wrong: list[Refused] = []
    number = 0
    for cells in _checked(_cells(text, delimiter), name):
        if not any(cells):
            continue
        number += 1
        if number == 1:
            continue
        if number > MOST_ROWS:
            raise too_large(name)
        row = _row(number - 1, header, cells, name)
        if isinstance(row, Row):
            rows.append(row)
        else:
            wrong.append(row)
    return Table(name, header, tuple(rows), max(number - 1, 0), tuple(wrong))


def _row(number: int, header: Sequence[str], cells: list[str], name: str) -> Row | Refused:
    if any(cells[len(header) :]):
        reason = f"It has {len(cells)} cells where the header has {len(header)}."
        return Refused(number, reason, name)
    if max(map(len, cells)) > LONGEST_CELL:
        reason = f"A cell of it has more than {LONGEST_CELL:,} characters."
        return Refused(number, reason, name)
    return Row(number, dict(zip(header, (clean(cell) for cell in cells), strict=False)))


def _checked(rows: Iterator[list[str]], name: str) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error as error:
        raise _damaged(name) from error


def _damaged(name: str) -> UnreadableFileError:
    return refused(
        name, "is no table that can be read", "Open it in a spreadsheet and save it as CSV again."
    )


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _cells(text: str, delimiter: str) -> Iterator[list[str]]:
    """O*NET's tab separated files know no quotes: an inch mark is one."""
    if delimiter == TAB:
        return (line.split(TAB) for line in text.split("\n"))
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
