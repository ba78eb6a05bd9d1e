"""The head over one thing of a page: its title, a quiet line below it, its actions."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.labels import ElidedLabel


class Heading(QWidget):
    """As high as a page's header. `role` is the title's, `edge` the room at both sides."""

    def __init__(self, theme: Theme, role: str, edge: int) -> None:
        super().__init__()
        self.title = ElidedLabel("", role)
        self.note = ElidedLabel("", "small")
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addStretch(1)
        titles.addWidget(self.title)
        titles.addWidget(self.note)
        titles.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(edge, 0, edge, 0)
        self._row.setSpacing(Space.SMALL)
        self._row.addLayout(titles, 1)
        theme.fit(self.setFixedHeight, Size.PAGE_HEADER)

    def say(self, title: str, note: str) -> None:
        self.title.setText(title)
        self.note.setText(note)

    def add(self, *widgets: QWidget) -> None:
        """Add actions at the right end."""
        for widget in widgets:
            self._row.addWidget(widget)
