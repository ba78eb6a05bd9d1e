"""A reason that can be ticked; its words may take several lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import CheckBox
from jobtracker.ui.widgets.labels import PlainLabel


class ReasonBox(QWidget):
    """`chosen` tells when a person ticks it or takes the tick away."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self.words = words
        self.box = CheckBox(theme, "")
        self.box.setAccessibleName(words)
        self.chosen = self.box.chosen
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TIGHT)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        said = PlainLabel(words, "small", wrap=True)
        said.setContentsMargins(0, Space.TIGHT, 0, 0)
        row.addWidget(said, 1)

    @property
    def is_on(self) -> bool:
        return self.box.isChecked()

    def set_on(self, on: bool) -> None:
        """Tick it without telling anybody."""
        self.box.setChecked(on)
