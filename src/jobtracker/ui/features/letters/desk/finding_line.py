"""A finding as a line that can be pressed; it gives way where it is long."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent

from jobtracker.domain.gate import Finding
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import plain_tip

LEAST = 120
BESIDE = 40
"""Px that the icon and the edges take from the words."""


class FindingLine(Button):
    """What blocks has another icon than what is only to be looked at, and is spoken as such."""

    def __init__(self, theme: Theme, finding: Finding) -> None:
        name, colour = ("triangle-alert", "warn") if finding.blocking else ("info", "text2")
        super().__init__("", kind="link", icon=theme.icon(name, colour))
        self._message = finding.message
        weight = "To mend" if finding.blocking else "To look at"
        self.setAccessibleName(f"{weight}: {finding.message}")
        self.setToolTip(plain_tip(finding.message))
        self._fit()

    @property
    def message(self) -> str:
        """What was found, whole."""
        return self._message

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._message)
        return QSize(words + BESIDE, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(LEAST, self.width()) - BESIDE
        elide = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._message, elide, room)
        if shown.replace("&", "&&") != self.text():
            self.setText(shown.replace("&", "&&"))
