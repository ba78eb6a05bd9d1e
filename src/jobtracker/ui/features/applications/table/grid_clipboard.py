"""Copy, paste and fill down in the table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.listing import ListRow
from jobtracker.ui.features.applications.contract import Intents, RowsEdit, RowsWanted
from jobtracker.ui.features.applications.table import cells, columns, paste
from jobtracker.ui.features.applications.table.choosing import Choosing
from jobtracker.ui.features.applications.table.columns import ROLE
from jobtracker.ui.features.applications.table.list_panel import ListPanel
from jobtracker.ui.features.applications.table.model import ItemRow

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields


class GridClipboard:
    """Works on the rows that are selected, from the current cell to the right and down."""

    def __init__(self, panel: ListPanel, choosing: Choosing, intents: Intents) -> None:
        self._panel = panel
        self._choosing = choosing
        self._intents = intents

    def copy(self) -> None:
        """Put the selected rows on the clipboard as a spreadsheet takes them."""
        ids = set(self._choosing.ids())
        loaded = [row for row in self._panel.model.found if row.id in ids]
        if len(loaded) == len(ids):
            self._put(loaded)
        else:
            query = self._panel.query._replace(limit=None, collapsed=())
            self._intents.all_wanted.put(
                RowsWanted(query, lambda rows: self._put([row for row in rows if row.id in ids]))
            )

    def paste(self) -> None:
        """Fill cells from a block; anything else is a posting to add."""
        text = QGuiApplication.clipboard().text()
        item = self._panel.table.item()
        on_role = self._panel.table.column() == ROLE
        if item is None or paste.is_prose(text) or (on_role and not paste.is_block(text)):
            self._intents.adding_pasted.put(None)
            return
        try:
            rows = self._read(text)
        except InvalidInputError as error:
            self._intents.problem.put(error)
            return
        self._store(rows, "Pasted into")

    def fill_down(self) -> None:
        """Give all selected rows what the first of them has in the current column."""
        ids = set(self._choosing.ids())
        rows = [row for row in self._panel.model.found if row.id in ids]
        column = columns.KEYS[self._panel.table.column()]
        slots = cells.slots(self._shown())
        self._store(paste.filled_down(rows, column, slots, self._panel.today), "Filled down in")

    def _read(self, text: str) -> "list[tuple[int, ApplicationFields]]":
        slots = cells.slots(self._shown())
        column = columns.KEYS[self._panel.table.column()]
        first = next((at for at, slot in enumerate(slots) if slot.column == column), None)
        if first is None:
            name = columns.COLUMNS[columns.place(column)].title
            raise InvalidInputError(
                f"{name} cannot be typed: it follows from what happened. Nothing was pasted."
            )
        grid, targets = paste.grid_of(text), self._below()
        chosen = self._choosing.ids()
        if len(grid) == 1 and len(grid[0]) == 1 and len(chosen) > 1:
            wanted = set(chosen)
            targets = [row for row in self._panel.model.found if row.id in wanted]
            grid = grid * len(targets)
        return paste.pasted(grid, targets, slots[first:], self._panel.today)

    def _below(self) -> Sequence[ListRow]:
        """The applications from the current one down."""
        rows = self._panel.model.rows[self._panel.table.currentIndex().row() :]
        return [entry.row for entry in rows if isinstance(entry, ItemRow)]

    def _store(self, rows: "list[tuple[int, ApplicationFields]]", did: str) -> None:
        if rows:
            said = "1 application" if len(rows) == 1 else f"{len(rows):,} applications"
            self._intents.rows_edited.put(RowsEdit(rows, toast=f"{did} {said}"))

    def _put(self, rows: Sequence[ListRow]) -> None:
        text = paste.copied(rows, self._shown(), self._panel.today)
        QGuiApplication.clipboard().setText(text)

    def _shown(self) -> list[str]:
        return [columns.KEYS[place] for place in self._panel.table.columns.places()]
