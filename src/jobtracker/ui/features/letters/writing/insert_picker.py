"""A small list beside the cursor: which field or block to put into the letter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from jobtracker.domain.letters import FieldName
from jobtracker.ui.features.letters.contract import BlockChoice
from jobtracker.ui.features.letters.writing.offer_rows import OFFER, OfferDelegate
from jobtracker.ui.features.letters.writing.offers import Offer, name_from, offered
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.labels import ElidedLabel

WIDTH, HEIGHT = 340, 320
GAP = 4
PAGE = 8
"""Rows that Page Up and Page Down pass."""
STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -PAGE,
    Qt.Key.Key_PageDown: PAGE,
}
HINT = "Type to find a field or a block"


class InsertPicker(QFrame):
    """`picked` tells the row taken, `cancelled` the words typed where none was."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.picked: Channel[Offer] = Channel()
        self.cancelled: Channel[str] = Channel()
        self._theme = theme
        self._own: Sequence[FieldName] = ()
        self._blocks: Sequence[BlockChoice] = ()
        self.setProperty("s", "card")
        self.setAccessibleName("Insert field or block")
        self.search = _Search(self)
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName("Fields and blocks")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(OfferDelegate(theme, self.list))
        self.list.itemClicked.connect(self._click)
        self.list.currentItemChanged.connect(lambda item, _before: self._tell(item))
        self.preview = ElidedLabel("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[Space.SMALL] * 4)
        column.setSpacing(Space.SMALL)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.preview)
        self.hide()

    def open_at(
        self,
        corner: QPoint,
        within: QRect,
        own: Sequence[FieldName],
        blocks: Sequence[BlockChoice] = (),
        *,
        field_first: bool = False,
    ) -> None:
        """Show below `corner`, inside `within`; `own` are further fields of this letter. With
        `field_first` the first field is the row to be taken, not a suggested block.
        """
        self._own, self._blocks = own, blocks
        self.resize(self._theme.px(WIDTH), min(self._theme.px(HEIGHT), within.height()))
        self.search.clear()
        self._filter("")
        if field_first:
            self._stand_on(next(row for row in self._rows() if self._offer(row).field))
        left = min(corner.x(), within.right() - self.width())
        top = corner.y() + GAP
        if top + self.height() > within.bottom():
            top = max(within.top(), within.bottom() - self.height())
        self.move(max(within.left(), left), top)
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def offers(self) -> list[Offer]:
        """What is offered now."""
        return [self._offer(row) for row in self._rows()]

    def accept(self) -> None:
        """Take the current row."""
        self._click(self.list.currentItem())

    def cancel(self) -> None:
        if self.isVisible():
            self.hide()
            self.cancelled.put(self.search.text())

    def step(self, rows: int) -> None:
        """Move in the list; a single row goes on round its end."""
        found = self._rows()
        if not found:
            return
        current = self.list.currentRow()
        place = (found.index(current) if current in found else -1) + rows
        single = abs(rows) == 1
        self._stand_on(found[place % len(found) if single else max(0, min(place, len(found) - 1))])

    def _stand_on(self, row: int) -> None:
        """The first row shows the heading over it, too."""
        self.list.setCurrentRow(row)
        if row == 1:
            self.list.scrollToTop()

    def _click(self, item: QListWidgetItem | None) -> None:
        offer = item.data(OFFER) if item is not None else None
        if isinstance(offer, Offer):
            self._pick(offer)

    def _pick(self, offer: Offer) -> None:
        self.hide()
        self.picked.put(offer)

    def _rows(self) -> list[int]:
        return [row for row in range(self.list.count()) if self._is_offer(row)]

    def _is_offer(self, row: int) -> bool:
        return isinstance(self.list.item(row).data(OFFER), Offer)

    def _offer(self, row: int) -> Offer:
        offer: Offer = self.list.item(row).data(OFFER)
        return offer

    def _filter(self, typed: str) -> None:
        """Offer what fits; a whole tag that was typed by hand is taken at once."""
        name = name_from(typed.strip().strip("{}")) if typed.rstrip().endswith("}}") else ""
        if name:
            self._pick(Offer(name, field=name))
            return
        self.list.clear()
        for section in offered(typed, self._own, self._blocks):
            self._add(section.title, section.title, Qt.ItemFlag.NoItemFlags)
            for offer in section.offers:
                self._add(
                    offer.spoken, offer, Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                )
        self.step(1)

    def _add(self, spoken: str, shown: Offer | str, flags: Qt.ItemFlag) -> None:
        item = QListWidgetItem()
        item.setData(OFFER, shown)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setFlags(flags)
        item.setSizeHint(QSize(0, self._theme.px(Size.CHIP)))
        self.list.addItem(item)

    def _tell(self, item: QListWidgetItem | None) -> None:
        """Say what the row would put in: the keyboard is in the field above the list."""
        offer = item.data(OFFER) if item is not None else None
        block = offer.block if isinstance(offer, Offer) else None
        self.preview.setText(block.text if block else HINT)
        if isinstance(offer, Offer) and self.isVisible() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.search, offer.spoken))


class _Search(QLineEdit):
    """Keeps the focus while the keys move in the list below it."""

    def __init__(self, picker: InsertPicker) -> None:
        super().__init__()
        keep_not(self)
        self._picker = picker
        self.setAccessibleName("Field or block to insert")
        self.setPlaceholderText("Field or block")
        self.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tab takes the row, too: it must not leave a list that is about to vanish."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._act(event)
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self._picker.cancel()

    def _act(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
            self._picker.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._picker.cancel()
        elif event.key() in STEPS:
            self._picker.step(STEPS[Qt.Key(event.key())])
        else:
            return False
        return True
