"""A sheet inside the window: the rest is dimmed, focus stays inside, Esc closes it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import DIRECT
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.cover import ABOVE, Cover
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.shadow import paint_shadow

if TYPE_CHECKING:
    from jobtracker.ui.widgets.banner import Banner

EDGE = 32
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sheet(Cover):
    """Put content into `body` (a layout), buttons into `footer`, then `open`.

    Ctrl+Enter clicks `default` (a button of the footer), Esc and the cross leave it; `closed`
    tells it. The sheet covers the window of `opener`; focus returns to where it was. What is typed
    and was left (`was_left`) comes back when the same sheet is opened again.
    """

    def __init__(
        self, theme: Theme, opener: QWidget, title: str, size: tuple[int, int] = (860, 560)
    ) -> None:
        super().__init__(opener.window())
        self._theme = theme
        self._size = size
        self.closed: Channel[None] = Channel()
        self.default: QPushButton | None = None
        self.was_left = False
        self._problem: Banner | None = None
        self.setAccessibleName(title)
        self.panel = QWidget(self)
        self.title = PlainLabel(title, "title")
        self.body: QBoxLayout = QVBoxLayout()
        self.footer = QHBoxLayout()
        self._lay_out()
        theme.changed.subscribe(lambda _tokens: self.place(), owner=self)
        self.hide()

    def open(self, focus: QWidget | None = None) -> None:
        """Show over the window; `focus` or the first field takes the keyboard."""
        self.cover()
        self.show()
        self.raise_()
        for one in self.covered.findChildren(QWidget, options=DIRECT):
            if one.property(ABOVE):
                one.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.title.text()))
        first = focus or self.stops()[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def rehearse(self) -> None:
        """Lay everything out and paint it once, unseen, so that the sheet opens in a blink."""
        self.setGeometry(self.covered.rect())
        self.place()
        self.panel.grab()

    def close(self) -> bool:
        """Go away and give focus back; the sheet deletes itself."""
        if self.isHidden():
            return True
        self.uncover()
        self.closed.put(None)
        self.deleteLater()
        return True

    def leave(self) -> None:
        """Close without storing, perhaps by a slip: what is typed stays kept."""
        self.was_left = True
        self.was_left = self.close()

    def say_kept(self, words: str, discard: Callable[[], object]) -> None:
        """Say above the content that this was typed before; a button gives it up."""
        row, button = QWidget(), Button("Discard", kind="link")
        inside = QHBoxLayout(row)
        inside.setContentsMargins(Space.TIGHT, 0, Space.TIGHT, 0)
        inside.addWidget(PlainLabel(words, "small"))
        inside.addWidget(button)
        inside.addStretch(1)

        def give_up() -> None:
            self.focusNextPrevChild(True)
            row.hide()
            discard()

        button.clicked.connect(give_up)
        self.body.insertWidget(0, row)

    def say_problem(self, title: str, detail: str = "") -> None:
        """Say above the buttons what went wrong: what lies behind the sheet is dimmed."""
        if self._problem is None:
            from jobtracker.ui.widgets.banner import Banner

            self._problem = Banner(self._theme)
            self._column.insertWidget(self._column.count() - 2, self._problem)
        self._problem.say("danger", title, detail, dismissible=True)
        words = self._problem.text
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def take_back_problem(self) -> None:
        """Something was stored since."""
        if self._problem is not None:
            self._problem.hide()

    @property
    def problem_said(self) -> str:
        return self._problem.text if self._problem is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in ENTER and control and self.default is not None:
            self.default.setFocus(Qt.FocusReason.OtherFocusReason)
            self.default.click()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet does nothing: typed text must not be lost by a slip."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colours.scrim)
        box = QRectF(self.panel.geometry())
        paint_shadow(painter, box, Size.RADIUS_DIALOG, colours.shadow)
        painter.setPen(QPen(colours.border, 1))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(box, Size.RADIUS_DIALOG, Size.RADIUS_DIALOG)
        painter.end()

    def stops(self) -> list[QWidget]:
        """What Tab visits, in the order of the layout.

        The focus chain is not asked: it runs through the whole window, and PySide hands every
        widget it returns over to the one before, to be lost with this sheet.
        """
        return [one for one in self.panel.findChildren(QWidget) if _takes_tab(one)]

    def place(self) -> None:
        width = min(self._theme.px(self._size[0]), self.width() - 2 * EDGE)
        height = min(self._theme.px(self._size[1]), self.height() - 2 * EDGE)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self.panel.setGeometry(left, max(EDGE, min(top, 96)), width, height)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.PAGE, Space.MEDIUM, Space.PANE, 0)
        head.addWidget(self.title, 1)
        cross = IconButton(self._theme.icon("x"), "Close", "Esc")
        cross.clicked.connect(self.leave)
        head.addWidget(cross)
        self.body.setContentsMargins(Space.PAGE, Space.SMALL, Space.PAGE, Space.MEDIUM)
        self.footer.setContentsMargins(Space.PAGE, Space.MEDIUM, Space.PAGE, Space.MEDIUM)
        self.footer.setSpacing(Space.SMALL)
        column = self._column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self.body, 1)
        column.addWidget(line())
        column.addLayout(self.footer)


def _takes_tab(widget: QWidget) -> bool:
    wants = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    shown = widget.isVisible() and widget.isEnabled()
    return bool(wants) and shown and widget.focusProxy() is None
