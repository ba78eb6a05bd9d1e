"""Cells to and from the clipboard as a spreadsheet has them, and filling down."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.listing import ListRow
from jobtracker.domain.text import quoted
from jobtracker.ui.features.applications.table import cells, columns
from jobtracker.ui.features.applications.table.cells import Slot

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields

MOST_CELLS = 200_000
LONGEST_CELL = 160
"""Characters of a line that still may be meant for a cell."""
WHOLE = ("next",)
"""Columns whose cells are filled down with all they hold; of others the first value is."""


def grid_of(text: str) -> list[list[str]]:
    """The cells in a text as spreadsheets copy them: tabs between, quotes where one holds more.

    Raises InvalidInputError for a block too large to be meant.
    """
    lines = io.StringIO(text.rstrip("\r\n"), newline="")
    try:
        rows = [row for row in csv.reader(lines, csv.excel_tab) if row]
    except csv.Error:
        raise InvalidInputError(
            "One of the cells on the clipboard is too long. Nothing was pasted. "
            "Paste its text into the application itself."
        ) from None
    if sum(map(len, rows)) > MOST_CELLS:
        raise InvalidInputError(
            f"The clipboard holds more than {MOST_CELLS:,} cells. Nothing was pasted. "
            "Import the file instead, or copy a smaller part."
        )
    return rows


def is_prose(text: str) -> bool:
    """Whether a text is a posting rather than cells: no cell of the list is a line so long."""
    return not is_block(text) and max(map(len, text.splitlines()), default=0) > LONGEST_CELL


def is_block(text: str) -> bool:
    """Whether a text is a block of cells and not something a person wrote."""
    return "\t" in text


def pasted(
    grid: Sequence[Sequence[str]], targets: Sequence[ListRow], slots: Sequence[Slot], today: date
) -> "list[tuple[int, ApplicationFields]]":
    """The new values of each row; `slots` begin with the current value.

    Raises InvalidInputError that names the cell where one does not fit or cannot be read.
    """
    wide = max(map(len, grid), default=0)
    if len(grid) > len(targets):
        raise InvalidInputError(
            f"The block has {len(grid):,} rows, but there are only {len(targets):,} applications "
            "from the current one down. Nothing was pasted. Start higher up or copy fewer rows."
        )
    if wide > len(slots):
        raise InvalidInputError(
            f"The block has {wide} columns, but only {len(slots)} that can be edited follow. "
            "Nothing was pasted. Start further left or show more columns."
        )
    return [
        (row.id, _read_line(line, row, slots, today))
        for line, row in zip(grid, targets, strict=False)
    ]


def _read_line(
    line: Sequence[str], row: ListRow, slots: Sequence[Slot], today: date
) -> "ApplicationFields":
    fields: ApplicationFields = {}
    for text, slot in zip(line, slots, strict=False):
        try:
            fields.update(cells.read(slot, text.strip(), today))
        except InvalidInputError as error:
            raise InvalidInputError(
                f"{quoted(text)} does not fit the {slot.name} of {row.role} at {row.company}. "
                f"Nothing was pasted. {error}",
                field=slot.field,
            ) from None
    return fields


def filled_down(
    rows: Sequence[ListRow], column: str, slots: Sequence[Slot], today: date
) -> "list[tuple[int, ApplicationFields]]":
    """What the first of the rows has in a column, for all the others."""
    here = [slot for slot in slots if slot.column == column]
    here = here if column in WHOLE else here[:1]
    if len(rows) < 2 or not here:  # noqa: PLR2004 - one to fill from, one to fill
        return []
    fields: ApplicationFields = {}
    for slot in here:
        fields.update(cells.read(slot, slot.text(rows[0]), today))
    return [(row.id, fields) for row in rows[1:]]


def copied(rows: Sequence[ListRow], shown: Sequence[str], today: date) -> str:
    """The rows as a spreadsheet takes them: a value a cell, in the order of reading.

    Values that can be edited are written as they would be typed, so that they can come back.
    """
    out = io.StringIO()
    writer = csv.writer(out, csv.excel_tab, lineterminator="\n")
    for row in rows:
        writer.writerow(_values(row, shown, today))
    return out.getvalue()


def _values(row: ListRow, shown: Sequence[str], today: date) -> list[str]:
    known = cells.slots(shown)
    values: list[str] = []
    for key in shown:
        here = [slot.text(row) for slot in known if slot.column == key]
        values += here or [columns.COLUMNS[columns.place(key)].text(row, today)]
    return values
