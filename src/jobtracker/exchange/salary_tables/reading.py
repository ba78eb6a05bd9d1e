"""The door: a file as a salary table, with what was found and what is still to be asked."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from jobtracker.domain.pay import Period
from jobtracker.domain.salary_tables import (
    FIGURES,
    NO_CHOICES,
    Cell,
    Choices,
    Column,
    RawTable,
    TablePassport,
    TableReading,
)
from jobtracker.exchange.salary_tables import limits
from jobtracker.exchange.salary_tables.bureau import bureau_columns, is_bureau
from jobtracker.exchange.salary_tables.columns import SAMPLE_ROWS, detect_columns, first_values
from jobtracker.exchange.salary_tables.delimited import read_delimited
from jobtracker.exchange.salary_tables.doubts import doubts_about
from jobtracker.exchange.salary_tables.header import find_header
from jobtracker.exchange.salary_tables.heading_words import plain
from jobtracker.exchange.salary_tables.headings import currency_in, is_thousands, period_in
from jobtracker.exchange.salary_tables.numbers import COMMA, POINT, amount, decimal_mark
from jobtracker.exchange.salary_tables.passports import guess_passport
from jobtracker.exchange.salary_tables.plan import planned
from jobtracker.exchange.salary_tables.rows import Watch, read_rows
from jobtracker.exchange.salary_tables.workbook import is_workbook, read_workbook
from jobtracker.exchange.text_file import read_bytes

if TYPE_CHECKING:
    from decimal import Decimal

_YEARLY_FROM = 10_000
_USUAL_MONEY = frozenset({"USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD", None})
"""Currencies in which nobody earns as much in a month; None is one that is not known."""
_REMARKS = 10
_VOTERS = 2_000
"""Rows that are asked which mark their decimals have."""


def read_table(
    path: Path,
    sheet: str = "",
    *,
    choices: Choices = NO_CHOICES,
    today: date,
    watch: Watch | None = None,
) -> TableReading:
    """A CSV, TSV or XLSX file as a salary table; `sheet` "" takes the first with pay in it.

    Raises UnreadableFileError for a file that is too large, damaged or no table, and
    StoppedError when `watch` says so.
    """
    raw = _raw_table(path, sheet)
    columns = _columns(raw)
    reading = _read(raw, columns, _filled(raw, columns, choices), watch)
    return reading._replace(guess=guess_passport(raw, reading.rows, today))


def read_again(
    reading: TableReading,
    columns: Sequence[Column],
    choices: Choices,
    *,
    watch: Watch | None = None,
) -> TableReading:
    """The same cells by other columns and choices; the guessed passport stays."""
    again = _read(reading.raw, tuple(columns), choices, watch)
    return again._replace(guess=reading.guess)


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

    A period that nobody states is taken to be a year where the figures are too large for less.
    """
    said = " ".join((*raw.above, *_lines_below(raw)))
    figures = [column for column in columns if column.meaning in FIGURES]
    currency = choices.currency or currency_in(said)
    period = choices.period or period_in(plain(said))
    if period is not None or any(c.period or c.meaning == "period" for c in columns):
        return choices._replace(currency=currency, period=period)
    assumed = _assumed_period(raw, figures, currency)
    return choices._replace(
        currency=currency, period=assumed, assumed=("period",) if assumed else ()
    )


def _lines_below(raw: RawTable) -> list[str]:
    """The remarks under a table: "Rates per hour."."""
    last = (cells for cells in raw.cells[-_REMARKS:])
    filled = ([cell for cell in cells if cell != ""] for cells in last)
    return [str(cells[0]) for cells in filled if len(cells) == 1]


def _assumed_period(
    raw: RawTable, figures: Sequence[Column], currency: str | None
) -> Period | None:
    seen: list[Decimal] = []
    currencies = {currency, *(column.currency for column in figures)}
    for row in raw.cells[:SAMPLE_ROWS]:
        for column in figures:
            found = amount(row[column.position], raw.mark) if column.position < len(row) else None
            if found is not None and found.low is not None:
                seen.append(found.low * (1_000 if is_thousands(column.heading) else 1))
                currencies.add(found.currency)
                if found.period is not None:
                    return None
    is_yearly = bool(seen) and median(seen) >= _YEARLY_FROM and currencies <= _USUAL_MONEY
    return Period.YEAR if is_yearly else None


def _read(
    raw: RawTable, columns: tuple[Column, ...], choices: Choices, watch: Watch | None
) -> TableReading:
    rows, refused, total = read_rows(raw, planned(raw, columns, choices), watch)
    return TableReading(
        columns=columns,
        rows=tuple(rows),
        refused=tuple(refused),
        read=total - len(refused),
        total=total,
        guess=TablePassport(name=raw.file),
        choices=choices,
        doubts=doubts_about(raw, columns, choices, rows),
        raw=raw,
    )
