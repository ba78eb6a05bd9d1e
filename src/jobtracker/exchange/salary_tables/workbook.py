"""XLSX workbooks as rows of cells, through python-calamine, after `package.py` has looked."""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.salary_tables import Cell
from jobtracker.exchange.salary_tables import limits
from jobtracker.exchange.salary_tables.delimited import on_one_line
from jobtracker.exchange.salary_tables.package import OLE, check_package, damaged
from jobtracker.exchange.zip_guard import ZIP_MARK

_SHEETS = 60
Rows = list[list[Cell]]


def is_workbook(data: bytes) -> bool:
    return data.startswith((ZIP_MARK, OLE))


def read_workbook(data: bytes, name: str) -> dict[str, Rows]:
    """The visible sheets by name, in order; blank rows are empty lists.

    Raises UnreadableFileError for what is no XLSX, is protected, holds macros or is too large.
    """
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
        XmlError,
        ZipError,
    )

    if data.startswith(OLE):
        raise limits.refused(
            name,
            "is protected by a password or from an old Excel",
            "Save it as .xlsx without a password and choose that.",
        )
    check_package(data, name)
    try:
        workbook = CalamineWorkbook.from_object(BytesIO(data))
        shown = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.visible is SheetVisibleEnum.Visible and sheet.typ is SheetTypeEnum.WorkSheet
        ]
        return {sheet: _rows(workbook, sheet, name) for sheet in shown[:_SHEETS]}
    except UnreadableFileError:
        raise
    except (CalamineError, PasswordError, XmlError, ZipError, OSError, ValueError) as error:
        raise damaged(name) from error


def _rows(workbook: Any, sheet: str, name: str) -> Rows:
    found = workbook.get_sheet_by_name(sheet)
    rows: Rows = []
    filled = 0
    for values in found.to_python(skip_empty_area=False):
        row = [_cell(value) for value in values]
        is_blank = not any(cell != "" for cell in row)
        filled += not is_blank
        if filled > limits.ROWS:
            raise limits.too_many_rows(name)
        rows.append([] if is_blank else row)
    while rows and not rows[-1]:
        rows.pop()
    _spread(rows, found.merged_cell_ranges or [])
    return rows


def _spread(rows: Rows, merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Say what a merged cell says in each row that it reaches down to: a role beside its levels."""
    for (top, left), (bottom, right) in merged:
        if left != right or top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and row[left] == "":
                row[left] = rows[top][left]


def _cell(value: object) -> Cell:
    """A cell as text or as the number that the workbook says it is; dates in ISO form."""
    if isinstance(value, str):
        return on_one_line(value[: limits.CELL_CHARACTERS])
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 10**15 else value
    if isinstance(value, int):
        return value
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value).isoformat()
    return value.isoformat() if isinstance(value, date | time) else _text(value)


def _text(value: object) -> str:
    return str(value) if value is not None and not isinstance(value, timedelta) else ""
