"""Two profiles side by side, in one list that keys walk."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from jobtracker.ui.features.profiles.comparing.pairs import SIGNS, PairRow, compared, spoken
from jobtracker.ui.features.profiles.lines.delegate import wrapping
from jobtracker.ui.features.profiles.section import EDGE
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, SECTION, SMALL, STRONG, Size, Space, TypeToken
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.heading import Heading
from jobtracker.ui.widgets.labels import ElidedLabel
from jobtracker.ui.widgets.row_model import ROW, Column, RowModel
from jobtracker.ui.widgets.row_table import RowList

if TYPE_CHECKING:
    from jobtracker.domain.profiles import RoleProfile

SIGN = 26
TARGET = 28
HINT = "= in both   \N{MINUS SIGN} only in the first   + only in the second   ≠ differs"


class PairDelegate(QStyledItemDelegate):
    """Paints label, left side, sign and right side; the words of the difference below them."""

    def __init__(self, theme: Theme, view: RowList) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    def columns(self, room: QRect) -> tuple[QRect, QRect, QRect]:
        """The left side, the sign and the right side in a row."""
        sign = self.theme.px(SIGN)
        left = Space.PAGE + EDGE
        width = (self._view.viewport().width() - 2 * left - sign) // 2
        top = room.top() + self.theme.px(6)
        return (
            QRect(left, top, width - Space.SMALL, 1 << 20),
            QRect(left + width, top, sign, self.theme.metrics(STRONG).height()),
            QRect(left + width + sign, top, width, 1 << 20),
        )

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: PairRow = index.data(ROW)
        if row.is_heading:
            return QSize(60, self.theme.px(44))
        label, left, _, right, words = self._places(row, QRect())
        low = max(part.bottom() for part in (label, left, right, words)) + 1
        return QSize(60, max(low + self.theme.px(6), self.theme.px(TARGET)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: PairRow = index.data(ROW)
        room = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.has_ring(index.row()):
            painter.setPen(QPen(self.theme.colours.focus, self.theme.ring))
            side = Space.PAGE - Space.SMALL
            painter.drawRoundedRect(room.adjusted(side, 1, -side, -1), Size.RADIUS, Size.RADIUS)
        if row.is_heading:
            self._paint_heading(painter, room, row)
        else:
            self._paint_pair(painter, room, row)
        painter.restore()

    def _places(self, row: PairRow, room: QRect) -> tuple[QRect, QRect, QRect, QRect, QRect]:
        first, sign, second = self.columns(room)
        label = QRect(first.left(), first.top(), 0, 0)
        down = 0
        if row.label:
            label = QRect(first.left(), first.top(), second.right() - first.left(), 1 << 20)
            label.setHeight(self._height(SMALL, label, row.label))
            down = label.height() + Space.HAIR
        left = first.translated(0, down)
        left.setHeight(self._height(BODY, left, row.left) if row.left else 0)
        right = second.translated(0, down)
        right.setHeight(self._height(BODY, right, row.right) if row.right else 0)
        low = max(left.bottom(), right.bottom()) + 1
        words = QRect(second.left(), low, second.width(), 1 << 20)
        words.setHeight(self._height(SMALL, words, row.difference) if row.difference else 0)
        return label, left, sign.translated(0, down), right, words

    def _height(self, token: TypeToken, room: QRect, text: str) -> int:
        return self.theme.metrics(token).boundingRect(room, wrapping(text), text).height()

    def _paint_pair(self, painter: QPainter, room: QRect, row: PairRow) -> None:
        label, left, sign, right, words = self._places(row, room)
        colours = self.theme.colours
        self._text(painter, label, row.label, SMALL, colours.text3)
        self._text(painter, left, row.left, BODY, colours.text)
        self._text(painter, right, row.right, BODY, colours.text)
        self._text(painter, sign, SIGNS[row.mark], STRONG, colours.text2)
        self._text(painter, words, row.difference, SMALL, colours.text2)

    def _paint_heading(self, painter: QPainter, room: QRect, row: PairRow) -> None:
        colours = self.theme.colours
        side = Space.PAGE + EDGE
        painter.setPen(QPen(colours.border, 1))
        top = room.top() + Space.SMALL
        painter.drawLine(side, top, room.right() - side, top)
        line = room.adjusted(side, Space.LARGE, -side, 0)
        height = self.theme.metrics(SECTION).height()
        words = QRect(line.left(), line.top(), line.width(), height)
        self._text(painter, words, row.label, SECTION, colours.text)
        width = self.theme.metrics(SECTION).horizontalAdvance(row.label) + Space.LARGE
        note = self.theme.metrics(SMALL).elidedText(
            row.difference, Qt.TextElideMode.ElideRight, words.width() - width
        )
        painter.setFont(self.theme.font(SMALL))
        painter.setPen(colours.text3)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(flags), note)

    def _text(
        self, painter: QPainter, rect: QRect, text: str, token: TypeToken, colour: Any
    ) -> None:
        if text:
            painter.setFont(self.theme.font(token))
            painter.setPen(colour)
            painter.drawText(rect, wrapping(text), text)


class PairList(RowList):
    """Rows of their own heights, which follow the width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class CompareView(QWidget):
    """`closed` tells that the first profile alone is wanted again, `other_wanted` another second
    one.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.closed: Channel[None] = Channel()
        self.other_wanted: Channel[None] = Channel()
        self.titles = ("", "")
        self._theme = theme
        self._heading = Heading(theme, "title", Space.PAGE + EDGE)
        self.other = Button("Another…")
        self.close_button = Button("Close comparison", kind="primary")
        column = Column("Compared", lambda row: row.label, spoken=spoken)
        self.model = RowModel[PairRow]([column], key=id)
        self.list = PairList(theme, "Profiles compared", self.model)
        self.list.setProperty("s", "surface")
        self.list.setUniformItemSizes(False)
        self.list.setItemDelegate(PairDelegate(theme, self.list))
        self._left, self._right = ElidedLabel("", "strong"), ElidedLabel("", "strong")
        self._lay_out()
        self.close_button.clicked.connect(lambda: self.closed.put(None))
        self.other.clicked.connect(lambda: self.other_wanted.put(None))
        theme.changed.subscribe(lambda _t: self.list.scheduleDelayedItemsLayout(), owner=self)

    def show_pair(self, left: "RoleProfile", right: "RoleProfile") -> None:
        """Show two profiles, from the top."""
        self.titles = (left.title, right.title)
        self._heading.say(f"{left.title} and {right.title}", HINT)
        self._left.setText(left.title)
        self._right.setText(right.title)
        self.list.setAccessibleName(f"{left.title} compared with {right.title}")
        self.model.show_rows(compared(left, right))
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.put(None)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._heading.add(self.other, self.close_button)
        names = QHBoxLayout()
        names.setContentsMargins(Space.PAGE + EDGE, 0, Space.PAGE + EDGE, Space.SMALL)
        names.setSpacing(0)
        names.addWidget(self._left, 1)
        gap = QWidget()
        self._theme.fit(gap.setFixedWidth, SIGN)
        names.addWidget(gap)
        names.addWidget(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addLayout(names)
        column.addWidget(self.list, 1)
