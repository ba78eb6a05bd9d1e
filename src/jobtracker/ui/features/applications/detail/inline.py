"""A value that looks like text and becomes a field when it takes the focus."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QStyledItemDelegate

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, Size, TypeToken
from jobtracker.ui.widgets.choices import ChoicesList
from jobtracker.ui.widgets.fields import CommitLineEdit, mark_wrong
from jobtracker.ui.widgets.labels import plain_tip
from jobtracker.ui.widgets.long_text import ENTER
from jobtracker.ui.widgets.row_delegate import draw_text

INSET = 10
CHEVRON = 14
MOST_SHOWN = 12


class InlineEdit(CommitLineEdit):
    """Painted in `token` and the colour role `colour` until it is focused.

    `flush` lets the text start at the widget's edge, where a field would have its border.
    `empty` is painted where there is nothing; an example of what to type is the placeholder.
    `painted`, where set, stands there instead of the text: "3 days late" for a date.
    `indent` moves the painted text to the right, `empty_colour` is that of an absent one.
    `restored` tells that Esc put back the stored value.
    """

    painted = ""
    empty_colour = "text3"
    indent = 0

    def __init__(
        self,
        theme: Theme,
        name: str,
        token: TypeToken = BODY,
        *,
        placeholder: str = "",
        empty: str = "",
        colour: str = "text",
        flush: bool = False,
    ) -> None:
        super().__init__(name, placeholder=placeholder, quiet=True)
        self.restored: Channel[None] = Channel()
        self._theme = theme
        self._token = token
        self.colour = colour
        self.empty = empty or placeholder
        self._inset = 0 if flush else INSET
        self._choices: Callable[[], Sequence[str]] | None = None
        self._only = False
        self._last: Callable[[str], str] | None = None
        self._completer: QCompleter | None = None
        self.textChanged.connect(lambda text: self.setToolTip(plain_tip(text)))

    def offer(self, choices: Callable[[], Sequence[str]], *, only: bool = False) -> None:
        """Offer these while one types, all of them on a click or Down; asked at each focus.

        With `only` a text that begins just one of them is finished to it.
        """
        self._choices = choices
        self._only = only

    def offer_last(self, last: Callable[[str], str]) -> None:
        """Offer one more below the choices, made of what is typed by then."""
        self._last = last
        self.textEdited.connect(lambda _text: self._renew())

    def commit(self) -> None:
        """Tell a new value; a choice may be typed by its beginning."""
        if self._only and self._choices is not None and self.text() != self._value:
            self._finish(self._choices())
        super().commit()

    def refuse(self, stored: str) -> None:
        """Keep the wrong text for correcting; Esc goes back to the stored one."""
        typed = self.text()
        self.set_value(stored)
        self.put_back(typed)
        mark_wrong(self, wrong=True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._choices is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._prepare()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._choices is not None:
            self._show_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self._choices is not None:
            self._show_all()
            return
        if event.key() in ENTER and self._is_open():
            self._take()
            event.accept()
            return
        restores = self.takes_back(event)
        super().keyPressEvent(event)
        if restores:
            self.restored.put(None)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self.property("wrong"):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        colours = self._theme.colours
        hovered = self.underMouse()
        if hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours.border_button, 1))
            edge = self.rect().adjusted(0, 0, -1, -1)
            painter.drawRoundedRect(edge, Size.RADIUS, Size.RADIUS)
        inset = (INSET if hovered else self._inset) + self.indent
        place = QRect(self.rect()).adjusted(inset, 0, -INSET, 0)
        painted = "" if self.is_unsaved else self.painted
        shown = (painted or self.text()) if self.text() else self.empty
        colour = colours.named(self.colour if self.text() else self.empty_colour)
        draw_text(painter, self._theme, place, shown, self._token, colour)
        if hovered and self._choices is not None:
            chevron = self._theme.pixmap("chevron-down", "text2", CHEVRON, self.devicePixelRatio())
            left, top = self.width() - CHEVRON - INSET, (self.height() - CHEVRON) // 2
            painter.drawPixmap(left, top, chevron)
        painter.end()

    def _prepare(self) -> None:
        completer = self._completer
        if completer is None:
            completer = self._completer = QCompleter(self)
            completer.setModel(QStringListModel(completer))
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(MOST_SHOWN)
            completer.setPopup(ChoicesList(f"{self.accessibleName()}, choices"))
            self._popup().setItemDelegate(QStyledItemDelegate(completer))
            self.setCompleter(completer)
            # Later, because the field itself puts in the text that was chosen.
            completer.activated.connect(self._choose, Qt.ConnectionType.QueuedConnection)
        self._renew()

    def _renew(self) -> None:
        """Offer what there is now; where the list is open it is narrowed again."""
        if self._completer is None or self._choices is None:
            return
        offered = list(self._choices())
        if self._last is not None:
            offered.append(self._last(self.text()))
        model = self._completer.model()
        assert isinstance(model, QStringListModel)
        if model.stringList() != offered:
            model.setStringList(offered)

    def _show_all(self) -> None:
        """Open the list with everything in it, whatever is typed."""
        if self._completer is not None:
            self._completer.setCompletionPrefix("")
            self._completer.complete()

    def _is_open(self) -> bool:
        return self._completer is not None and self._popup().isVisible()

    def _popup(self) -> QAbstractItemView:
        assert self._completer is not None
        popup = self._completer.popup()
        assert popup is not None
        return popup

    def _take(self) -> None:
        """Enter over the open list: what is marked there, or what was typed."""
        popup = self._popup()
        marked = popup.currentIndex()
        if marked.isValid():
            self.setText(str(marked.data()))
        popup.hide()
        self.commit()

    def _choose(self, text: str) -> None:
        if text == self.text():
            self.commit()

    def _finish(self, choices: Sequence[str]) -> None:
        typed = self.text().strip().lower()
        same = [one for one in choices if one.lower() == typed]
        found = same or [one for one in choices if typed and one.lower().startswith(typed)]
        if len(found) == 1:
            self.setText(found[0])
