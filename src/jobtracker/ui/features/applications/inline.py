"""A value that looks like text and becomes a field when it takes the focus."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import BODY, Size, TypeToken
from jobtracker.ui.widgets.fields import CommitLineEdit, mark_wrong
from jobtracker.ui.widgets.row_delegate import draw_text

INSET = 10


class InlineEdit(CommitLineEdit):
    """Painted in `token` and the colour role `colour` until it is focused.

    `flush` lets the text start at the widget's edge, where a field would have its border.
    `empty` is painted where there is nothing; an example of what to type is the placeholder.
    `painted`, where set, stands there instead of the text: "3 days late" for a date.
    """

    painted = ""

    def __init__(
        self,
        theme: Theme,
        name: str,
        token: TypeToken = BODY,
        *,
        placeholder: str = "",
        empty: str = "",
        colour: str = "text",
        flush: bool = False,
    ) -> None:
        super().__init__(name, placeholder=placeholder, quiet=True)
        self._theme = theme
        self._token = token
        self.colour = colour
        self._empty = empty or placeholder
        self._inset = 0 if flush else INSET
        self.textChanged.connect(self.setToolTip)

    def refuse(self, stored: str) -> None:
        """Keep the wrong text for correcting; Esc goes back to the stored one."""
        typed = self.text()
        self.set_value(stored)
        self.put_back(typed)
        mark_wrong(self, wrong=True)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self.property("wrong"):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        colours = self._theme.colours
        if self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours.border_button, 1))
            edge = self.rect().adjusted(0, 0, -1, -1)
            painter.drawRoundedRect(edge, Size.RADIUS, Size.RADIUS)
        inset = INSET if self.underMouse() else self._inset
        place = QRect(self.rect()).adjusted(inset, 0, -INSET, 0)
        shown = (self.painted or self.text()) if self.text() else self._empty
        colour = colours.named(self.colour) if self.text() else colours.text3
        draw_text(painter, self._theme, place, shown, self._token, colour)
        painter.end()
