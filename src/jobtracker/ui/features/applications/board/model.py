"""The cards of one column of the board, read in pages as it is scrolled."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from jobtracker.domain.listing import ListPage, ListRow
from jobtracker.domain.stages import Stage, stage_name
from jobtracker.ui.features.applications import words
from jobtracker.ui.features.applications.board.drag import MIME, packed
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.widgets import days
from jobtracker.ui.widgets.row_model import ACCESSIBLE_TEXT, DISPLAY, TOOL_TIP

Index = QModelIndex | QPersistentModelIndex

CARD = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled


class CardModel(QAbstractListModel):
    """`rows` are the cards read so far, `size` is how many the column has in all.

    A card that is moved stands in its new place at once (`take`, `insert`), before it is written.
    """

    def __init__(self, stage: Stage, today: date) -> None:
        super().__init__()
        self.stage = stage
        self.today = today
        self.rows: list[ListRow] = []
        self.size = 0
        self.after: tuple[object, ...] | None = None
        self.more_wanted: Channel[tuple[object, ...]] = Channel()
        self._asked = False

    def show_page(self, page: ListPage, size: int, today: date) -> None:
        """Replace what is shown; of the same cards in the same order only those that say
        something else are painted anew.
        """
        before, another_day = self.rows, today != self.today
        self.size, self.today = size, today
        self.after, self._asked = page.after, False
        if [row.id for row in page.rows] == [row.id for row in before]:
            self.rows = list(page.rows)
            for at, (old, new) in enumerate(zip(before, self.rows, strict=True)):
                if another_day or _looks(old) != _looks(new):
                    self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self.rows = list(page.rows)
        self.endResetModel()

    def extend(self, page: ListPage) -> None:
        """Append the next cards of the column."""
        self.after, self._asked = page.after, False
        if page.rows:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self.rows.extend(page.rows)
            self.endInsertRows()

    def take(self, row: int) -> ListRow:
        """Take a card out of the column."""
        self.beginRemoveRows(QModelIndex(), row, row)
        taken = self.rows.pop(row)
        self.size -= 1
        self.endRemoveRows()
        return taken

    def insert(self, row: int, card: ListRow) -> None:
        """Put a card in at this place; one from another stage is in this one since today."""
        if card.stage != self.stage or card.outcome:
            card = card._replace(stage=self.stage.value, outcome=None, since=self.today.isoformat())
        self.beginInsertRows(QModelIndex(), row, row)
        self.rows.insert(row, card)
        self.size += 1
        self.endInsertRows()

    def position(self, application_id: int) -> int:
        """The row of a card, or -1 where it was not read or stands elsewhere."""
        return next((at for at, row in enumerate(self.rows) if row.id == application_id), -1)

    def above(self, row: int) -> int | None:
        """The id of the card over this row; None at the top."""
        return self.rows[row - 1].id if row > 0 else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        row = self.rows[index.row()]
        if role == DISPLAY:
            return row.role
        if role == ACCESSIBLE_TEXT:
            return spoken_card(row, self.today)
        if role == TOOL_TIP:
            return _tip(row)
        return None

    def canFetchMore(self, _parent: Index) -> bool:
        return self.after is not None and not self._asked

    def fetchMore(self, _parent: Index) -> None:
        self._asked = True
        if self.after is not None:
            self.more_wanted.put(self.after)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be dragged; what is dropped lands on the column, between its cards."""
        return CARD if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return packed(self.rows[indexes[0].row()].id)

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(self, *_what: object) -> bool:
        """The column takes what is dropped; nothing is done here."""
        return False


def _looks(row: ListRow) -> ListRow:
    """A card without what is not to be seen of it."""
    return row._replace(board_place=0.0, last_on="", contact_on="")


def _tip(row: ListRow) -> str:
    """What a card has no room for: the whole role and company, and the full date."""
    day = days.iso_day(row.next_action_on)
    due = ", ".join(filter(None, (row.next_action, days.full_day(day) if day else "")))
    return "<br>".join(escape(line) for line in (row.role, row.company, due) if line)


def spoken_card(row: ListRow, today: date) -> str:
    """As in "Platform Engineer, Example Labs, 6 days in Interview, next: follow up, Thursday
    19 Nov".
    """
    days = words.days_since(row, today)
    stage = stage_name(Stage(row.stage))
    age = f"1 day in {stage}" if days == 1 else f"{days} days in {stage}"
    return ", ".join((row.role, row.company, age, _spoken_next(row, today)))


def _spoken_next(row: ListRow, today: date) -> str:
    day = days.iso_day(row.next_action_on)
    if day is None:
        return f"next: {row.next_action}, no date" if row.next_action else "no next action"
    late = (today - day).days
    when = days.due_words(day, today) if late >= 0 else f"{day:%A} {day.day} {day:%b}"
    return "next: " + ", ".join(part for part in (row.next_action, when) if part)
