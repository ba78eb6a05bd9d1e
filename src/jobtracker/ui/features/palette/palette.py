"""The floating panel: one field over the dimmed window, and below it what was found."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from jobtracker.ui.features.palette.contract import Entry
from jobtracker.ui.features.palette.delegate import PaletteDelegate
from jobtracker.ui.features.palette.model import PaletteModel
from jobtracker.ui.features.palette.words import spoken
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.floating import HEAD, Floating
from jobtracker.ui.widgets.labels import line
from jobtracker.ui.widgets.row_table import RowList
from jobtracker.ui.widgets.shadow import MARGIN

NAME = "Search or run"
WIDTH, LIST_HEIGHT = 620, 390
TOP = 104
EDGE = 24
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Backtab: -1, Qt.Key.Key_Tab: 1}
PAGES = {Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class Palette(Floating):
    """`typed` asks for rows, `show_entries` gives them; `chosen` tells the one that was run.

    The field keeps the keyboard, arrows move the active row. It lies over the window.
    """

    ground = "raised"

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, NAME, "search")
        self.typed: Channel[str] = Channel()
        self.chosen: Channel[Entry] = Channel()
        self._answered: str | None = None
        self._hurried = False
        self.field = _Field(self)
        self.model = PaletteModel()
        self.list = _List(theme, self.model)
        self._delegate = PaletteDelegate(theme, self.list, self.model)
        self.list.setItemDelegate(self._delegate)
        self._lay_out()
        self.field.textChanged.connect(self.typed.put)
        self.list.clicked.connect(lambda index: self._run(index.row()))

    def open(self, typed: str = "") -> None:
        """Show over the window with an empty field, or with something typed already."""
        if self.isVisible():
            self.field.selectAll()
            return
        self.model.show_entries("", ())
        self._answered = None
        self._hurried = False
        if self.field.text() == typed:
            self.typed.put(typed)
        else:
            self.field.setText(typed)
        self.float_over(self.field)

    def show_entries(self, typed: str, marked: str, entries: Sequence[Entry]) -> None:
        """Show what was found for `typed`, unless something else stands in the field by now;
        `marked` are its words without the sign before them.
        """
        if typed != self.field.text():
            return
        self.model.show_entries(marked, entries)
        self._answered = typed
        self.place()
        self._activate(self.model.step(-1, 1))
        if self._hurried:
            self._hurried = False
            self._run(self._active())

    def step(self, by: int) -> None:
        """Move the active row."""
        place = self._active()
        for _ in range(abs(by)):
            place = self.model.step(place, 1 if by > 0 else -1)
        self._activate(place)

    def enter(self) -> None:
        """Run the active row; where its answer is still on the way, as soon as it is there."""
        if self._answered == self.field.text():
            self._run(self._active())
        else:
            self._hurried = True

    def stops(self) -> list[QWidget]:
        return [self.field]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel closes: nothing that was typed here is worth keeping."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close()

    def _active(self) -> int:
        return self.list.currentIndex().row()

    def _activate(self, place: int) -> None:
        """Make a row the active one and say it, with its place among the others."""
        if place < 0:
            return
        index = self.model.index(place, 0)
        self.list.setCurrentIndex(index)
        heading = place > 0 and self.model.entry(place - 1) is None
        self.list.scrollTo(self.model.index(place - heading, 0))
        self.list.scrollTo(index)
        entry = self.model.entry(place)
        if entry is not None and self.isVisible():
            said = spoken(entry)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))

    def _run(self, place: int) -> None:
        entry = self.model.entry(place)
        if entry is not None and entry.on:
            self.close()
            self.chosen.put(entry)

    def place(self) -> None:
        """As high as what was found, in the upper part of the window."""
        px, rows = self._theme.px, self.model.rows
        head = px(HEAD)
        needed = sum(self._delegate.height_of(row) for row in rows)
        top = min(px(TOP), self.height() // 7)
        room = self.height() - top - EDGE - head
        shown = min(needed, px(LIST_HEIGHT), room) + Space.SMALL + 2 if rows else 0
        width = min(px(WIDTH), self.width() - 2 * EDGE)
        self.list.setVisible(bool(rows))
        self._rule.setVisible(bool(rows))
        place = QRect((self.width() - width) // 2, top, width, head + shown)
        if place != self.panel.geometry():
            changed = place.united(self.panel.geometry())
            self.panel.setGeometry(place)
            self.update(changed.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))

    def _lay_out(self) -> None:
        self._fill_head(self.field)
        self._rule = line()
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, Space.SMALL)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._rule)
        column.addWidget(self.list, 1)
        self._recolour(self._theme.tokens)


class _Field(QLineEdit):
    """Arrows, Enter and Esc belong to the list below."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self.setProperty("k", "search")
        self.setFrame(False)
        self.setAccessibleName(NAME)
        self.setAccessibleDescription(
            "Begin with > for commands, @ for companies, # for stages. Arrows choose, Enter runs."
        )
        self.setPlaceholderText("Search or run: > commands, @ companies, # stages")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS or key in PAGES:
            self._palette.step(STEPS.get(key) or PAGES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._palette.enter()
        elif key == Qt.Key.Key_Escape:
            self._palette.close()
        elif event.matches(QKeySequence.StandardKey.DeleteEndOfLine):  # Ctrl+K, which opened it
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab moves in the list as the arrows do."""
        self._palette.step(1 if forward else -1)
        return True


class _List(RowList):
    """Shows the rows; the keyboard stays in the field."""

    def __init__(self, theme: Theme, model: PaletteModel) -> None:
        super().__init__(theme, "Found", model)
        self.setProperty("s", "raised")
        self.setUniformItemSizes(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _moved(self, index: QModelIndex, before: QModelIndex) -> None:
        """Nothing is kept for the next rows: they begin at the top."""
        self.repaint_row(before.row())
        self.repaint_row(index.row())
