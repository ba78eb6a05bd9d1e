"""A field for many lines that is only as high as what is in it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent

from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.long_text import LongField

LONGEST = 20_000
"""Beyond so many characters lines are not counted: the field has its full height anyway."""


class GrowingField(LongField):
    """From one line up to `most`; beyond that it scrolls."""

    def __init__(self, name: str, *, placeholder: str = "", most: int = 6) -> None:
        super().__init__(name, placeholder=placeholder)
        self._most = most
        self.textChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        document = self.document()
        long = document.characterCount() > LONGEST
        lines = self._most if long else round(document.documentLayout().documentSize().height())
        line = self.fontMetrics().lineSpacing()
        edges = 2 * Space.SMALL + 2 + 2 * round(document.documentMargin())
        self.setFixedHeight(max(1, min(lines, self._most)) * line + edges)
