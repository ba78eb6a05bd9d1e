"""A panel that floats over the dimmed window: a dialog to screen readers, quick to type in."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import TINY, Size, Space, Tokens
from jobtracker.ui.widgets.cover import Cover
from jobtracker.ui.widgets.row_delegate import CENTRE, draw_text
from jobtracker.ui.widgets.shadow import paint_shadow

HEAD = 54
"""px of the panel's head at 100 %."""
ICON = 18


class Floating(Cover):
    """Put content into `panel`, on top of it `head`: `icon`, and room for a field; the right end
    is left to the key that closes. Derive `place`; Esc closes, and the focus goes back to where
    it was: what is edited below stays open, as it does behind a menu.

    `ground` is the colour role of the panel.
    """

    returning = Qt.FocusReason.PopupFocusReason
    ground = "surface"

    def __init__(self, theme: Theme, window: QWidget, name: str, icon: str) -> None:
        super().__init__(window)
        self._theme = theme
        self._behind: QPixmap | None = None
        self._icon_name = icon
        self._icon = QLabel()
        self.panel = QWidget(self)
        self.head = QWidget()
        self.setAccessibleName(name)
        theme.changed.subscribe(self._recolour, owner=self)
        _be_dialogs()
        self.hide()

    def float_over(self, focus: QWidget) -> None:
        """Show over the window; `focus` takes the keyboard. A list of proposals goes."""
        proposals = QApplication.activePopupWidget()
        if proposals is not None:
            proposals.close()
        self.cover()
        self._picture_behind(self.covered.grab())
        self.show()
        self.raise_()
        self.announce(self.accessibleName())
        focus.setFocus(self.returning)

    def close(self) -> bool:
        """Go away and give the focus back."""
        if not self.isHidden():
            self.uncover()
            self._picture_behind(None)
        return True

    def announce(self, words: str) -> None:
        """Let a screen reader say something now."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._picture_behind(None)
        elif event.type() == QEvent.Type.Close:
            self.close()  # for the window lets what has the focus store what is typed there
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel does nothing: it may have been a slip."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours = self._theme, self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel = self.panel.geometry()
        if panel.adjusted(1, 1, -1, -1 - Space.SMALL).contains(event.rect()):
            painter.fillRect(event.rect(), self._ground())
        else:
            self._paint_around(painter, QRectF(panel).adjusted(0.5, 0.5, -0.5, -0.5))
        cap = self._escape_place()
        painter.setPen(QPen(colours.border_button, 1))
        painter.setBrush(colours.hover)
        painter.drawRoundedRect(cap, Size.RADIUS_MARK, Size.RADIUS_MARK)
        draw_text(painter, theme, cap, "Esc", TINY, colours.text2, CENTRE)
        painter.end()

    def _paint_around(self, painter: QPainter, box: QRectF) -> None:
        """The window behind, dimmed, and the panel's shadow and border."""
        colours = self._theme.colours
        if self._behind is not None:
            painter.drawPixmap(0, 0, self._behind)
        else:
            painter.fillRect(self.rect(), colours.scrim)
        paint_shadow(painter, box, Size.RADIUS_DIALOG, colours.shadow)
        painter.setPen(QPen(colours.border_button, 1))
        painter.setBrush(self._ground())
        painter.drawRoundedRect(box, Size.RADIUS_DIALOG, Size.RADIUS_DIALOG)

    def _picture_behind(self, picture: QPixmap | None) -> None:
        """Stand before a picture of the window, dimmed, instead of the window itself, which would
        be painted again below every letter that is typed.
        """
        if picture is not None:
            painter = QPainter(picture)
            painter.fillRect(self.rect(), self._theme.colours.scrim)
            painter.end()
        self._behind = picture
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, picture is not None)

    def _escape_place(self) -> QRect:
        theme, panel = self._theme, self.panel.geometry()
        width, height = theme.metrics(TINY).horizontalAdvance("Esc") + 12, theme.px(20)
        top = panel.top() + (theme.px(HEAD) - height) // 2
        return QRect(panel.right() - Space.LARGE - width, top, width, height)

    def _ground(self) -> QColor:
        colour: QColor = getattr(self._theme.colours, self.ground)
        return colour

    def _fill_head(self, field: QLineEdit) -> None:
        row = QHBoxLayout(self.head)
        row.setContentsMargins(Space.PANE, 0, 3 * Space.PAGE, 0)
        row.setSpacing(Space.SMALL + 2)
        row.addWidget(self._icon)
        row.addWidget(field, 1)

    def _recolour(self, _tokens: Tokens) -> None:
        side, scale = self._theme.px(ICON), self.devicePixelRatio()
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, "text2", side, scale))
        self.head.setFixedHeight(self._theme.px(HEAD) - 2)
        self._picture_behind(None)
        self.place()
        self.update()


class _DialogInterface(QAccessibleWidget):
    """A plain widget would be spoken as a client area, and not as something that opened."""

    def __init__(self, panel: Floating) -> None:
        super().__init__(panel, QAccessible.Role.Dialog, panel.accessibleName())


_interfaces: list[_DialogInterface] = []
"""Qt keeps no reference of its own to an interface made in Python."""


def _interface(_kind: str, thing: QObject) -> _DialogInterface | None:
    if not isinstance(thing, Floating):
        return None
    _interfaces.append(_DialogInterface(thing))
    return _interfaces[-1]


def _be_dialogs() -> None:
    if not _interfaces:
        QAccessible.installFactory(_interface)
