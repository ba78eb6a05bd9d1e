"""A group of fields under its name, folded away until it is opened."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import ElidedLabel, line


class Fold(QWidget):
    """Add content to `column`; beside the name stands what is said inside while it is folded."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self.head = Button(title, kind="link", icon=theme.icon("chevron-right"))
        self.said = ElidedLabel("", "small")
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(Space.PANE, 0, 0, Space.SMALL)
        row = QHBoxLayout()
        row.setSpacing(Space.SMALL)
        row.addWidget(self.head)
        row.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(line())
        column.addLayout(row)
        column.addWidget(self.inside)
        self.head.clicked.connect(lambda: self.open(on=not self.is_open))
        self.open(on=False)

    @property
    def is_open(self) -> bool:
        return not self.inside.isHidden()

    def open(self, *, on: bool) -> None:
        """Unfold the group, or fold it."""
        self.inside.setVisible(on)
        self.said.setVisible(not on)
        self.head.setIcon(self._theme.icon("chevron-down" if on else "chevron-right"))
        self._name()

    def say(self, words: str) -> None:
        """What its fields hold, in short."""
        self.said.setText(words)
        self._name()

    def _name(self) -> None:
        state = "open" if self.is_open else self.said.accessibleName() or "nothing said"
        self.head.setAccessibleName(f"{self._title}, {state}")
