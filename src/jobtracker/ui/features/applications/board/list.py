"""The list of the cards of one column of the board: its keys, its pointer, its ground."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView

from jobtracker.ui.features.applications.board.card import AROUND, SLOT, CardDelegate
from jobtracker.ui.features.applications.board.drag import DropList
from jobtracker.ui.features.applications.board.model import CardModel
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SMALL, Size, Space

ENTER = (int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter))
SIDEWAYS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
ELSEWHERE = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)
"""After these the focus ring stays as it was."""
EMPTY_HEIGHT = 64
BESIDE_BAR = Space.HAIR


class CardList(DropList):
    """`chosen` tells the card a person moved to, or None in a list without any; `opened` the one
    they entered, `sideways` that they want to go a column to the left (-1) or right (1),
    `menu_wanted` where they ask for the card's menu.
    """

    def __init__(self, theme: Theme, cards: CardModel) -> None:
        super().__init__()
        self.chosen: Channel[int | None] = Channel()
        self.opened: Channel[int] = Channel()
        self.sideways: Channel[int] = Channel()
        self.menu_wanted: Channel[QPoint] = Channel()
        self.cards = cards
        self.margin = Space.SNUG
        self.hint = ""
        self.is_quiet = False
        self._place = 0
        self._theme = theme
        self._by_keyboard = False
        self.delegate = CardDelegate(theme, cards, self, self)
        self.setItemDelegate(self.delegate)
        self.setProperty("s", "canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(cards)
        self.selectionModel().currentChanged.connect(self._moved)
        cards.modelAboutToBeReset.connect(self._keep_place)
        cards.modelReset.connect(self._find_place)

    def step(self) -> int:
        return self.delegate.step

    def id_at(self, row: int) -> int | None:
        return self.cards.rows[row].id if 0 <= row < len(self.cards.rows) else None

    def choose(self, row: int, *, scroll: bool = True) -> None:
        """Move to a card, and into its sight."""
        index = self.cards.index(row)
        self.selectionModel().setCurrentIndex(index, SELECT)
        if scroll:
            self.scrollTo(index)

    def wear_ring(self) -> None:
        """Mark the current card as a key does."""
        self._by_keyboard = True
        self.viewport().update()

    def release(self) -> None:
        """No card is chosen here any more; the list keeps its place."""
        self.selectionModel().clearSelection()

    def is_chosen(self, row: int) -> bool:
        return self.selectionModel().isSelected(self.cards.index(row))

    def has_ring(self, row: int) -> bool:
        return self._by_keyboard and self.hasFocus() and self.currentIndex().row() == row

    def below_current(self) -> QPoint:
        """The lower left corner of the current card, on the screen."""
        rect = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(Space.MEDIUM, 0))

    def height_of_current(self) -> int:
        """The middle of the current card, in px of this list; 0 for none."""
        return max(0, self.visualRect(self.currentIndex()).center().y())

    def row_at(self, height: int) -> int:
        """The row of the card at this height, else of the last one."""
        row = (height + self.verticalOffset()) // self.step()
        return max(0, min(row, len(self.cards.rows) - 1))

    def set_compact(self, compact: bool) -> None:
        self.delegate.compact = compact
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards, and the gap they leave for the one that is dragged."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.gap >= 0:
            self._paint_gap(painter)
        elif self.hint and not self.cards.rows:
            self._paint_hint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cards keep nearly their width when the scroll bar comes."""
        self.margin = BESIDE_BAR if self.verticalScrollBar().isVisible() else Space.SNUG
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        current = self.id_at(self.currentIndex().row())
        if event.key() in SIDEWAYS and not plain:
            self.sideways.put(SIDEWAYS[event.key()])
        elif event.key() in ENTER and current is not None:
            self.opened.put(current)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Letters are commands here, not the beginning of a name."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        super().mousePressEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0:
            self.chosen.put(self.cards.rows[row].id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0:
            self.opened.put(self.cards.rows[row].id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            self.menu_wanted.put(self.below_current())
        elif self.indexAt(event.pos()).isValid():
            self.menu_wanted.put(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By the keyboard one comes to the card last visited here, else to the first."""
        super().focusInEvent(event)
        if event.reason() in ELSEWHERE:
            return
        if self.cards.rows:
            self.choose(max(0, self.currentIndex().row()))
        self._by_keyboard = True
        self.chosen.put(self.id_at(self.currentIndex().row()))

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and self.hasFocus() and not self.is_quiet:
            self.chosen.put(self.cards.rows[index.row()].id)

    def _keep_place(self) -> None:
        self._place = self.verticalScrollBar().value()

    def _find_place(self) -> None:
        self.doItemsLayout()
        self.verticalScrollBar().setValue(self._place)

    def _paint_gap(self, painter: QPainter) -> None:
        """Where the dragged card would go; at the foot of a full list it stays in sight."""
        colours, height = self._theme.colours, self._theme.px(SLOT)
        top = self.gap * self.step() - self.verticalOffset() + AROUND
        top = max(0, min(top, self.viewport().height() - height))
        width = self.viewport().width() - Space.SNUG - self.margin
        slot = QRectF(Space.SNUG, top, width, height - 2 * AROUND).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(colours.focus, self._theme.ring, Qt.PenStyle.DashLine))
        painter.setBrush(colours.selected)
        painter.drawRoundedRect(slot, Size.RADIUS_CARD, Size.RADIUS_CARD)

    def _paint_hint(self, painter: QPainter) -> None:
        colours = self._theme.colours
        width = self.viewport().width() - 2 * Space.SNUG
        box = QRect(Space.SNUG, AROUND, width, self._theme.px(EMPTY_HEIGHT))
        focused = self._by_keyboard and self.hasFocus()
        edge = colours.focus if focused else colours.border_strong
        style = Qt.PenStyle.SolidLine if focused else Qt.PenStyle.DashLine
        painter.setPen(QPen(edge, self._theme.ring if focused else 1, style))
        painter.drawRoundedRect(
            QRectF(box).adjusted(1, 1, -1, -1), Size.RADIUS_CARD, Size.RADIUS_CARD
        )
        painter.setPen(colours.text2)
        painter.setFont(self._theme.font(SMALL))
        inside = box.adjusted(Space.SMALL, 0, -Space.SMALL, 0)
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inside, wrapped, self.hint)
