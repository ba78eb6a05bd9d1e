"""A field that finds: what is typed asks for answers, one of which is chosen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, QStringListModel, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
)
from PySide6.QtWidgets import QStyledItemDelegate as Delegate

from jobtracker.ui.features.salary.contract import Found, Wanted
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.choices import ChoicesList
from jobtracker.ui.widgets.labels import plain_tip

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CHEVRON = 14
MOST_SHOWN = 12
CURSOR_ROOM = 2
"""px that Qt keeps free at both ends of a line."""


class FindField(QLineEdit):
    """Shows the words of what is chosen. `asked` tells what is typed, `chosen` the answer taken.

    Enter takes the answer that is marked, else the first; Esc and leaving put the words back.
    Words too long for it end in an ellipsis until a key is pressed in them.
    """

    def __init__(self, theme: Theme, name: str, prefix: str = "") -> None:
        super().__init__()
        keep_not(self)
        self.asked: Channel[Wanted] = Channel()
        self.chosen: Channel[Found] = Channel()
        self._theme = theme
        self._prefix = prefix
        self._words = ""
        self._answers: list[Found] = []
        self._answered = ""
        self._waits = False
        self._hurried = False
        self.setAccessibleName(name)
        self.setProperty("find", True)
        self._leave_room()
        theme.changed.subscribe(lambda _tokens: self._leave_room(), owner=self)
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(MOST_SHOWN)
        completer.setPopup(ChoicesList(f"{name}, answers"))
        self._completer = completer
        self._popup().setItemDelegate(Delegate(completer))
        self.textEdited.connect(self._ask)
        completer.setWidget(self)
        self._popup().clicked.connect(self._clicked)

    def show_words(self, words: str) -> None:
        """What is chosen now; what is being typed is not overwritten."""
        self._words = words
        if not self.isModified():
            self._restore()

    def open(self) -> None:
        """Offer all there is to choose from."""
        self._ask("")

    def value(self) -> str:
        """The words of what is chosen."""
        return self._words

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._restore()
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.selectAll()
        self._ask("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self._popup().isVisible():
            self._ask(self.text() if self.isModified() else "")
        elif key in ENTER:
            self._take(self._popup().currentIndex())
        elif key == Qt.Key.Key_Escape and (self.isModified() or self._popup().isVisible()):
            self._popup().hide()
            self._restore()
            self.selectAll()
        else:
            self._unfold()
            super().keyPressEvent(event)
            return
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.isModified():
            self._restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._theme.px(CHEVRON)
        pixmap = self._theme.pixmap("chevron-down", "text2", side, self.devicePixelRatio())
        left, top = self.width() - side - Space.SMALL, (self.height() - side) // 2
        painter.drawPixmap(left, top, pixmap)
        painter.end()

    def _leave_room(self) -> None:
        """Words end before the sign at the right."""
        self.setTextMargins(0, 0, self._theme.px(CHEVRON) + Space.SMALL, 0)

    def _ask(self, text: str) -> None:
        self._waits, self._hurried = True, False
        self.asked.put(Wanted(text.strip(), partial(self._offer, text)))

    def _offer(self, text: str, answers: Sequence[Found]) -> None:
        """Show the answers; those that come when nobody waits any more are for nobody."""
        self._answers, self._answered = list(answers), text
        self._model.setStringList([found.words for found in answers])
        if self._hurried and answers:
            self._choose(answers[0])
        elif self._waits and self.hasFocus() and answers:
            self._completer.complete(self._answers_rect())

    def _take(self, index: QModelIndex) -> None:
        """Enter: the answer that is marked, else the first, once it is that of what is typed."""
        if index.isValid() and self._popup().isVisible():
            self._choose(self._answers[index.row()])
        elif self.isModified() and self._answered != self.text():
            self._hurried = True
        elif self.isModified() and self._answers:
            self._choose(self._answers[0])

    def _clicked(self, index: QModelIndex) -> None:
        self._choose(self._answers[index.row()])

    def _choose(self, found: Found) -> None:
        self._waits = self._hurried = False
        self._popup().hide()
        self._words = found.words
        self._restore()
        self.selectAll()
        self.chosen.put(found)

    def _restore(self) -> None:
        """The words of what is chosen, with what they are: "Place: Texas"."""
        whole = f"{self._prefix}{self._words}"
        room = self._words_room()
        mode = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(whole, mode, room) if room > 0 else whole)
        self.setCursorPosition(0)
        self.setModified(False)
        self.setToolTip(plain_tip(whole))
        self.setAccessibleDescription(whole if self.text() != whole else "")

    def _unfold(self) -> None:
        """Give the keys the whole words, of which so far the beginning was seen."""
        whole = f"{self._prefix}{self._words}"
        if not self.isModified() and self.text() != whole:
            self.setText(whole)
            self.selectAll()

    def _words_room(self) -> int:
        """The px between the frame and the sign at the right."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_LineEditContents
        inside = self.style().subElementRect(part, option, self)
        margins = self.textMargins()
        return inside.width() - margins.left() - margins.right() - 2 * CURSOR_ROOM

    def _answers_rect(self) -> QRect:
        """Where the list hangs: as wide as its longest answer, within the window."""
        popup, window = self._popup(), self.window()
        popup.setFont(self.font())
        wanted = popup.sizeHintForColumn(0) + 2 * popup.frameWidth() + 2 * Space.SMALL
        if self._model.rowCount() > MOST_SHOWN:
            wanted += popup.verticalScrollBar().sizeHint().width()
        width = min(max(wanted, self.width()), window.width() - 2 * Space.SMALL)
        right = window.width() - Space.SMALL - self.mapTo(window, QPoint()).x()
        return QRect(min(0, right - width), 0, width, self.height())

    def _popup(self) -> QAbstractItemView:
        popup = self._completer.popup()
        assert popup is not None
        return popup
