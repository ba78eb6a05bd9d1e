"""An opaque cover: while it is down nothing of what lies beneath can be seen, heard or reached."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from jobtracker.ui.runtime.keys import CURTAINED, STILL_HEARD, heard_by
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space, Tokens
from jobtracker.ui.widgets.cover import Cover
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane

WIDEST = 560
LOGO = 40


class Curtain(Cover):
    """Put content into `column`, below the title; `fall` and `rise`.

    What lies beneath is hidden, not only painted over, so that neither a screen reader nor a
    tooltip tells of it, and stands there again afterwards as it was, with the same focus. Menus
    that are open close; dialogs come back.
    """

    returning = Qt.FocusReason.PopupFocusReason
    """What is being typed beneath stays open, as it does behind a menu."""

    def __init__(self, theme: Theme, window: QWidget, icon: str, title: str) -> None:
        super().__init__(window)
        self._theme = theme
        self._icon_name = icon
        self._icon = QLabel()
        self.title = PlainLabel(title, "display", wrap=True)
        self.pane = ScrollPane(margin=Space.PAGE)
        self.column = QVBoxLayout()
        self._away: list[QWidget] = []
        self.setAccessibleName(title)
        self._lay_out()
        theme.changed.subscribe(self._recolour, owner=self)
        self._recolour(theme.tokens)
        self.hide()

    @property
    def is_down(self) -> bool:
        return not self.isHidden()

    def fall(self, focus: QWidget) -> None:
        """Come over everything; `focus` takes the keyboard."""
        if self.is_down:
            return
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            following = QApplication.activePopupWidget()
            popup = None if following is popup else following
        QToolTip.hideText()
        self.cover()
        self.covered.setProperty(CURTAINED, True)
        self.show()
        self.raise_()
        focus.setFocus(self.returning)
        self._put_away(self._dialogs() + self._inside())

    def rise(self) -> None:
        """Let everything be seen again, and give the focus back."""
        if not self.is_down:
            return
        away, self._away = self._away, []
        for one in filter(isValid, away):
            one.show()
        self.raise_()
        self.uncover()
        others = (one for one in self.covered.children() if isinstance(one, Curtain))
        self.covered.setProperty(CURTAINED, any(one.is_down for one in others))

    def name(self, title: str, icon: str) -> None:
        """Another title and picture."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self._icon_name = icon
        self._recolour(self._theme.tokens)

    def place(self) -> None:
        self.pane.setGeometry(self.rect())

    def stops(self) -> list[QWidget]:
        return [one for one in self.pane.inside.findChildren(QWidget) if _takes_tab(one)]

    def event(self, event: QEvent) -> bool:
        """Take the keys of all commands, also of those that are there everywhere else."""
        action = heard_by(event, self.covered.actions())
        if action is not None and action.objectName() not in STILL_HEARD:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ChildAdded:
            QTimer.singleShot(0, self, self._put_away_newcomers)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colours.surface)
        painter.end()

    def _put_away(self, others: list[QWidget]) -> None:
        shown = [one for one in others if not one.isHidden()]
        self._away += shown
        for one in shown:
            one.hide()

    def _put_away_newcomers(self) -> None:
        """What was asked for before, and opened only now."""
        if self.is_down:
            self._put_away(self._inside())
            if not self.has_keyboard() or self.covered.focusWidget() is None:
                next(iter(self.stops()), self).setFocus(self.returning)

    def _inside(self) -> list[QWidget]:
        """What else stands in the window."""
        children = (one for one in self.covered.children() if isinstance(one, QWidget))
        return [one for one in children if one is not self and not one.isWindow()]

    def _dialogs(self) -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if self._stands_over(one)]

    def _stands_over(self, window: QWidget) -> bool:
        owner = window.parentWidget()
        return owner is not None and owner.window() is self.covered

    def _lay_out(self) -> None:
        content = QWidget()
        self._theme.fit(content.setMaximumWidth, WIDEST)
        self.column.setContentsMargins(0, Space.HUGE, 0, Space.PAGE)
        self.column.setSpacing(Space.MEDIUM)
        content.setLayout(self.column)
        self.column.addWidget(self._icon)
        self.column.addWidget(self.title)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(content, 1000)
        across.addStretch(1)
        self.pane.setParent(self)
        self.pane.column.addStretch(2)
        self.pane.column.addLayout(across)
        self.pane.column.addStretch(3)

    def _recolour(self, _tokens: Tokens) -> None:
        size = self._theme.px(LOGO)
        picture = self._theme.pixmap(self._icon_name, "accent_text", size, self.devicePixelRatio())
        self._icon.setPixmap(picture)


def _takes_tab(widget: QWidget) -> bool:
    wants = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(wants) and widget.isVisible() and widget.isEnabled()
