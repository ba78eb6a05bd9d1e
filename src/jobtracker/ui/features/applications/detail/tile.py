"""The square with a company's initials beside a title."""

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import SECTION, Size
from jobtracker.ui.widgets.row_delegate import CENTRE, draw_text

SIDE = 40


class Tile(QWidget):
    """Decoration: the company's name stands beside it, so it has no words of its own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._letters = ""
        theme.fit(self.setFixedWidth, SIDE)
        theme.fit(self.setFixedHeight, SIDE)

    def show_letters(self, letters: str) -> None:
        self._letters = letters
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.border, 1))
        painter.setBrush(colours.hover)
        box = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(box, Size.RADIUS_CARD, Size.RADIUS_CARD)
        draw_text(painter, self._theme, box, self._letters, SECTION, colours.text2, CENTRE)
        painter.end()
