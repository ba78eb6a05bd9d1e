"""Which card of the board is the current one, and going from card to card."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from jobtracker.domain.listing import ListRow
from jobtracker.ui.features.applications.board.column import BoardColumn
from jobtracker.ui.runtime.channel import Channel

BY_KEYBOARD = Qt.FocusReason.OtherFocusReason


class CurrentCard:
    """One card is current, in one of the columns. It stays so wherever it moves; where it goes
    away, its neighbour takes its place.

    `column` is where the keyboard works, even when it is empty. `told` carries the id of
    another card, None where there is none any more; `entered` a column that was gone to.
    """

    def __init__(self, columns: Sequence[BoardColumn]) -> None:
        self.told: Channel[int | None] = Channel()
        self.entered: Channel[BoardColumn] = Channel()
        self.id: int | None = None
        self.column = columns[0]
        self._columns = columns
        self._is_wish = False

    @property
    def row(self) -> int:
        """The card's row in its column; -1 for none."""
        return self.column.cards.position(self.id) if self.id is not None else -1

    def card(self) -> ListRow | None:
        row = self.row
        return self.column.cards.rows[row] if row >= 0 else None

    def find(self, application_id: int) -> tuple[BoardColumn, int] | None:
        """The column and row of a card; None where it was not read or is not on the board."""
        for column in self._columns:
            row = column.cards.position(application_id)
            if row >= 0:
                return column, row
        return None

    def has_focus(self) -> bool:
        """Whether the keyboard works one of the columns."""
        return any(column.list.hasFocus() for column in self._columns)

    def go_to(
        self, column: BoardColumn, row: int, *, focus: bool = False, scroll: bool = True
    ) -> None:
        """Make the card in this place the current one; the keyboard follows if it is here."""
        focus = focus or self.has_focus()
        column.list.choose(row, scroll=scroll)
        self.settle(column, column.cards.rows[row].id)
        if focus:
            column.list.setFocus(BY_KEYBOARD)
        if scroll:
            self.entered.put(column)

    def wish(self, application_id: int) -> None:
        """Make a card the current one that is not read yet; `keep` finds it."""
        self.id = application_id
        self._is_wish = True

    def settle(self, column: BoardColumn, application_id: int | None) -> None:
        """Take note of the card a person went to, and let go of the one before."""
        self.column = column
        for other in self._columns:
            if other is not column:
                other.list.release()
        if application_id != self.id or self._is_wish:
            self.id, self._is_wish = application_id, False
            self.told.put(application_id)

    def step(self, by: int) -> None:
        """Go to the next or previous card of the column."""
        row = self.row + by
        if 0 <= row < len(self.column.cards.rows):
            self.go_to(self.column, row)

    def step_column(self, by: int) -> None:
        """Go to the card beside this one, in the next column that way, even an empty one."""
        place = self._columns.index(self.column) + by
        if not 0 <= place < len(self._columns):
            return
        height, column = self.column.list.height_of_current(), self._columns[place]
        if column.cards.rows:
            self.go_to(column, column.list.row_at(height), focus=True)
        else:
            column.list.setFocus(BY_KEYBOARD)
            self.entered.put(column)

    def keep(self, row: int) -> None:
        """After the columns changed: the same card wherever it is, else what stands in its row.

        A card that stands where it stood does not scroll into sight: a person may look elsewhere.
        Until one has gone to a card, the first one is current.
        """
        found = self.find(self.id) if self.id is not None else None
        if found is not None:
            self.go_to(*found, scroll=found != (self.column, row))
        else:
            self.lose(row)

    def lose(self, row: int) -> None:
        """The current card went away from this row of its column."""
        column = self.column if self.column.cards.rows else self._first_filled()
        rows = column.cards.rows
        if rows:
            self.go_to(column, max(0, min(row, len(rows) - 1)))
        else:
            self.settle(self.column, None)

    def _first_filled(self) -> BoardColumn:
        filled = (column for column in self._columns if column.cards.rows)
        return next(filled, self.column)
