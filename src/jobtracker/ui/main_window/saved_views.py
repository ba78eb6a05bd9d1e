"""The saved views in the sidebar: chosen, renamed, deleted and put in another order."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jobtracker.ui.actions import Action, ActionBook
from jobtracker.ui.main_window.sidebar import NavigationRow, SidebarSection
from jobtracker.ui.navigation import PageEntry
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_together
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.cover import is_covered
from jobtracker.ui.widgets.labels import PlainLabel, plain_tip
from jobtracker.ui.widgets.menus import Menu

CHOSEN = "saved view"
MENU = "View/Saved views"
ICON = "bookmark"
WAITING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why the keyboard leaves a field for a while: a menu, or another window."""
ON_VIEW = ("view rename", "view up", "view down", "view delete")


class ViewEntry(NamedTuple):
    """A saved view as the sidebar shows it; `size` is the number of its applications."""

    id: int
    name: str
    size: int = 0


class Renamed(NamedTuple):
    id: int
    name: str


class Moved(NamedTuple):
    """A view and its new place, counted from 0."""

    id: int
    place: int


class SavedViews(SidebarSection):
    """Put entries in with `show_views`; the channels tell what a person wants with them."""

    def __init__(self, theme: Theme, book: ActionBook) -> None:
        super().__init__()
        self.chosen: Channel[int] = Channel()
        self.renamed: Channel[Renamed] = Channel()
        self.removed: Channel[int] = Channel()
        self.moved: Channel[Moved] = Channel()
        self.entries: list[ViewEntry] = []
        self._theme = theme
        self._book = book
        self._rows: list[ViewRow] = []
        self._marked: int | None = None
        self._narrow = False
        self._title = PlainLabel("Saved views", "caption")
        self._area = _RowArea()
        self._lay_out()
        self._define()
        self.hide()

    def show_views(self, entries: Sequence[ViewEntry]) -> None:
        """Show these, in this order; the keyboard stays on the view it was on, or goes to the one
        that took its place. The row of a view that has its name still stays, with what is being
        typed over it.
        """
        held = next((at for at, row in enumerate(self._rows) if row.hasFocus()), None)
        kept = self._rows[held].view.id if held is not None else None
        self.entries = list(entries)
        former = {(row.view.id, row.view.name): row for row in self._rows}
        names = [(entry.id, entry.name) for entry in entries]
        self._rows = [
            former.pop(name) if name in former else self._row(entry)
            for name, entry in zip(names, entries, strict=True)
        ]
        for gone in former.values():
            gone.hide()
            gone.deleteLater()
        for row, entry in zip(self._rows, entries, strict=True):
            row.set_count(entry.size)
            self._area.column.addWidget(row)
            row.show()
        self.mark(self._marked)
        self.set_narrow(self._narrow)
        self.setVisible(bool(entries))
        if held is not None:
            self._focus(kept, held)

    def mark(self, view: int | None) -> None:
        """Show which view is open, or that none is."""
        self._marked = view
        for row in self._rows:
            row.setChecked(row.view.id == view)
        self.tell_chosen()

    def rows(self) -> list[NavigationRow]:
        return list(self._rows)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._title.setVisible(not narrow)
        for row in self._rows:
            row.set_narrow(narrow)
            row.setToolTip(plain_tip(row.view.name))

    def tell_chosen(self) -> None:
        """Let the commands for a view be on while one is open or has the keyboard."""
        self._book.set_condition(CHOSEN, self._target() is not None)

    def reveal(self, row: "ViewRow") -> None:
        """Scroll to a row, where not all of them fit."""
        self._area.ensureWidgetVisible(row, 0, 0)

    def popup(self, place: QPoint) -> None:
        """Open what can be done with the view that has the keyboard."""
        self._menu.popup(place)

    def put_by(self, row: "ViewRow", y: int) -> None:
        """Move a view that was dragged to a height in this section."""
        others = [one for one in self._rows if one is not row]
        place = sum(one.geometry().center().y() < y for one in others)
        if place != self._rows.index(row):
            self.moved.put(Moved(row.view.id, place))

    def rename(self, row: "ViewRow") -> None:
        """Type another name where the old one stands."""
        editor = _NameField(row)
        editor.named.subscribe(
            lambda name: self.renamed.put(Renamed(row.view.id, name)), owner=self
        )

    def _focus(self, view: int | None, place: int) -> None:
        """Give the keyboard to a view, else to what is now nearest to its place."""
        same = [row for row in self._rows if row.view.id == view]
        nearest = [*self._rows[place:], *reversed(self._rows)]
        for row in [*same, *nearest][:1]:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, entry: ViewEntry) -> "ViewRow":
        row = ViewRow(self._theme, entry, self)
        row.clicked.connect(lambda: self._choose(entry.id))
        return row

    def _choose(self, view: int) -> None:
        self.mark(view)
        self.chosen.put(view)

    def _target(self) -> "ViewRow | None":
        """The view with the keyboard, else the one that is open."""
        focused = next((row for row in self._rows if row.hasFocus()), None)
        return focused or next((row for row in self._rows if row.view.id == self._marked), None)

    def _step(self, step: int) -> None:
        row = self._target()
        if row is not None:
            place = self._rows.index(row) + step
            if 0 <= place < len(self._rows):
                self.moved.put(Moved(row.view.id, place))

    def _rename_target(self) -> None:
        row = self._target()
        if row is not None:
            self.rename(row)

    def _remove_target(self) -> None:
        row = self._target()
        if row is not None:
            self.removed.put(row.view.id)

    def _define(self) -> None:
        def on_view(name: str, text: str, run: Callable[[], object], key: str) -> Action:
            return Action(f"view {name}", text, MENU, run, key, when=CHOSEN, local=True)

        self._book.add(
            [
                on_view("rename", "Rename view…", self._rename_target, "F2"),
                on_view("up", "Move view up", lambda: self._step(-1), "Alt+Up"),
                on_view("down", "Move view down", lambda: self._step(1), "Alt+Down"),
                on_view("delete", "Delete view", self._remove_target, "Del"),
            ]
        )
        self._book.attach_page(self, *ON_VIEW)
        self._menu = Menu(self)
        for action in ON_VIEW:
            self._menu.addAction(self._book[action])

    def _lay_out(self) -> None:
        self._title.setContentsMargins(Space.SMALL, Space.MEDIUM, 0, Space.TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._area)


