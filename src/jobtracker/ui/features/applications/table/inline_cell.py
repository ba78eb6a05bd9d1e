"""Editing in place: a field over the value in its cell, and under it what was understood."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from jobtracker.domain.errors import JobtrackerError
from jobtracker.domain.listing import ListRow
from jobtracker.ui.features.applications.contract import RowsEdit
from jobtracker.ui.features.applications.table import cells, columns
from jobtracker.ui.features.applications.table.cells import Slot
from jobtracker.ui.features.applications.table.delegate import TITLE_AT
from jobtracker.ui.features.applications.table.model import ApplicationModel, ItemRow
from jobtracker.ui.features.applications.table.table import ApplicationTable
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.fields import mark_wrong
from jobtracker.ui.widgets.labels import PlainLabel

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAST = 110
NOTE_LEAST = 220


class CellField(QLineEdit):
    """`left` tells how it is left: "enter", "next", "previous", "escape" or "away"."""

    def __init__(self, table: ApplicationTable) -> None:
        super().__init__(table.viewport())
        self.left: Channel[str] = Channel()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.left.put("enter")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.put("escape")
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.left.put("next" if forward else "previous")
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self.left.put("away")


class CellEditing:
    """One field for the whole table; `edited` tells a value that was accepted."""

    def __init__(self, theme: Theme, table: ApplicationTable, model: ApplicationModel) -> None:
        self.edited: Channel[RowsEdit] = Channel()
        self._theme = theme
        self._table = table
        self._model = model
        self._row: ListRow | None = None
        self._id = 0
        self._slot: Slot | None = None
        self.field = CellField(table)
        self.note = QFrame(table.viewport())
        self.words = PlainLabel("", "small", wrap=True)
        self._set_up()

    @property
    def is_open(self) -> bool:
        return self._slot is not None

    def start(self, slot: Slot | None = None, *, near: bool = False) -> None:
        """Edit one value, else the current cell; with `near` that of its row next to it, where
        the current one cannot be edited.
        """
        item = self._table.item()
        found = slot or self._slot_at(near=near)
        if item is None or found is None:
            return
        self._open(item.row, found, found.text(item.row))
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        """Leave the value as it was."""
        self._close()

    def commit(self) -> bool:
        """Tell the value if it is another; False where the text cannot be read."""
        slot, row, text = self._slot, self._row, self.field.text()
        if slot is None or row is None or text == slot.text(row):
            return True
        wrong = cells.hint(slot, text, self._model.today).error
        if wrong:
            self._say(wrong, wrong=True)
            return False
        fields = cells.read(slot, text, self._model.today)
        self.edited.put(RowsEdit([(row.id, fields)], refused=self._refusal(row, slot, text)))
        self._row = None  # what comes next is compared with what is stored by then
        return True

    def _set_up(self) -> None:
        self.note.setProperty("s", "card")
        inside = QHBoxLayout(self.note)
        inside.setContentsMargins(Space.SMALL, Space.TIGHT, Space.SMALL, Space.TIGHT)
        inside.addWidget(self.words)
        self.note.hide()
        owner = self.field
        self.field.left.subscribe(self._leave, owner=owner)
        self.field.textEdited.connect(lambda _text: self._understand())
        self._model.modelReset.connect(self._place)
        self._model.rowsInserted.connect(self._place)
        self._table.verticalScrollBar().valueChanged.connect(self._place)
        self._table.horizontalScrollBar().valueChanged.connect(self._place)
        self._table.horizontalHeader().sectionResized.connect(self._place)

    def _open(self, row: ListRow, slot: Slot, text: str) -> None:
        self._row, self._slot = row, slot
        self._id = row.id
        self.field.setText(text)
        self.field.setPlaceholderText(slot.example)
        self.field.setAccessibleName(f"{slot.name.capitalize()}, {row.role} at {row.company}")
        self._table.move_to(columns.place(slot.column))
        self._say("", wrong=False)
        self.field.show()
        self.field.raise_()
        self._place()

    def _close(self) -> None:
        had_focus = self.field.hasFocus()
        self._slot = self._row = None
        self.field.hide()
        self.note.hide()
        if had_focus:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, how: str) -> None:
        if not self.is_open:
            return
        if how == "escape" or not self.commit():
            if how == "escape":
                self._close()
            return
        step = {"next": 1, "previous": -1}.get(how)
        if step is None:
            self._close()
        else:
            self._step(step)

    def _step(self, by: int) -> None:
        """Go to the next value; after the last of a row comes the first of the row below."""
        known = self._slots()
        fields = [slot.field for slot in known]
        at = fields.index(self._slot.field) + by if self._slot else 0
        if not 0 <= at < len(known):
            before = self._table.item()
            self._table.step(by)
            if self._table.item() is before:
                self._close()
                return
        self._slot = None
        self.start(known[at % len(known)])

    def _slots(self) -> list[Slot]:
        shown = [columns.KEYS[place] for place in self._table.columns.places()]
        return cells.slots(shown)

    def _slot_at(self, *, near: bool) -> Slot | None:
        """The first value of the current cell; where it has none, of the nearest that has."""
        shown = [columns.KEYS[place] for place in self._table.columns.places()]
        at = shown.index(columns.KEYS[self._table.column()])

        def away(slot: Slot) -> int:
            return abs(shown.index(slot.column) - at)

        found = min(self._slots(), key=away)
        return found if near or not away(found) else None

    def _refusal(self, row: ListRow, slot: Slot, text: str) -> Callable[[JobtrackerError], None]:
        """Bring back what was typed, with the reason, where the service refuses it."""

        def refuse(error: JobtrackerError) -> None:
            if self._table.select(row.id):
                self._open(row, slot, text)
                self._say(str(error), wrong=True)
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)

        return refuse

    def _understand(self) -> None:
        if self._slot is not None:
            hint = cells.hint(self._slot, self.field.text(), self._model.today)
            self._say(hint.words or hint.error, wrong=False)

    def _say(self, text: str, *, wrong: bool) -> None:
        mark_wrong(self.field, wrong=wrong)
        self.words.set_role("danger" if wrong else "small")
        self.words.setText(text)
        self.field.setAccessibleDescription(text)
        self.note.setVisible(bool(text))
        self._place()

    def _place(self, *_what: object) -> None:
        """Stand over the value, wherever its row is by now; a row that is gone ends it."""
        slot = self._slot
        if slot is None:
            return
        at = self._model.position(self._id)
        if at < 0 or not isinstance(self._model.rows[at], ItemRow):
            self._close()
            return
        cell = self._table.visualRect(self._model.index(at, columns.place(slot.column)))
        self.field.setGeometry(self._rect(slot, cell))
        if self.note.isVisible():
            self._place_note()

    def _rect(self, slot: Slot, cell: QRect) -> QRect:
        height = self._theme.px(Size.CONTROL)
        left = TITLE_AT - Space.SMALL if slot.column == "role" else 0
        rect = cell.adjusted(self._theme.px(left), 0, -Space.TIGHT, 0)
        if slot.column == "role" and slot.field == "location":
            rect.setLeft(rect.center().x())
        elif slot.column == "role" and slot.field == "company":
            rect.setRight(rect.center().x() + self._theme.px(LEAST) // 2)
        least = min(self._theme.px(LEAST), self._table.width())
        rect.setWidth(max(rect.width(), least))
        rect.moveRight(min(rect.right(), self._table.width() - Space.SMALL))
        return QRect(rect.left(), rect.center().y() - height // 2, rect.width(), height)

    def _place_note(self) -> None:
        field = self.field.geometry()
        width = max(field.width(), self._theme.px(NOTE_LEAST))
        inside = self.note.layout()
        assert inside is not None
        self.note.resize(width, inside.heightForWidth(width))
        left = min(field.left(), self._table.width() - width - Space.SMALL)
        top = field.bottom() + Space.TIGHT
        if top + self.note.height() > self._table.height() - self._theme.px(Size.TABLE_HEADER):
            top = field.top() - self.note.height() - Space.TIGHT
        self.note.move(max(Space.TIGHT, left), top)
        self.note.raise_()
