"""The bar over the detail: which of the list this is, the whole page, the rest, and the way out."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.labels import PlainLabel


class PaneBar(QWidget):
    """Its buttons are heard by the pane."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.previous = IconButton(theme.icon("chevron-up"), "Previous application", "[")
        self.next = IconButton(theme.icon("chevron-down"), "Next application", "]")
        self.position = PlainLabel("", "small")
        self.full = IconButton(theme.icon("maximize-2"), "Full page", "Ctrl+Return")
        self.more = IconButton(theme.icon("ellipsis"), "More")
        self.close_button = IconButton(theme.icon("x"), "Close", "Esc")
        bar = QHBoxLayout(self)
        bar.setContentsMargins(Space.MEDIUM + 2, Space.SMALL + 2, Space.MEDIUM, Space.SMALL)
        bar.setSpacing(Space.SNUG)
        for widget in (self.previous, self.next, self.position):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (self.full, self.more, self.close_button):
            bar.addWidget(widget)

    def show_position(self, place: int, count: int) -> None:
        """Which of how many this is, counted from 1; 0 where the list does not hold it."""
        self.position.setText(f"{place} of {count:,}" if place else "")
        self.previous.setEnabled(place > 1)
        self.next.setEnabled(place < count)

    def show_way_out(self, *, alone: bool, full: bool) -> None:
        """Whether leaving closes the pane, or goes back to the list whose place it takes."""
        back = alone or full
        self.close_button.setIcon(self._theme.icon("arrow-left" if back else "x"))
        self.close_button.rename("Back to the list" if back else "Close", "Esc")
        self.full.setVisible(not full)