class ViewRow(NavigationRow):
    """A saved view: it can be dragged, and has a menu of its own."""

    def __init__(self, theme: Theme, view: ViewEntry, section: SavedViews) -> None:
        super().__init__(theme, PageEntry(f"view {view.id}", view.name, ICON, ""))
        self.view = view
        self._section = section
        self._pressed_at: QPoint | None = None
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._section.reveal(self)
        self._section.tell_chosen()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._section.tell_chosen()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._section.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer once it has left the place of the press."""
        start = self._pressed_at
        if start is None:
            return
        way = event.position().toPoint() - start
        if self.isDown() and way.manhattanLength() >= QApplication.startDragDistance():
            self.setDown(False)
            self.raise_()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if not self.isDown():
            self.move(self.x(), self.y() + way.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged = self._pressed_at is not None and not self.isDown()
        self._pressed_at = None
        if not dragged:
            super().mouseReleaseEvent(event)
            return
        self.unsetCursor()
        middle = self.geometry().center().y()
        self.updateGeometry()
        self._section.put_by(self, middle)


class _NameField(QLineEdit):
    """Stands over a row while its name is typed; Enter or leaving takes it, Esc does not. Under a
    cover, such as the lock, the typing waits.
    """

    def __init__(self, row: ViewRow) -> None:
        super().__init__(row.view.name, row)
        keep_together(self, f"view/{row.view.id}/name")
        self.named: Channel[str] = Channel()
        self._row = row
        self.setAccessibleName("Name of the view")
        self.setGeometry(row.rect())
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in WAITING and not is_covered(self):
            self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._row.view.name)
            self._row.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._row.setFocus(Qt.FocusReason.OtherFocusReason)
            event.accept()  # else Enter would open the view as well

    def _take(self) -> None:
        if self.isHidden():
            return
        self.hide()
        self.deleteLater()
        name = self.text().strip()
        if name and name != self._row.view.name:
            self.named.put(name)


class _RowArea(QScrollArea):
    """As high as its rows; in a low window it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        inside.setProperty("s", "scrolled")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        return QSize(36, self.column.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(36, min(self.column.sizeHint().height(), Size.NAVIGATION_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the keyboard from row to row, in the whole sidebar."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)
