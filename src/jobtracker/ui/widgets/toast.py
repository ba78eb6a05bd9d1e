"""One short confirmation with one action, for a change whose effect left the view."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from jobtracker.ui.runtime.keys import CURTAINED
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import STRONG, TINY, Duration, Size, Space
from jobtracker.ui.widgets.buttons import PressButton, as_cap
from jobtracker.ui.widgets.cover import ABOVE
from jobtracker.ui.widgets.labels import plain_tip
from jobtracker.ui.widgets.row_delegate import CENTRE, draw_text
from jobtracker.ui.widgets.shadow import MARGIN, paint_shadow

HEIGHT = 40
ICON = 16
BOTTOM = 24
BEFORE_WORDS = 38


class Toast(QWidget):
    """Floats over the bottom of `parent` for 8 s, also over a sheet; hovering or focusing it stops
    the clock.

    At most one stands at a time: a newer one takes its place.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setProperty(ABOVE, True)
        self._theme = theme
        self._under = parent
        self._window = parent.window()
        self._text = ""
        self._run: Callable[[], object] | None = None
        self._hovered = False
        self._clock = QTimer(self, singleShot=True, interval=Duration.TOAST)
        self._clock.timeout.connect(self.hide)
        self.action = PressButton()
        self.action.setProperty("k", "toast")
        self.action.setAutoDefault(False)
        self.action.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F6 leads to it, no accident does
        self.action.clicked.connect(self._act)
        self.action.installEventFilter(self)
        self._gap = QLabel()
        self._keycap = _KeyCap(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN + Space.MEDIUM, MARGIN)
        row.addWidget(self._gap, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._keycap, 0, Qt.AlignmentFlag.AlignVCenter)
        parent.installEventFilter(self)
        theme.changed.subscribe(lambda _tokens: self._place(), owner=self)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown, or nothing while hidden."""
        return "" if self.isHidden() else self._text

    def say(
        self, text: str, action: str = "", run: Callable[[], object] | None = None, key: str = ""
    ) -> None:
        """Show `text`; with `action` a button that calls `run`, and the key that does the same."""
        self._text = text
        self._run = run
        self._keycap.show_key(key)
        self.action.setText(action)
        self.action.setAccessibleName(f"{action}: {text}")
        self.action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self._place()
        self.show()
        if not self._window.property(CURTAINED):
            self.raise_()
        self._clock.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._under and kind == QEvent.Type.Resize:
            self._place()
        elif watched is self.action and kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._wait_or_go_on()
        return False

    def enterEvent(self, _event: QEvent) -> None:
        self._hovered = True
        self._wait_or_go_on()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hovered = False
        self._wait_or_go_on()

    def showEvent(self, _event: QEvent) -> None:
        """Its time begins anew when what covered the window has gone."""
        self._wait_or_go_on()

    def hideEvent(self, _event: QEvent) -> None:
        self._hovered = False
        self._clock.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, colours = self._theme, self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        paint_shadow(painter, QRectF(box), Size.RADIUS_CARD, colours.shadow)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.toast)
        painter.drawRoundedRect(box, Size.RADIUS_CARD, Size.RADIUS_CARD)
        tick = theme.pixmap("circle-check", "toast_ok", ICON, self.devicePixelRatio())
        painter.drawPixmap(box.left() + 14, box.top() + (box.height() - ICON) // 2, tick)
        draw_text(painter, theme, self._words_room(), self._text, STRONG, colours.toast_text)
        painter.end()

    def _wait_or_go_on(self) -> None:
        """While it is pointed at or focused the clock stands still, and then begins anew."""
        if self._hovered or self.action.hasFocus():
            self._clock.stop()
        elif self.isVisible():
            self._clock.start()

    def _act(self) -> None:
        self.hide()
        if self._run is not None:
            self._run()

    def _words_room(self) -> QRect:
        """Left of the action and its key, which stay readable beside the longest name."""
        room = self._gap.geometry()
        room.setLeft(MARGIN + BEFORE_WORDS)
        return room

    def _place(self) -> None:
        parent = self._under
        words = self._theme.metrics(STRONG).horizontalAdvance(self._text)
        action = self.action.sizeHint().width() + Space.PANE if self.action.text() else 0
        action += self._keycap.width() + Space.SNUG if self._keycap.text else 0
        width = min(BEFORE_WORDS + words + action + Space.PAGE + 2 * MARGIN, parent.width())
        height = self._theme.px(HEIGHT) + 2 * MARGIN
        left = (parent.width() - width) // 2
        at = QPoint(left, parent.height() - height - BOTTOM + MARGIN)
        self.setGeometry(QRect(parent.mapTo(self._window, at), QSize(width, height)))


class _KeyCap(QWidget):
    """The shortcut beside the action, as a small key."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.text = ""

    def show_key(self, key: str) -> None:
        self.text = as_cap(key)
        width = self._theme.metrics(TINY).horizontalAdvance(self.text) + 12
        self.setFixedSize(width, self._theme.px(18))
        self.setVisible(bool(key))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.toast_key)
        painter.drawRoundedRect(self.rect(), Size.RADIUS_MARK, Size.RADIUS_MARK)
        draw_text(painter, self._theme, self.rect(), self.text, TINY, colours.toast_text, CENTRE)
        painter.end()
