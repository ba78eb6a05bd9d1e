"""What counts for the person: a weight for each criterion, and criteria of their own."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from jobtracker.ui.features.offers.stepper import Stepper
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.row_table import ENTER

HELP = (
    "The best offer of a criterion has its full points, another as much less as it is away. "
    "Own criteria: 1 to 5 in their row."
)


class Weighed(NamedTuple):
    """A criterion by its folded name, and how much it counts from now on."""

    criterion: str
    weight: int


class _NewName(QLineEdit):
    """Enter is for the field alone, not for the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.named: Channel[str] = Channel()
        self.setPlaceholderText("Team")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER and not control and self.text().strip():
            self.named.put(self.text().strip())
            self.clear()
            return
        super().keyPressEvent(event)


class Weights(QWidget):
    """`changed` tells what was weighed, `named` a new criterion."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.changed: Channel[Weighed] = Channel()
        self._theme = theme
        self.steppers: dict[str, Stepper] = {}
        self.new = _NewName()
        self.named = self.new.named
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(PlainLabel("What counts for you", "section"))
        listed = QWidget()  # of its own, so that Tab visits it before what stands below
        self._list = QVBoxLayout(listed)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        column.addWidget(listed)
        column.addWidget(Field(theme, "Add your own criterion", self.new))
        column.addWidget(PlainLabel(HELP, "cap", wrap=True))
        column.addStretch(1)

    def show_criteria(self, criteria: Mapping[str, str], weights: Mapping[str, int]) -> None:
        """A stepper for each criterion; those that are there keep the keyboard."""
        for key in [key for key in self.steppers if key not in criteria]:
            gone = self.steppers.pop(key)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for key, name in criteria.items():
            if key not in self.steppers:
                stepper = self.steppers[key] = Stepper(self._theme, name)
                stepper.chosen.subscribe(partial(self._tell, key), owner=self)
                self._list.addWidget(stepper)
            self.steppers[key].set_value(weights.get(key, 0))

    def _tell(self, criterion: str, weight: int) -> None:
        self.changed.put(Weighed(criterion, weight))
