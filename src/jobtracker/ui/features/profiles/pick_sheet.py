"""A sheet with a filter over a list, to choose one of many."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from jobtracker.domain.text import folded
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.row_delegate import CardDelegate, Cell, two_lines
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.row_table import RowList, RowView
from jobtracker.ui.widgets.sheet import ENTER, Sheet

T = TypeVar("T")

SIZE = (520, 520)
HEIGHT = 50


class _Rows(CardDelegate):
    def __init__(
        self, theme: Theme, view: RowView, words: Callable[[Any], tuple[str, str]]
    ) -> None:
        super().__init__(theme, view, HEIGHT)
        self._words = words

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        room = cell.rect.adjusted(Space.PANE, 0, -Space.PANE, -Space.TIGHT)
        two_lines(painter, self.theme, room, *self._words(cell.row))


class PickSheet(Sheet, Generic[T]):
    """`words` are a row's two lines, `button` what choosing it does; `picked` carries the row."""

    def __init__(
        self,
        theme: Theme,
        opener: QWidget,
        title: str,
        names: tuple[str, str],
        rows: Sequence[T],
        words: Callable[[T], tuple[str, str]],
        button: Callable[[T], str],
    ) -> None:
        """`names` are those of the filter and of the list."""
        super().__init__(theme, opener, title, SIZE)
        self.picked: Channel[T] = Channel()
        self._all = list(rows)
        self._words = words
        self._button = button
        column = Column(names[1], lambda row: ", ".join(filter(None, words(row))))
        self._model = RowModel[T]([column], key=id)
        self.filter = QLineEdit()
        keep_not(self.filter)
        self.list = RowList(theme, names[1], self._model)
        self.list.setProperty("s", "surface")
        self.list.setItemDelegate(_Rows(theme, self.list, words))
        self.body.addWidget(Field(theme, names[0], self.filter))
        self.body.addWidget(self.list, 1)
        cancel = Button("Cancel", kind="ghost")
        cancel.clicked.connect(self.leave)
        self.use = Button("Use", kind="primary")
        self.default = self.use
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self.use)
        self.filter.textChanged.connect(self._refilter)
        self.use.clicked.connect(self._choose)
        self.list.opened.subscribe(lambda _row: self._choose(), owner=self)
        self.list.current.subscribe(self._name, owner=self)
        self._refilter("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow in the filter moves in the list, Enter chooses."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.filter.hasFocus() and event.key() in ENTER and not control:
            self._choose()
            event.accept()
            return
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self.filter.hasFocus():
            row = max(0, min(self.list.currentIndex().row() + step, len(self._model.rows) - 1))
            self.list.setCurrentIndex(self._model.index(row, 0))
            event.accept()
            return
        super().keyPressEvent(event)

    def _refilter(self, text: str) -> None:
        words = folded(text).split()
        rows = [row for row in self._all if self._fits(row, words)]
        self._model.show_rows(rows)
        self.use.setEnabled(bool(rows))
        if rows:
            self.list.select(id(rows[0]))
        else:
            self.use.setText("Nothing fits")

    def _fits(self, row: T, words: list[str]) -> bool:
        text = folded(" ".join(self._words(row)))
        return all(word in text for word in words)

    def _name(self, row: T) -> None:
        """The button says what it will do; an ampersand would be an Alt key."""
        self.use.setText(self._button(row).replace("&", "&&"))

    def _choose(self) -> None:
        row = self.list.selected()
        if row is not None:
            self.close()
            self.picked.put(row)
