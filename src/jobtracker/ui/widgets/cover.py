"""What lies over the whole window: it dims it, takes its keys and gives the focus back."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from jobtracker.ui.runtime.keys import EVERYWHERE, heard_by

ABOVE = "above covers"
"""A property of what is seen and reached over a sheet, too."""


class Cover(QWidget):
    """The base of sheets and floating panels. It is never modal to Qt and runs no loop of its own:
    the window goes on beneath, only out of reach.

    A cover may lie over another one. `before` is what may get the focus back, the best first;
    `returning` is the reason with which it comes back. `lets_through` are the window's actions
    whose keys are heard all the same.
    """

    returning = Qt.FocusReason.OtherFocusReason
    lets_through: tuple[str, ...] = ()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.covered = window
        self.before: list[QWidget] = []

    def place(self) -> None:
        """Put the panel where it belongs, for the present size."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """What Tab visits now, in its order."""
        raise NotImplementedError

    def cover(self) -> None:
        """Come over the window; what has the focus now gets it back."""
        self.before = [one for one in _ways_back(_focused(self.covered)) if not self._holds(one)]
        self.covered.installEventFilter(self)
        self.setGeometry(self.covered.rect())
        self.place()

    def uncover(self) -> None:
        """Go away and give the focus back, unless it went on by itself. Where another cover stays
        it is given into that one, whatever had it before.
        """
        self.covered.removeEventFilter(self)
        topmost = self._topmost_other()
        outside = topmost is not None and not topmost.has_keyboard()
        if self.has_keyboard() or outside:
            self._heir(topmost).setFocus(self.returning)
        self.hide()

    def has_keyboard(self) -> bool:
        """Whether nothing else in the window has the focus, or gets it when one comes back."""
        focused = _focused(self.covered)
        return focused is None or self._holds(focused)

    def below(self) -> "Cover | None":
        """The cover that this one was opened over, while it is there."""
        covers = (one for one in self.before if isinstance(one, Cover) and isValid(one))
        return next((one for one in covers if one.isVisible()), None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside."""
        stops = self.stops()
        if not stops:
            return False
        current = self.focusWidget()
        at = stops.index(current) if current in stops else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.covered.rect())
            self.place()
        return False

    def event(self, event: QEvent) -> bool:
        """Take the window's own keys, so that nothing happens behind."""
        if event.type() == QEvent.Type.ShortcutOverride:
            action = heard_by(event, self.covered.actions())
            if action is not None and not self._lets_through(action):
                event.accept()
                return True
        return super().event(event)

    def _lets_through(self, action: QAction) -> bool:
        return bool(action.property(EVERYWHERE)) or action.objectName() in self.lets_through

    def _topmost_other(self) -> "Cover | None":
        """The cover that stands over everything once this one has gone."""
        covers = [one for one in self.covered.children() if isinstance(one, Cover)]
        return next((one for one in reversed(covers) if one is not self and one.isVisible()), None)

    def _heir(self, topmost: "Cover | None") -> QWidget:
        within = (one for one in self.before if topmost is None or topmost.isAncestorOf(one))
        heir = next((one for one in within if _can_have_focus(one)), None)
        if heir is None and topmost is not None:
            return next(iter(topmost.stops()), topmost)
        return heir or self.covered

    def _holds(self, widget: QWidget) -> bool:
        return self in _upwards(widget)


def is_covered(field: QWidget) -> bool:
    """Whether a cover over `field` has the keyboard, which it gives back: the field is not left."""
    holders = [one for one in _upwards(_focused(field.window())) if isinstance(one, Cover)]
    return bool(holders) and not any(one.isAncestorOf(field) for one in holders)


def _focused(window: QWidget) -> QWidget | None:
    """What has the focus in a window, also while one works in another."""
    return window.focusWidget()


def _upwards(widget: QWidget | None) -> Iterator[QWidget]:
    """A widget and all that it stands in, inside its window."""
    while widget is not None and not widget.isWindow():
        yield widget
        widget = widget.parentWidget()


def _ways_back(focused: QWidget | None) -> Iterator[QWidget]:
    """What has the focus, what it stands in, and what a cover among that lies over."""
    for one in _upwards(focused):
        yield one
        if isinstance(one, Cover):
            yield from filter(isValid, one.before)


def _can_have_focus(widget: QWidget) -> bool:
    known = isValid(widget) and widget.isVisible() and widget.isEnabled()
    return known and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
