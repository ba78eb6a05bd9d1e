"""Where the headings of a table stand: under a title, in one row or in several."""

from collections.abc import Sequence
from typing import NamedTuple

from jobtracker.domain.salary_tables import COUNTS, FIGURES, Cell, Column
from jobtracker.exchange.salary_tables import heading_words as words
from jobtracker.exchange.salary_tables.headings import is_unit, read_heading
from jobtracker.exchange.salary_tables.numbers import POINT, amount

_LOOKED_AT = 60
_MOST_ROWS = 3
_WIDE = 2
Row = Sequence[Cell]


class Header(NamedTuple):
    """The headings, one a column, and the lines above; `first` is the index of the row below."""

    headings: tuple[str, ...]
    above: tuple[str, ...]
    first: int
    figures: int


def find_header(rows: Sequence[Row]) -> Header:
    """The headings of the rows; empty ones where no row looks like headings."""
    width = max((len(row) for row in rows), default=0)
    for index, row in enumerate(rows[:_LOOKED_AT]):
        if _is_header(row):
            return _with_neighbours(rows, index, width)
    first = next((i for i, row in enumerate(rows) if _numbers(row) and len(_filled(row)) > 1), 0)
    return Header(("",) * width, _lines(rows[:first]), first, 0)


def _with_neighbours(rows: Sequence[Row], index: int, width: int) -> Header:
    top = index
    while top > 0 and index - top < _MOST_ROWS - 1 and _is_above(rows[top - 1], rows[top]):
        top -= 1
    below = index + 1
    while below < len(rows) and below - top < _MOST_ROWS and _is_second(rows[below], rows[index]):
        below += 1
    headings = _merged(rows[top:below], width)
    figures = sum(read_heading(i, text).meaning in FIGURES for i, text in enumerate(headings))
    return Header(headings, _lines(rows[:top]), below, figures)


def _is_header(row: Row) -> bool:
    """Whether a row holds headings: most are known by their words, and no cell is an amount."""
    cells = _filled(row)
    if len(cells) < _WIDE:
        return False
    known = sum(bool(read_heading(i, str(cell)).meaning) for i, cell in cells)
    is_count = known - sum(str(cell).strip().isdigit() for _, cell in cells)
    return known >= _WIDE and is_count > 0 and known > _numbers(row)


def _is_above(row: Row, header: Row) -> bool:
    return _is_group(row) or _is_parent(row, header)


def _is_parent(row: Row, header: Row) -> bool:
    """Whether a row is one heading of pay over the ends of its range; a title is none."""
    cells = _filled(row)
    if len(cells) != 1 or cells[0][0] == 0 or not words.PAY.search(words.plain(str(cells[0][1]))):
        return False
    below = [(i, cell) for i, cell in _filled(header) if i >= cells[0][0]]
    return len(below) >= _WIDE and all(_is_child(i, str(cell)) for i, cell in below)


def _is_group(row: Row) -> bool:
    """Whether a row right above the headings names groups of them ("National", "London")."""
    cells = _filled(row)
    return len(cells) >= _WIDE and _numbers(row) == 0 and all(len(str(c)) < 60 for _, c in cells)  # noqa: PLR2004 - longer are sentences


def _is_second(row: Row, header: Row) -> bool:
    """Whether a row right below goes on with the headings: ends of ranges, or units. A heading
    that is merged downwards stands in both.
    """
    cells = _filled(row)
    if len(cells) < _WIDE or _numbers(row) or all(cell in header[i : i + 1] for i, cell in cells):
        return False
    return all(
        i >= len(header) or header[i] in {"", cell} or _is_child(i, str(cell)) or is_unit(str(cell))
        for i, cell in cells
    )


def _is_child(index: int, heading: str) -> bool:
    """Whether a heading can stand under one of pay: an end, the middle, a number of answers."""
    column: Column = read_heading(index, heading)
    is_end = column.meaning in (*FIGURES, *COUNTS) and not column.level
    return is_end or bool(words.MIDDLE.fullmatch(words.plain(heading)))


def _numbers(row: Row) -> int:
    """The amounts in a row; steps ("1", "2") and years are headings as well as figures."""
    values = [
        found.low
        for cell in row
        if cell != "" and (found := amount(cell, POINT)) is not None and found.low is not None
    ]
    if values and all(v == int(v) and (v <= 20 or 1990 <= v <= 2100) for v in values):  # noqa: PLR2004
        return 0 if len(values) > 1 or values[0] > 20 else 1  # noqa: PLR2004 - steps come in rows
    return len(values)


def _merged(rows: Sequence[Row], width: int) -> tuple[str, ...]:
    """The headings of several rows as one: what spans several columns stands at each of them."""
    parts: list[list[str]] = [[] for _ in range(width)]
    for depth, row in enumerate(rows):
        spanning = ""
        for column in range(width):
            own = str(row[column]).strip() if column < len(row) else ""
            spanning = own or spanning
            text = (
                own if depth == len(rows) - 1 or not _has_below(rows, depth, column) else spanning
            )
            if text and text not in parts[column]:
                parts[column].append(text)
    return tuple(" ".join(" ".join(part).split()) for part in parts)


def _has_below(rows: Sequence[Row], depth: int, column: int) -> bool:
    return any(column < len(row) and row[column] != "" for row in rows[depth + 1 :])


def _filled(row: Row) -> list[tuple[int, Cell]]:
    return [(index, cell) for index, cell in enumerate(row) if cell != ""]


def _lines(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(" ".join(str(cell) for cell in row if cell != "") for row in rows if row)
