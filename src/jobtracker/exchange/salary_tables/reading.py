"""The door: a file as a salary table, with what was found and what is still to be asked."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from jobtracker.domain.pay import Period
from jobtracker.domain.progress import Progress
from jobtracker.domain.salary_tables import (
    FIGURES,
    NO_CHOICES,
    Cell,
    Choices,
    Column,
    RawTable,
    TablePassport,
    TableReading,
    TableRow,
)
from jobtracker.exchange.salary_tables import limits
from jobtracker.exchange.salary_tables.bureau import bureau_columns, is_bureau
from jobtracker.exchange.salary_tables.columns import SAMPLE_ROWS, detect_columns, first_values
from jobtracker.exchange.salary_tables.delimited import read_delimited
from jobtracker.exchange.salary_tables.doubts import doubts_about
from jobtracker.exchange.salary_tables.header import find_header
from jobtracker.exchange.salary_tables.heading_words import plain
from jobtracker.exchange.salary_tables.headings import currency_in, is_thousands, period_in
from jobtracker.exchange.salary_tables.money import BY_ROW, USUAL_MONEY, YEARLY_FROM
from jobtracker.exchange.salary_tables.numbers import COMMA, POINT, amount, decimal_mark
from jobtracker.exchange.salary_tables.passports import guess_passport
from jobtracker.exchange.salary_tables.plan import planned
from jobtracker.exchange.salary_tables.rows import read_rows
from jobtracker.exchange.salary_tables.workbook import is_workbook, read_workbook
from jobtracker.exchange.text_file import read_bytes

if TYPE_CHECKING:
    from decimal import Decimal

_TOO_SMALL_FOR_A_YEAR = 1_000
"""Figures below this among yearly ones are paid for something else."""
_REMARKS = 10
_VOTERS = 2_000
"""Rows that are asked which mark their decimals have."""


def read_table(
    path: Path,
    sheet: str = "",
    *,
    choices: Choices = NO_CHOICES,
    today: date,
    watch: Progress | None = None,
) -> TableReading:
    """A CSV, TSV or XLSX file as a salary table; `sheet` "" takes the first with pay in it.

    Raises UnreadableFileError for a file that is too large, damaged or no table, and
    StoppedError when `watch` says so.
    """
    raw = _raw_table(path, sheet)
    columns = _columns(raw)
    filled = _filled(raw, columns, choices)
    return _read(raw, columns, filled, watch, lambda rows: guess_passport(raw, rows, today))


def read_again(
    reading: TableReading,
    columns: Sequence[Column],
    choices: Choices,
    *,
    watch: Progress | None = None,
) -> TableReading:
    """The same cells by other columns and choices; the guessed passport stays."""
    return _read(reading.raw, tuple(columns), choices, watch, lambda _rows: reading.guess)


def _raw_table(path: Path, sheet: str) -> RawTable:
    data = read_bytes(path, limits.FILE_BYTES)
    if not data:
        raise limits.refused(path.name, "is empty", "Choose a file with a table in it.")
    sheets: dict[str, Sequence[Sequence[Cell]]] = {}
    likely = POINT
    if is_workbook(data):
        sheets.update(read_workbook(data, path.name))
    else:
        delimiter, sheets[""] = read_delimited(data, path.name)
        likely = COMMA if delimiter == ";" else POINT
    name = _chosen(sheets, sheet, path.name)
    rows = sheets[name]
    header = find_header(rows)
    cells = tuple(tuple(row) for row in rows[header.first :])
    if not any(cells):
        raise limits.refused(path.name, "holds no rows of figures", "Choose a file with a table.")
    return RawTable(
        file=path.name,
        checksum=hashlib.sha256(data).hexdigest(),
        sheet=name,
        sheets=tuple(each for each in sheets if each),
        headings=header.headings,
        above=header.above,
        first_row=header.first + 1,
        mark=decimal_mark(_texts(cells), likely),
        cells=cells,
        alike=() if sheet else _alike(sheets, name, header.headings),
    )


def _alike(
    sheets: Mapping[str, Sequence[Sequence[Cell]]], chosen: str, headings: Sequence[str]
) -> tuple[str, ...]:
    """The other sheets that have the same headings, in whatever order."""
    wanted = {plain(heading) for heading in headings}
    return tuple(
        name
        for name, rows in sheets.items()
        if name != chosen and any(rows) and {*map(plain, find_header(rows).headings)} == wanted
    )


def _chosen(sheets: Mapping[str, Sequence[Sequence[Cell]]], sheet: str, file: str) -> str:
    """The sheet asked for, else the first with headings of pay, else the first with a table."""
    if sheet and sheet not in sheets:
        raise limits.refused(
            file, f"has no sheet “{sheet}”", f"Choose one of: {', '.join(sheets) or 'none'}."
        )
    if sheet:
        return sheet
    filled = [name for name, rows in sheets.items() if any(rows)]
    if not filled:
        raise limits.refused(file, "holds no table", "Choose a file with a table in it.")
    if len(filled) == 1:
        return filled[0]
    headed = (name for name in filled if find_header(sheets[name]).figures)
    return next(headed, filled[0])


def _texts(cells: Sequence[Sequence[Cell]]) -> Iterator[str]:
    for row in cells[:_VOTERS]:
        yield from (cell for cell in row if isinstance(cell, str) and cell[-1:].isdigit())


def _columns(raw: RawTable) -> tuple[Column, ...]:
    if is_bureau(raw.headings):
        sample = raw.cells[:SAMPLE_ROWS]
        return tuple(
            column._replace(first=first_values(sample, column.position))
            for column in bureau_columns(raw.headings)
        )
    return detect_columns(raw)


def _filled(raw: RawTable, columns: Sequence[Column], choices: Choices) -> Choices:
    """The choices with what the lines above and below the table say, where nothing was chosen.

    A period that nobody states is taken to be a year where the figures are too large for less;
    where rows differ, each has its own (`BY_ROW`).
    """
    said = " ".join((*raw.above, *_lines_below(raw)))
    figures = [column for column in columns if column.meaning in FIGURES]
    currency = choices.currency or currency_in(said)
    period = choices.period or period_in(plain(said))
    if period is not None or any(column.period for column in columns):
        return choices._replace(currency=currency, period=period)
    if any(column.meaning == "period" for column in columns):
        return choices._replace(currency=currency, assumed=(BY_ROW,))
    is_yearly, is_by_row = _periods(raw, figures, currency)
    if is_by_row:
        return choices._replace(currency=currency, assumed=(BY_ROW,))
    return choices._replace(
        currency=currency,
        period=Period.YEAR if is_yearly else None,
        assumed=("period",) if is_yearly else (),
    )


def _lines_below(raw: RawTable) -> list[str]:
    """The remarks under a table: "Rates per hour."."""
    last = (cells for cells in raw.cells[-_REMARKS:])
    filled = ([cell for cell in cells if cell != ""] for cells in last)
    return [str(cells[0]) for cells in filled if len(cells) == 1]


def _periods(raw: RawTable, figures: Sequence[Column], currency: str | None) -> tuple[bool, bool]:
    """Whether the figures are too large for less than a year, and whether rows differ."""
    seen: list[Decimal] = []
    currencies = {currency, *(column.currency for column in figures)}
    is_said = False
    for row in raw.cells[:SAMPLE_ROWS]:
        for column in figures:
            found = amount(row[column.position], raw.mark) if column.position < len(row) else None
            if found is not None and found.low:
                seen.append(found.low * (1_000 if is_thousands(column.heading) else 1))
                currencies.add(found.currency)
                is_said = is_said or found.period is not None
    is_yearly = bool(seen) and median(seen) >= YEARLY_FROM and currencies <= USUAL_MONEY
    return is_yearly, is_said or (is_yearly and min(seen) < _TOO_SMALL_FOR_A_YEAR)


def _read(
    raw: RawTable,
    columns: tuple[Column, ...],
    choices: Choices,
    watch: Progress | None,
    passport: Callable[[Sequence[TableRow]], TablePassport],
) -> TableReading:
    rows, refused, total = read_rows(raw, planned(raw, columns, choices), watch)
    guess = passport(rows)
    return TableReading(
        columns=columns,
        rows=tuple(rows),
        refused=tuple(refused),
        read=total - len(refused),
        total=total,
        guess=guess,
        choices=choices,
        doubts=doubts_about(raw, columns, choices, rows, guess),
        raw=raw,
    )
