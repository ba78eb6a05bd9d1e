"""The sidebar: search, the pages, more rows below them, and what is always in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jobtracker.ui.navigation import FOOT, PageEntry
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import (
    BODY,
    LABEL,
    SMALL,
    STRONG,
    TINY,
    Size,
    Space,
    Tokens,
)
from jobtracker.ui.widgets.buttons import ENTER, IconButton, as_cap, native
from jobtracker.ui.widgets.labels import ElidedLabel, PlainLabel, plain_tip
from jobtracker.ui.widgets.row_delegate import CENTRE, RIGHT, draw_text

LOGO = 22
SEARCH = "Search or run"
EDGE = 10
INSIDE = 9


class SidebarButton(QAbstractButton):
    """Painted by itself; as wide as the sidebar, and an icon alone where that is narrow."""

    height_at_100 = Size.NAVIGATION_ROW
    narrow = False
    by_key = False

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does."""
        if event.key() in ENTER:
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(36, self._theme.px(36 if self.narrow else self.height_at_100))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.by_key = event.reason() != Qt.FocusReason.MouseFocusReason

    def paint_icon(self, painter: QPainter, name: str, colour: str) -> None:
        side = self._theme.px(Size.ICON)
        left = (self.width() - side) // 2 if self.narrow else INSIDE
        icon = self._theme.pixmap(name, colour, side, self.devicePixelRatio())
        painter.drawPixmap(left, (self.height() - side) // 2, icon)

    def words_left(self) -> int:
        """Where the words begin, right of the icon."""
        return INSIDE + self._theme.px(Size.ICON) + INSIDE


class NavigationRow(SidebarButton):
    """One page in the sidebar: icon, title and, where a number leads to action, a count."""

    def __init__(self, theme: Theme, entry: PageEntry) -> None:
        super().__init__(theme)
        self.entry = entry
        self.count = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(entry.title)

    def set_narrow(self, narrow: bool) -> None:
        self.narrow = narrow
        self.setToolTip(self._words_for_pointer() if narrow else "")
        self.updateGeometry()

    def _words_for_pointer(self) -> str:
        key = f" ({native(self.entry.shortcut)})" if self.entry.shortcut else ""
        return f"{self.entry.title}{key}"

    def show_entry(self, entry: PageEntry) -> None:
        """Take another name or key."""
        self.entry = entry
        self.set_narrow(self.narrow)
        self.set_count(self.count)

    def set_count(self, count: int) -> None:
        self.count = count
        words = f"{self.entry.title}, {count}" if count else self.entry.title
        self.setAccessibleName(words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the sidebar: they move the focus and choose nothing."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(colours.pressed if self.isChecked() else colours.hover)
            painter.drawRoundedRect(self.rect(), Size.RADIUS, Size.RADIUS)
        if self.hasFocus() and self.by_key:
            painter.setPen(QPen(colours.focus, self._theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Size.RADIUS, Size.RADIUS)
        self._paint_content(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        theme, colours = self._theme, self._theme.colours
        self.paint_icon(painter, self.entry.icon, "accent_text" if self.isChecked() else "text2")
        if self.narrow:
            return
        token = STRONG if self.isChecked() else LABEL
        colour = colours.text if self.isChecked() else colours.text2
        left, count = self.words_left(), theme.px(40)
        words = QRect(left, 0, self.width() - left - count, self.height())
        draw_text(painter, theme, words, self.entry.title, token, colour)
        if self.count:
            place = QRect(self.width() - count - EDGE, 0, count, self.height())
            draw_text(painter, theme, place, str(self.count), SMALL, colours.text2, RIGHT)


class SearchButton(SidebarButton):
    """Looks like a field and opens the palette, where one then types."""

    height_at_100 = Size.NAVIGATION_ROW + 2

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._key = ""
        self.setAccessibleName(SEARCH)
        self.show_key("Ctrl+K")

    def show_key(self, key: str) -> None:
        """The key that does the same; "" for none."""
        self._key = as_cap(key)
        self.setToolTip(f"{SEARCH} ({native(key)})" if key else SEARCH)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self._theme.ring if self.hasFocus() and self.by_key else 1
        painter.setPen(QPen(colours.focus if ring > 1 else colours.border_button, ring))
        painter.setBrush(colours.hover if self.underMouse() else colours.raised)
        box = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
        painter.drawRoundedRect(box, Size.RADIUS, Size.RADIUS)
        self.paint_icon(painter, "search", "text2")
        if not self.narrow:
            self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        theme, colours = self._theme, self._theme.colours
        right = self.width() - INSIDE
        if self._key:
            width = theme.metrics(TINY).horizontalAdvance(self._key) + 12
            cap = QRect(right - width, (self.height() - theme.px(18)) // 2, width, theme.px(18))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.pressed)
            painter.drawRoundedRect(cap, Size.RADIUS_MARK, Size.RADIUS_MARK)
            draw_text(painter, theme, cap, self._key, TINY, colours.text2, CENTRE)
            right = cap.left() - Space.TIGHT
        words = QRect(self.words_left() - 2, 0, right - self.words_left() + 2, self.height())
        draw_text(painter, theme, words, SEARCH, BODY, colours.text2)


class _FooterLine(QWidget):
    """An icon and a quiet line; the icon alone in the narrow sidebar."""

    def __init__(self, theme: Theme, icon: str, colour: str, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._picture = (icon, colour)
        self._icon = QLabel()
        self._label = ElidedLabel(text, "cap")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(INSIDE, 0, 0, 0)
        row.setSpacing(Space.SMALL + 1)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        self.setToolTip(plain_tip(text))
        theme.changed.subscribe(self.recolour)
        self.recolour(theme.tokens)

    def say(self, icon: str, colour: str, text: str) -> None:
        self._picture = (icon, colour)
        self._label.setText(text)
        self.recolour(self._theme.tokens)
        self.setToolTip(plain_tip(text))

    def set_narrow(self, narrow: bool) -> None:
        self._label.setVisible(not narrow)
        self._row.setContentsMargins(0 if narrow else INSIDE, 0, 0, 0)
        centred = Qt.AlignmentFlag.AlignHCenter if narrow else Qt.AlignmentFlag.AlignLeft
        self._row.setAlignment(self._icon, centred)

    def recolour(self, _tokens: Tokens) -> None:
        name, colour = self._picture
        scale, side = self.devicePixelRatio(), self._theme.px(Size.ICON)
        self._icon.setPixmap(self._theme.pixmap(name, colour, side, scale))


class Sidebar(QWidget):
    """The list of pages; `chosen` tells the id of the one a person picked, `search` is the
    button that opens the palette. It is one stop for Tab; arrows move inside it.
    """

    def __init__(self, theme: Theme, pages: Sequence[PageEntry]) -> None:
        super().__init__()
        self.chosen: Channel[str] = Channel()
        self._theme = theme
        self.narrow = False
        self.setProperty("s", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Pages")
        self.menu_button = IconButton(theme.icon("menu"), "Menu")
        self.search = SearchButton(theme)
        self._logo = QLabel()
        self._name = PlainLabel("Jobtracker", "section")
        self._rows = {entry.id: NavigationRow(theme, entry) for entry in pages}
        self._between: SidebarSection | None = None
        self._privacy = _FooterLine(theme, "hard-drive", "text2", "On this computer only")
        self._backup = _FooterLine(theme, "shield-check", "text2", "No backup yet")
        self._second: _FooterLine | None = None
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.set_narrow(False)
        theme.changed.subscribe(lambda _tokens: self.set_narrow(self.narrow), owner=self)

    def mark(self, page: str) -> None:
        """Show which page is open; of one that is not listed here the page one came from."""
        if page in self._rows:
            self._rows[page].setChecked(True)
        for row in self._rows.values():
            stop = Qt.FocusPolicy.StrongFocus if row.isChecked() else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(stop)

    def set_count(self, page: str, count: int) -> None:
        self._rows[page].set_count(count)

    def set_key(self, page: str, key: str) -> None:
        """Name the key that goes to a page, in its tooltip."""
        row = self._rows.get(page)
        if row is not None and row.entry.shortcut != key:
            row.show_entry(row.entry._replace(shortcut=key))

    def set_backup(self, text: str, *, good: bool | None) -> None:
        """The backup line: "Backed up today 09:12", or what is wrong with it; `good` is None where
        there is nothing to back up yet.
        """
        icon, colour = ("triangle-alert", "warn") if good is False else ("shield-check", "ok")
        self._backup.say(icon, "text2" if good is None else colour, text)

    def set_second_backup(self, text: str, *, good: bool) -> None:
        """The line about the second place, which is there only where somebody has chosen one."""
        if self._second is None:
            if not text:
                return
            self._second = _FooterLine(self._theme, "hard-drive", "text2", text)
            self._second.set_narrow(self.narrow)
            below = self._column.indexOf(self._backup) + 1
            self._column.insertSpacing(below, Space.SNUG)
            self._column.insertWidget(below + 1, self._second)
        icon, colour = ("archive", "text2") if good else ("triangle-alert", "warn")
        self._second.say(icon, colour, text)
        self._second.setVisible(bool(text))

    def add_section(self, section: "SidebarSection") -> None:
        """Put more rows below the pages."""
        self._between = section
        section.set_narrow(self.narrow)
        self._column.insertWidget(self._column.indexOf(self._privacy) - 1, section)

    def set_narrow(self, narrow: bool) -> None:
        self.narrow = narrow
        self.setFixedWidth(self._theme.px(Size.SIDEBAR_NARROW if narrow else Size.SIDEBAR) - 1)
        self._name.setVisible(not narrow)
        self._logo.setVisible(not narrow)
        self.search.narrow = narrow
        self.search.updateGeometry()
        for row in self._rows.values():
            row.set_narrow(narrow)
        for line in (self._privacy, self._backup, self._second):
            if line is not None:
                line.set_narrow(narrow)
        if self._between is not None:
            self._between.set_narrow(narrow)

    def focus_current(self) -> None:
        current = next(row for row in self._rows.values() if row.isChecked())
        current.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        rows = self._all_rows()
        at = next((i for i, row in enumerate(rows) if row.hasFocus()), None)
        if not step or at is None:
            super().keyPressEvent(event)
            return
        rows[(at + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _all_rows(self) -> list[NavigationRow]:
        """Every row from top to bottom."""
        above = [row for page, row in self._rows.items() if page not in FOOT]
        between = self._between.rows() if self._between is not None else []
        return [*above, *between, *(self._rows[page] for page in FOOT if page in self._rows)]

    def _lay_out(self) -> None:
        logo = self._theme.pixmap("app", "text", LOGO, self.devicePixelRatio())
        self._logo.setPixmap(logo)
        head = QHBoxLayout()
        head.setContentsMargins(Space.SMALL, 0, 2, 0)
        head.setSpacing(Space.SMALL)
        head.addWidget(self._logo)
        head.addWidget(self._name, 1)
        head.addWidget(self.menu_button)
        column = self._column
        column.setContentsMargins(EDGE, Space.MEDIUM, EDGE, Space.SMALL)
        column.setSpacing(2)
        column.addLayout(head)
        column.addSpacing(Space.TIGHT)
        column.addWidget(self.search)
        column.addSpacing(Space.SMALL)
        for key, row in self._rows.items():
            row.clicked.connect(lambda _checked, page=key: self.chosen.put(page))
            if key not in FOOT:
                column.addWidget(row)
        column.addStretch(1)
        column.addWidget(self._privacy)
        column.addSpacing(Space.SNUG)
        column.addWidget(self._backup)
        column.addSpacing(Space.SMALL)
        for row in self._all_rows():
            if row.entry.id in FOOT:
                column.addWidget(row)


class SidebarSection(QWidget):
    """More rows below the pages, for instance the saved views."""

    def rows(self) -> list[NavigationRow]:
        raise NotImplementedError

    def set_narrow(self, narrow: bool) -> None:
        raise NotImplementedError
