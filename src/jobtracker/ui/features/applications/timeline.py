"""The activity of an application, newest first, each event with its glyph and day."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from jobtracker.domain.events import Event, EventKind, sentence
from jobtracker.domain.stages import Stage
from jobtracker.ui.features.applications.words import day_words
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import LABEL, SMALL, Size, Space
from jobtracker.ui.widgets.row_delegate import RIGHT, draw_text

TEXT_AT = 30
DAYS = 96
LINE = 18
GAP = 12
LONGEST = 2000
"""Characters of a note that the activity shows; more would be a document, not a line."""

ICONS = {
    EventKind.NOTE: "message-square",
    EventKind.LETTER: "file-pen-line",
    EventKind.REOPENED: "undo-2",
}
WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)


class Line(NamedTuple):
    """One event: a glyph of the theme or an icon, its sentence, its day, and its text."""

    glyph: str
    icon: str
    title: str
    day: str
    text: str


def lines_of(events: Sequence[Event], today: date) -> list[Line]:
    """The events as lines, the newest first."""
    return [_line(event, today) for event in reversed(events)]


class Timeline(QWidget):
    """Paints its lines, since a widget each would be slow to rebuild at every step."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[Line] = []
        self.setAccessibleName("Activity")

    @property
    def lines(self) -> Sequence[Line]:
        return self._lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        self._lines = list(lines)
        spoken = "; ".join(f"{one.day}: {one.title} {one.text}".strip() for one in lines)
        self.setAccessibleDescription(spoken)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._total())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = 0
        for place, one in enumerate(self._lines):
            height = self._height(one)
            last = place == len(self._lines) - 1
            self._paint(painter, top, height, one, last=last)
            top += height
        painter.end()

    def _paint(self, painter: QPainter, top: int, height: int, one: Line, *, last: bool) -> None:
        theme, line = self._theme, self._theme.px(LINE)
        side = theme.px(Size.ICON)
        if one.glyph:
            theme.glyph(painter, QRectF(1, top + 1, side, side), one.glyph)
        else:
            scale = self.devicePixelRatio()
            painter.drawPixmap(1, top + 1, theme.pixmap(one.icon, "text2", side, scale))
        if not last:
            painter.setPen(QPen(theme.colours.border, 1))
            painter.drawLine(1 + side // 2, top + side + 4, 1 + side // 2, top + height - 3)
        title = QRect(TEXT_AT, top, self.width() - TEXT_AT - DAYS, line)
        draw_text(painter, theme, title, one.title, LABEL)
        day = QRect(self.width() - DAYS, top, DAYS, line)
        draw_text(painter, theme, day, one.day, SMALL, theme.colours.text2, RIGHT)
        if one.text:
            painter.setFont(theme.font(SMALL))
            painter.setPen(theme.colours.text2)
            below = QRect(TEXT_AT, top + line, self._text_width(), height - line)
            painter.drawText(below, WRAPPED, one.text)

    def _height(self, one: Line) -> int:
        height = self._theme.px(LINE) + self._theme.px(GAP)
        if one.text:
            room = QRect(0, 0, self._text_width(), 100_000)
            height += self._theme.metrics(SMALL).boundingRect(room, WRAPPED, one.text).height()
        return height

    def _text_width(self) -> int:
        return max(80, self.width() - TEXT_AT - Space.SMALL)

    def _total(self) -> int:
        return sum(self._height(one) for one in self._lines)

    def _fit(self) -> None:
        self.setFixedHeight(self._total())


def _line(event: Event, today: date) -> Line:
    glyph = "" if event.kind in ICONS else _glyph(event)
    text = event.text if len(event.text) <= LONGEST else event.text[:LONGEST] + " …"
    return Line(glyph, ICONS.get(event.kind, ""), sentence(event), day_words(event.on, today), text)


def _glyph(event: Event) -> str:
    if event.kind is EventKind.APPLIED:
        return Stage.APPLIED.value
    return event.to_value or event.from_value or Stage.SAVED.value
