"""A part of a profile as a list of lines that keys walk, tick and change."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from jobtracker.ui.features.profiles.lines.delegate import LineDelegate
from jobtracker.ui.features.profiles.lines.editor import ENTER, LineEditor
from jobtracker.ui.features.profiles.lines.model import LineModel
from jobtracker.ui.features.profiles.lines.parts import HEADING, TICK, Line
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from collections.abc import Sequence

WHERE = "Where you can show it"


class Typed(NamedTuple):
    """What was typed in the place of a line: its words, its note, or a new line after it."""

    line: Line
    text: str


class LineList(QListView):
    """As high as its lines. Space ticks, Enter says where, F2 words anew, Insert adds a line.

    One that is `fixed` is only read, and Enter or a double click tells the line as `chosen`.
    Channels: `ticked` the line to tick or clear; `worded`, `noted`, `added` what was typed;
    `left` -1 or 1 when an arrow goes beyond an end; `caret` where the current line stands.
    """

    def __init__(self, theme: Theme, name: str, *, bullets: bool = False) -> None:
        super().__init__()
        self.lines = LineModel()
        self.ticked = self.lines.ticked
        self.worded: Channel[Typed] = Channel()
        self.noted: Channel[Typed] = Channel()
        self.added: Channel[Typed] = Channel()
        self.chosen: Channel[Line] = Channel()
        self.left: Channel[int] = Channel()
        self.caret: Channel[QRect] = Channel()
        self.editor: LineEditor | None = None
        self.fixed = False
        self._waiting: tuple[Sequence[Line], int] | None = None
        self._painter = LineDelegate(theme, self, bullets=bullets)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(self._painter)
        self.setModel(self.lines)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self._tell_caret())
        theme.changed.subscribe(lambda _tokens: self.fit(), owner=self)

    def show_lines(self, lines: "Sequence[Line]", folded: int = 0) -> None:
        """Show these, the first `folded` of them where it is not 0. While one types in a line
        they wait until that is done.
        """
        if self.editor is not None:
            self._waiting = lines, folded
            return
        at = self.currentIndex().row()
        if self.lines.show_lines(lines, folded):
            self.go_to(min(at, self.lines.rowCount() - 1))
            self.fit()

    def go_to(self, row: int) -> None:
        """Make a row the current one; -1 for none."""
        index = self.lines.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def current(self) -> Line | None:
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def fit(self) -> None:
        """Be as high as all lines are at the present width."""
        heights = (self._painter.height(*one) for one in enumerate(self.lines.lines))
        self.setFixedHeight(sum(heights))
        self.scheduleDelayedItemsLayout()

    def reword(self) -> None:
        """Turn the current line into a field."""
        line = self.current()
        if line is not None and not self.fixed:
            self._open(line, line.typed, "Words of this line", self.worded)

    def say_where(self) -> None:
        """Ask where the current line can be shown; one that is not ticked is ticked by it."""
        line = self.current()
        if line is not None and line.look == TICK:
            self._open(line, line.note, WHERE, self.noted)

    def add_below(self) -> None:
        """A new line after the current one, to be typed."""
        line = self.current()
        if line is None or self.fixed:
            return
        row = self.currentIndex().row() + 1
        self.lines.open_row(row, line._replace(text="", lead="", note="", shown=False))
        self.go_to(row)
        self._open(line, "", "Words of the new line", self.added)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            line = self.current()
            QGuiApplication.clipboard().setText(line.typed if line else "")
            return
        acts = {
            Qt.Key.Key_F2: self.reword,
            Qt.Key.Key_Space: self._tick,
            Qt.Key.Key_Insert: self.add_below,
            Qt.Key.Key_Delete: self._take_away,
            **dict.fromkeys(ENTER, self._enter),
        }
        act = acts.get(Qt.Key(event.key()))
        if act is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            act()
        elif not self._walks_out(event):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self.current() if index.isValid() else None
        if line is None or line.look != TICK or event.button() != Qt.MouseButton.LeftButton:
            return
        rects = self._painter.rects(line, self.visualRect(index))
        if event.position().x() < rects.text.left():
            self._tick()
        elif rects.note.contains(event.position().toPoint()):
            self.say_where()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self.current()
        row = self.visualRect(self.currentIndex())
        if line is None or event.position().x() < self._painter.rects(line, row).text.left():
            return
        if self.fixed:
            self.chosen.put(line)
        else:
            self.reword()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        line = self.current()
        if line is None:
            return
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if line.look == TICK:
            menu.addAction("Clear\tSpace" if line.shown else "Can show\tSpace", self._tick)
            menu.addAction("Where…\tEnter", self.say_where)
        if not self.fixed:
            menu.addAction("Edit\tF2", self.reword)
            menu.addAction("Add a line below\tIns", self.add_below)
            menu.addAction("Remove\tDel", self._take_away)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            back = event.reason() == Qt.FocusReason.BacktabFocusReason
            self.go_to(self.lines.rowCount() - 1 if back else 0)
        self._tell_caret()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _enter(self) -> None:
        line = self.current()
        if line is not None and self.fixed:
            self.chosen.put(line)
        elif line is not None and line.look == TICK:
            self.say_where()
        else:
            self.reword()

    def _tick(self) -> None:
        line = self.current()
        if line is not None and line.look == TICK:
            self.ticked.put(line)

    def _take_away(self) -> None:
        line = self.current()
        if line is not None and line.look != HEADING and not self.fixed:
            self.worded.put(Typed(line, ""))

    def _walks_out(self, event: QKeyEvent) -> bool:
        """Whether an arrow goes beyond an end; then somebody else goes on."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        last = self.lines.rowCount() - 1
        if step == 0 or self.currentIndex().row() != (0 if step < 0 else last):
            return False
        self.left.put(step)
        return True

    def _tell_caret(self) -> None:
        if self.currentIndex().isValid():
            self.caret.put(self.visualRect(self.currentIndex()))

    def _open(self, line: Line, text: str, name: str, channel: Channel[Typed]) -> None:
        row = self.currentIndex().row()
        editor = self.editor = LineEditor(self.viewport(), name, text)

        def done(kept: str | None) -> None:
            self._close(row, new=channel is self.added)
            if kept is not None and (kept.strip() or channel is not self.added):
                channel.put(Typed(line, kept))

        editor.finished.subscribe(done, owner=self)
        editor.grown.subscribe(lambda _height: self._place_editor(row), owner=editor)
        self._place_editor(row)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_editor(self, row: int) -> None:
        """Put the field where the line's words, or its note, stand."""
        editor = self.editor
        if editor is None:
            return
        line = self.lines.lines[row]
        room = QRect(0, 0, self.width(), 0)
        rects = self._painter.rects(line, room)
        above = rects.text.bottom() + 1 if editor.accessibleName() == WHERE else 0
        left = rects.lead.left() if line.lead else rects.text.left()
        editor.setFixedWidth(self.width() - left)
        self._painter.opened = (row, above + editor.needed())
        self.fit()
        self.executeDelayedItemsLayout()
        top = self.visualRect(self.lines.index(row, 0)).top()
        editor.setGeometry(left, top + above, self.width() - left, editor.needed())
        self._tell_caret()

    def _close(self, row: int, *, new: bool) -> None:
        """Take the field away; the keyboard goes back to the line."""
        editor, self.editor = self.editor, None
        assert editor is not None, "only what is open is closed"
        had_focus = editor.hasFocus()
        self._painter.opened = (-1, 0)
        if new:
            self.lines.drop_row(row)
            self.go_to(row - 1)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        editor.deleteLater()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.show_lines(*waiting)
        self.fit()
