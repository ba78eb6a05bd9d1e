"""Where a person is in the window: the sidebar, the places visited, back and forward."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import LABEL, SMALL, STRONG, Size, Space, Tokens
from jobtracker.ui.widgets.buttons import IconButton, native
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.row_delegate import RIGHT, draw_text

LOGO = 22
EDGE = 10


class PageEntry(NamedTuple):
    """A page as the sidebar and the Go menu show it."""

    id: str
    title: str
    icon: str
    shortcut: str


PAGES = (
    PageEntry("applications", "Applications", "briefcase", "Ctrl+2"),
    PageEntry("letters", "Letters", "file-pen-line", "Ctrl+3"),
    PageEntry("salary", "Salary", "circle-dollar-sign", "Ctrl+4"),
    PageEntry("profiles", "Roles and profiles", "book-user", "Ctrl+6"),
)


class Place(NamedTuple):
    """A page, and the id of one thing on it or None."""

    page: str
    item: int | None = None


class Navigator:
    """Remembers the places visited; whoever shows pages listens to `moved`."""

    def __init__(self) -> None:
        self.moved: Channel[Place] = Channel()
        self._visited: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        return self._visited[self._at] if self._visited else None

    def go(self, page: str, item: int | None = None) -> None:
        """Go to a page, or to one thing on it."""
        place = Place(page, item)
        if place != self.here:
            del self._visited[self._at + 1 :]
            self._visited.append(place)
            self._at = len(self._visited) - 1
        self.moved.put(place)

    def note(self, item: int) -> None:
        """Remember the thing a person selected on this page, without moving."""
        here = self.here
        if here is not None and here.item != item:
            self._visited[self._at] = Place(here.page, item)

    def back(self) -> None:
        self._step(-1)

    def forward(self) -> None:
        self._step(1)

    def _step(self, step: int) -> None:
        if 0 <= self._at + step < len(self._visited):
            self._at += step
            self.moved.put(self._visited[self._at])


class NavigationRow(QAbstractButton):
    """One page in the sidebar: icon, title and, where a number leads to action, a count."""

    def __init__(self, theme: Theme, entry: PageEntry) -> None:
        super().__init__()
        self._theme = theme
        self.entry = entry
        self.count = 0
        self.narrow = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(entry.title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:
        self.narrow = narrow
        self.setToolTip(f"{self.entry.title} ({native(self.entry.shortcut)})" if narrow else "")
        self.updateGeometry()

    def set_count(self, count: int) -> None:
        self.count = count
        words = f"{self.entry.title}, {count}" if count else self.entry.title
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        height = self._theme.px(36 if self.narrow else Size.NAVIGATION_ROW)
        return QSize(36, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the sidebar: they move the focus and choose nothing."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_key = event.reason() != Qt.FocusReason.MouseFocusReason

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(colours.pressed if self.isChecked() else colours.hover)
            painter.drawRoundedRect(self.rect(), Size.RADIUS, Size.RADIUS)
        if self.hasFocus() and self._by_key:
            painter.setPen(QPen(colours.focus, Size.RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Size.RADIUS, Size.RADIUS)
        self._paint_content(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        theme, colours = self._theme, self._theme.colours
        left = (self.width() - Size.ICON) // 2 if self.narrow else 9
        icon = theme.pixmap(
            self.entry.icon,
            "accent_text" if self.isChecked() else "text2",
            Size.ICON,
            self.devicePixelRatio(),
        )
        painter.drawPixmap(left, (self.height() - Size.ICON) // 2, icon)
        if self.narrow:
            return
        token = STRONG if self.isChecked() else LABEL
        colour = colours.text if self.isChecked() else colours.text2
        words = QRect(34, 0, self.width() - 70, self.height())
        draw_text(painter, theme, words, self.entry.title, token, colour)
        if self.count:
            place = QRect(self.width() - 50, 0, 40, self.height())
            draw_text(painter, theme, place, str(self.count), SMALL, colours.text2, RIGHT)

    _by_key = False


class _FooterLine(QWidget):
    """An icon and a quiet line; the icon alone in the narrow sidebar."""

    def __init__(self, theme: Theme, icon: str, colour: str, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._picture = (icon, colour)
        self._icon = QLabel()
        self._label = PlainLabel(text, "cap")
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 0, 0)
        row.setSpacing(Space.SMALL + 1)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        theme.changed.subscribe(self.recolour)
        self.recolour(theme.tokens)

    def say(self, icon: str, colour: str, text: str) -> None:
        self._picture = (icon, colour)
        self._label.setText(text)
        self.recolour(self._theme.tokens)
        self.setToolTip(text if self._label.isHidden() else "")

    def set_narrow(self, narrow: bool) -> None:
        self._label.setVisible(not narrow)
        self.setToolTip(self._label.text() if narrow else "")

    def recolour(self, _tokens: Tokens) -> None:
        name, colour = self._picture
        scale = self.devicePixelRatio()
        self._icon.setPixmap(self._theme.pixmap(name, colour, Size.ICON, scale))


class Sidebar(QWidget):
    """The list of pages; `chosen` tells the id of the one a person picked."""

    def __init__(self, theme: Theme, pages: Sequence[PageEntry]) -> None:
        super().__init__()
        self.chosen: Channel[str] = Channel()
        self._theme = theme
        self.narrow = False
        self.setProperty("s", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Pages")
        self.menu_button = IconButton(theme.icon("menu"), "Menu", "Alt")
        self._logo = QLabel()
        self._name = PlainLabel("Jobtracker", "section")
        self._rows = {entry.id: NavigationRow(theme, entry) for entry in pages}
        self._privacy = _FooterLine(theme, "hard-drive", "text2", "On this computer only")
        self._backup = _FooterLine(theme, "shield-check", "text2", "No backup yet")
        self._lay_out()
        self.set_narrow(False)

    def mark(self, page: str) -> None:
        """Show which page is open."""
        self._rows[page].setChecked(True)
        for row in self._rows.values():
            stop = Qt.FocusPolicy.StrongFocus if row.isChecked() else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(stop)

    def set_count(self, page: str, count: int) -> None:
        self._rows[page].set_count(count)

    def set_backup(self, text: str, *, good: bool) -> None:
        """The backup line: "Backed up today 09:12", or what is wrong with it."""
        icon, colour = ("shield-check", "ok") if good else ("triangle-alert", "warn")
        self._backup.say(icon, colour, text)

    def set_narrow(self, narrow: bool) -> None:
        self.narrow = narrow
        self.setFixedWidth(self._theme.px(Size.SIDEBAR_NARROW if narrow else Size.SIDEBAR) - 1)
        self._name.setVisible(not narrow)
        self._logo.setVisible(not narrow)
        for row in self._rows.values():
            row.set_narrow(narrow)
        for line in (self._privacy, self._backup):
            line.set_narrow(narrow)

    def focus_current(self) -> None:
        current = next(row for row in self._rows.values() if row.isChecked())
        current.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        rows = list(self._rows.values())
        at = next((i for i, row in enumerate(rows) if row.hasFocus()), None)
        if not step or at is None:
            super().keyPressEvent(event)
            return
        rows[(at + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        logo = self._theme.pixmap("app", "text", LOGO, self.devicePixelRatio())
        self._logo.setPixmap(logo)
        head = QHBoxLayout()
        head.setContentsMargins(Space.SMALL, 0, 2, 0)
        head.setSpacing(Space.SMALL)
        head.addWidget(self._logo)
        head.addWidget(self._name, 1)
        head.addWidget(self.menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, Space.MEDIUM, EDGE, Space.LARGE)
        column.setSpacing(2)
        column.addLayout(head)
        column.addSpacing(Space.LARGE)
        for key, row in self._rows.items():
            row.clicked.connect(lambda _checked, page=key: self.chosen.put(page))
            column.addWidget(row)
        column.addStretch(1)
        column.addWidget(self._privacy)
        column.addSpacing(Space.SNUG)
        column.addWidget(self._backup)
