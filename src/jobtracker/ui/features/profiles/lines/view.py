"""A part of a profile as a list of lines that keys walk, tick and change."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)

from jobtracker.ui.features.profiles.lines.editor import ENTER
from jobtracker.ui.features.profiles.lines.parts import HEADING, TICK, Line
from jobtracker.ui.features.profiles.lines.typing import NOTED, WORDED, Typed, TypingList
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.menus import Menu


class LineList(TypingList):
    """As high as its lines. Space ticks, Enter says where, F2 words anew, Insert adds a line.

    One that is `fixed` is only read, and Enter or a double click tells the line as `chosen`.
    Channels: `ticked` the line to tick or clear; `worded`, `noted`, `added` what was typed;
    `left` -1 or 1 when an arrow goes beyond an end; `caret` where the current line stands;
    `typing` what stands in the field, each time it changes, and None when the field is closed.
    """

    def __init__(self, theme: Theme, name: str, *, bullets: bool = False) -> None:
        super().__init__(theme, name, bullets=bullets)
        self.chosen: Channel[Line] = Channel()
        self.left: Channel[int] = Channel()

    def reword(self) -> None:
        """Turn the current line into a field."""
        line = self.current()
        if line is not None and not self.fixed:
            self._open(Typed(line, line.typed, WORDED))
            self._take_keys()

    def say_where(self) -> None:
        """Ask where the current line can be shown; one that is not ticked is ticked by it."""
        line = self.current()
        if line is not None and line.look == TICK:
            self._open(Typed(line, line.note, NOTED))
            self._take_keys()

    def add_below(self) -> None:
        """A new line after the current one, to be typed."""
        line = self.current()
        if line is not None and not self.fixed:
            self._open_below(line)
            self._take_keys()

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
