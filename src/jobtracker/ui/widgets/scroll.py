"""A pane that scrolls down instead of squeezing what is in it."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from jobtracker.ui.theme.tokens import Space


class ScrollPane(QScrollArea):
    """Add content to `column`; the width follows the pane, the height is as needed."""

    def __init__(self, margin: int = Space.PANE) -> None:
        super().__init__()
        inside = self.inside = QWidget()
        inside.setProperty("s", "scrolled")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(margin, 0, margin, margin)
        self.column.setSpacing(Space.SMALL)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab to a field shows the whole of it; Qt shows the place where one types in it."""
        moved = super().focusNextPrevChild(forward)
        field = QApplication.focusWidget()
        if moved and field is not None and self.inside.isAncestorOf(field):
            self.show_whole(field)
        return moved

    def show_whole(self, widget: QWidget) -> None:
        """Scroll so far that a widget in this pane can be seen, where it has the room for it."""
        top, height = widget.mapTo(self.inside, QPoint()).y(), widget.height()
        if height <= self.viewport().height():
            for edge in (top + height, top):
                self.ensureVisible(0, edge, 0, Space.TIGHT)

    def show_soon(self, *widgets: QWidget) -> None:
        """The same one after the other, once they have their places in the layout."""

        def show() -> None:
            for one in widgets:
                if isValid(one) and one.isVisible():
                    self.show_whole(one)

        QTimer.singleShot(0, self, show)

    def reveal(self, widget: QWidget, rect: QRect) -> None:
        """Scroll so far that a part of a widget in this pane can be seen, its end first."""
        for corner in (rect.topLeft(), rect.bottomLeft()):
            place = widget.mapTo(self.inside, corner)
            self.ensureVisible(place.x(), place.y(), 0, 0)
