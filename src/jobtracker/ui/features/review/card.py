"""The application that is asked about, large and alone: who, why, and what helps to decide."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from jobtracker.domain.stages import stage_name
from jobtracker.ui.features.review import words
from jobtracker.ui.features.review.contract import Part, Stop
from jobtracker.ui.features.review.details import Details, details
from jobtracker.ui.features.review.middle import INSET
from jobtracker.ui.features.review.sections import TwoColumns
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.labels import ICON_BESIDE_TEXT, PlainLabel

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationView


class ItemCard(QFrame):
    """One Tab stop; its name says the whole item and where in the review it stands."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._stop: Stop | None = None
        self._view: ApplicationView | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._glyph = QLabel()
        self._stage = PlainLabel("", "strong")
        self._why = PlainLabel("", "warn", wrap=True)
        self._company = PlainLabel("", "display", wrap=True)
        self._role = PlainLabel("", "section", wrap=True)
        self._answer = PlainLabel("", "ok", wrap=True)
        self._place = PlainLabel("", "lead", wrap=True)
        self.columns = TwoColumns(theme)
        self._lay_out()
        theme.changed.subscribe(lambda _tokens: self._paint_glyph(), owner=self)

    def show_stop(self, stop: Stop, today: date) -> None:
        """Show an item at once; what is read about it follows with `show_view`."""
        if self._stop is None or stop.item.id != self._stop.item.id:
            self._view = None
            self._show_details(None)
        self._stop = stop
        item = stop.item
        self._stage.setText(stage_name(item.stage))
        self._why.setText(words.breakable(words.why(stop, today)))
        self._why.set_role("warn" if stop.part is Part.QUIET else "small")
        self._company.setText(words.breakable(item.company))
        self._role.setText(words.breakable(item.role))
        answer = words.decided(stop.answer, today) if stop.answer else ""
        self._answer.setText(words.breakable(f"Decided: {answer}") if answer else "")
        self._answer.setVisible(bool(answer))
        self._paint_glyph()
        self._say(words.spoken(stop), answer)

    def show_view(self, view: "ApplicationView", today: date) -> None:
        """What is known about the item; what is shown already is left alone."""
        if view != self._view:
            self._view = view
            self._show_details(details(view, today))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colours.focus, self._theme.ring))
        ring = self.rect().adjusted(1, 1, -2, -2)
        painter.drawRoundedRect(ring, Size.RADIUS_CARD, Size.RADIUS_CARD)
        painter.end()

    def _say(self, name: str, answer: str) -> None:
        """Be named anew, and announce it: the keyboard stays here from item to item."""
        name = f"{name}. {answer}" if answer else name
        if name != self.accessibleName():
            self.setAccessibleName(name)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, name))

    def _show_details(self, told: Details | None) -> None:
        self._place.setText(words.breakable(told.place) if told else "")
        self.columns.show_sections(told.left if told else (), told.right if told else ())
        self.setAccessibleDescription(told.heard if told else "")

    def _paint_glyph(self) -> None:
        if self._stop is not None:
            icon = self._theme.glyph_icon(self._stop.item.stage.value)
            self._glyph.setPixmap(icon.pixmap(ICON_BESIDE_TEXT, self.devicePixelRatio()))

    def _lay_out(self) -> None:
        standing = QHBoxLayout()
        standing.setSpacing(Space.SNUG)
        for widget in (self._glyph, self._stage):
            standing.addWidget(widget)
        standing.addSpacing(Space.SMALL)
        standing.addWidget(self._why, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, Space.LARGE, INSET, INSET)
        column.setSpacing(Space.TIGHT)
        column.addLayout(standing)
        column.addSpacing(Space.SMALL)
        column.addWidget(self._company)
        column.addWidget(self._role)
        column.addWidget(self._place)
        column.addWidget(self._answer)
        column.addSpacing(Space.LARGE)
        column.addWidget(self.columns)
        self._answer.hide()
