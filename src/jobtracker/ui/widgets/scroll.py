"""A pane that scrolls down instead of squeezing what is in it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

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

    def reveal(self, widget: QWidget, rect: QRect) -> None:
        """Scroll so far that a part of a widget in this pane can be seen, its end first."""
        for corner in (rect.topLeft(), rect.bottomLeft()):
            place = widget.mapTo(self.inside, corner)
            self.ensureVisible(place.x(), place.y(), 0, 0)
