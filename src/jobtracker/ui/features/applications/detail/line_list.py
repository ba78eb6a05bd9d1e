"""A list of what happened, each thing a line with its day: as high as its lines are."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import LABEL, SMALL, Size, Space, TypeToken
from jobtracker.ui.widgets.long_text import ENTER
from jobtracker.ui.widgets.menus import Menu
from jobtracker.ui.widgets.row_delegate import RIGHT, draw_text
from jobtracker.ui.widgets.scroll import ScrollPane

TEXT_AT = 30
LINE = 18
GAP = 10
EDGE = 4
WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)

Index = QModelIndex | QPersistentModelIndex


class Entry(Protocol):
    """What a line shows: a glyph of the theme or an icon, words, its day, and a text below in a
    colour role ("" for the quiet one). `key` is the same for the same thing; of what was taken
    back `gone` is set.
    """

    @property
    def key(self) -> object: ...
    @property
    def glyph(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def heading(self) -> str: ...
    @property
    def day(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def tone(self) -> str: ...
    @property
    def gone(self) -> bool: ...
    @property
    def spoken(self) -> str: ...


E = TypeVar("E", bound=Entry)


class LineList(QListView, Generic[E]):
    """The Menu key, Enter or a right click opens what can be done with a line: `fill` puts it
    into the menu.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._lines = _Lines[E](self)
        self.menu = Menu(self)
        self.setModel(self._lines)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        theme.changed.subscribe(lambda _tokens: self._fit(), owner=self)

    def fill(self, line: E) -> None:
        """Put what can be done with a line into the menu, which is empty."""

    @property
    def lines(self) -> Sequence[E]:
        return self._lines.lines

    def show_lines(self, lines: Sequence[E]) -> None:
        if list(lines) == self._lines.lines:
            return
        at = self.currentIndex().row()
        entry = self.lines[at].key if 0 <= at < len(self.lines) else None
        self._lines.show(lines)
        same = (place for place, line in enumerate(lines) if line.key == entry)
        self.setCurrentIndex(self._lines.index(next(same, max(0, min(at, len(lines) - 1))), 0))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Keep the entry the keyboard is on in sight of the pane around."""
        super().currentChanged(current, previous)
        around = self.parentWidget()
        while around is not None and not isinstance(around, ScrollPane):
            around = around.parentWidget()
        if around is not None and self.hasFocus():
            around.reveal(self, self.visualRect(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in ENTER and index.isValid():
            self._open_menu(self.lines[index.row()], self.visualRect(index).center())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            self._open_menu(self.lines[index.row()], place)

    def _open_menu(self, line: E, place: QPoint) -> None:
        self.menu.clear()
        self.fill(line)
        self.menu.popup(self.viewport().mapToGlobal(place))

    def _fit(self) -> None:
        option = QStyleOptionViewItem()
        heights = (
            self.itemDelegate().sizeHint(option, self._lines.index(row, 0)).height()
            for row in range(len(self.lines))
        )
        self.setFixedHeight(sum(heights) + 2)


class _Lines(QAbstractListModel, Generic[E]):
    """Each line as it is read aloud; the delegate paints the line itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[E] = []

    def show(self, lines: Sequence[E]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.lines[index.row()].spoken
        return None


class _LineDelegate(QStyledItemDelegate, Generic[E]):
    """A glyph, a title, the day at the right, the text wrapped below, a thread to the next."""

    def __init__(self, theme: Theme, view: LineList[E]) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = self._view.lines[index.row()]
        height = self._title_height(line) + self._theme.px(GAP) + EDGE
        if line.text:
            height += self._height(line.text, SMALL, self._text_width())
        return QSize(80, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        line = self._view.lines[index.row()]
        last = index.row() == len(self._view.lines) - 1
        painter.save()
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colours.focus, self._theme.ring))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -3), Size.RADIUS, Size.RADIUS)
        painter.translate(EDGE, rect.top() + EDGE)
        self._paint_mark(painter, line, rect.height(), last=last)
        self._paint_words(painter, line, rect)
        painter.restore()

    def _paint_mark(self, painter: QPainter, line: E, height: int, *, last: bool) -> None:
        theme, side = self._theme, self._theme.px(Size.ICON)
        if line.glyph:
            theme.glyph(painter, QRectF(0, 1, side, side), line.glyph)
        else:
            scale = self._view.devicePixelRatio()
            painter.drawPixmap(0, 1, theme.pixmap(line.icon, "text2", side, scale))
        if not last:
            painter.setPen(QPen(theme.colours.border, 1))
            painter.drawLine(side // 2, side + 4, side // 2, height - 3)

    def _paint_words(self, painter: QPainter, line: E, rect: QRect) -> None:
        theme, left, high = self._theme, self._theme.px(TEXT_AT), self._title_height(line)
        quiet = theme.colours.text3 if line.gone else theme.colours.text2
        painter.setFont(theme.font(LABEL))
        painter.setPen(quiet if line.gone else theme.colours.text)
        painter.drawText(QRect(left, 0, self._title_width(line), high), WRAPPED, line.heading)
        day = QRect(0, 0, rect.width() - 2 * EDGE, theme.px(LINE))
        draw_text(painter, theme, day, line.day, SMALL, quiet, RIGHT)
        if line.text:
            painter.setFont(theme.font(SMALL))
            painter.setPen(theme.colours.named(line.tone) if line.tone else quiet)
            below = QRect(left, high, self._text_width(), rect.height() - high)
            painter.drawText(below, WRAPPED, line.text)

    def _title_height(self, line: E) -> int:
        return max(self._theme.px(LINE), self._height(line.heading, LABEL, self._title_width(line)))

    def _height(self, text: str, token: TypeToken, width: int) -> int:
        room = QRect(0, 0, width, 100_000)
        return self._theme.metrics(token).boundingRect(room, WRAPPED, text).height()

    def _title_width(self, line: E) -> int:
        """What the day at the right leaves for the title."""
        return self._text_width() - self._theme.metrics(SMALL).horizontalAdvance(line.day)

    def _text_width(self) -> int:
        left = self._theme.px(TEXT_AT)
        return max(80, self._view.viewport().width() - left - 2 * EDGE - Space.SMALL)
