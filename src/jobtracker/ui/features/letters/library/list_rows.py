"""The rows of the list at the left, and the line that narrows them."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.row_table import ENTER, RowList

if TYPE_CHECKING:
    from jobtracker.services.letter_list import ListedLetter
    from jobtracker.ui.widgets.row_model import RowModel

TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class LibraryRows(RowList):
    """Rows by name: `typed` tells what is typed on them, `removed` the one that Del is meant for.

    While it `holds_words` what is typed is meant for a letter to come, and is not told.
    """

    holds_words = False

    def __init__(self, theme: Theme, name: str, model: "RowModel[Any]") -> None:
        super().__init__(theme, name, model)
        self.typed: Channel[str] = Channel()
        self.removed: Channel[int] = Channel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        words = event.text()
        if event.key() == Qt.Key.Key_Delete and self.selected() is not None:
            self.removed.put(self.selected().id)
        elif words.strip() and words.isprintable() and not event.modifiers() & ~TYPING:
            if not self.holds_words:
                self.typed.put(words)
        else:
            super().keyPressEvent(event)


class LetterRows(LibraryRows):
    """The letters, of which several may be selected: `selected_many` tells their ids."""

    def __init__(self, theme: Theme, model: "RowModel[ListedLetter]") -> None:
        super().__init__(theme, "Letters", model)
        self.selected_many: Channel[tuple[int, ...]] = Channel()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(lambda *_: self._tell())

    def chosen(self) -> tuple[int, ...]:
        """The ids of all letters that are selected, in the order of the list."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows.rows[place].id for place in places)

    def choose(self, ids: tuple[int, ...]) -> None:
        """Select these again after the list was read anew."""
        flags = self.selectionModel().SelectionFlag
        for key in ids:
            place = self.rows.position(key)
            if place >= 0:
                self.selectionModel().select(self.rows.index(place, 0), flags.Select)

    def _tell(self) -> None:
        self.selected_many.put(self.chosen())


class FilterLine(QLineEdit):
    """Narrows a list while one types; Esc empties it, Enter and Down lead `back` to the list."""

    def __init__(self) -> None:
        super().__init__()
        keep_not(self)
        self.back: Channel[bool] = Channel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.back.put(False)
        elif event.key() == Qt.Key.Key_Down or event.key() in ENTER:
            self.back.put(event.key() in ENTER)
        else:
            super().keyPressEvent(event)


class SelectionBar(QWidget):
    """What can be done with several letters at once; seen while more than one is selected."""

    def __init__(self) -> None:
        super().__init__()
        self.exported: Channel[tuple[int, ...]] = Channel()
        self._ids: tuple[int, ...] = ()
        self._words = PlainLabel("", "strong")
        self.export = Button("Export…")
        self.export.clicked.connect(lambda: self.exported.put(self._ids))
        row = QHBoxLayout()
        row.setContentsMargins(Space.PANE, Space.SMALL, Space.SMALL, Space.SMALL)
        row.addWidget(self._words, 1)
        row.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        column.addLayout(row)
        self.hide()

    def show_chosen(self, ids: tuple[int, ...]) -> None:
        self._ids = ids
        self._words.setText(f"{len(ids)} selected")
        self.setVisible(len(ids) > 1)
