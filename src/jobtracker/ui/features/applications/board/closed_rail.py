"""The rail at the right of the board: a narrow strip that opens into the seven outcomes."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from jobtracker.domain.stages import OUTCOMES, Outcome, outcome_name
from jobtracker.ui.features.applications.board.drag import carried
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import LABEL, SMALL_LABEL, STRONG, Size, Space
from jobtracker.ui.widgets.row_delegate import RIGHT, draw_icon, draw_text

NARROW, WIDE = 40, 176
HEAD = 40
LEAST, OUTCOME = 28, 44
NAME = "Closed"


class Ended(NamedTuple):
    """A card let go on an outcome."""

    id: int
    outcome: Outcome


class ClosedRail(QWidget):
    """Opens on a click, and by itself while a card is held over it.

    `dropped` tells a card let go on an outcome, `chosen` an outcome somebody wants listed;
    `is_target` while a card is held over it.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.dropped: Channel[Ended] = Channel()
        self.chosen: Channel[Outcome] = Channel()
        self._theme = theme
        self.is_target = False
        self._kept_open = False
        self.head = RailHead(theme)
        self.outcomes = {outcome: OutcomeButton(theme, outcome) for outcome in OUTCOMES}
        self.setAcceptDrops(True)
        self.setAccessibleName(NAME)
        self._lay_out()
        self.head.clicked.connect(self._toggle)
        for button in self.outcomes.values():
            button.clicked.connect(lambda _on=False, one=button: self.chosen.put(one.outcome))
        self._open(is_open=False)
        theme.changed.subscribe(lambda _tokens: self._open(is_open=self.is_open), owner=self)

    @property
    def is_open(self) -> bool:
        return self.head.is_open

    def show_sizes(self, sizes: Mapping[str, int]) -> None:
        """How many ended how, by the outcomes' values."""
        for outcome, button in self.outcomes.items():
            button.show_size(sizes.get(outcome.value, 0))
        self.head.show_size(sum(button.size_shown for button in self.outcomes.values()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self._kept_open = False
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)
            self._open(is_open=False)
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carried(event.mimeData()) is not None:
            self.is_target = True
            self._open(is_open=True)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        target = self._aim(event.position().toPoint())
        event.setDropAction(Qt.DropAction.MoveAction)
        event.setAccepted(target is not None)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._rest()

    def dropEvent(self, event: QDropEvent) -> None:
        application_id = carried(event.mimeData())
        target = self._aim(event.position().toPoint())
        self._rest()
        if application_id is None or target is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.dropped.put(Ended(application_id, target))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.border_button, 1))
        painter.setBrush(colours.hover)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, Size.RADIUS_CARD, Size.RADIUS_CARD)
        painter.end()

    def _aim(self, place: QPoint) -> Outcome | None:
        """The outcome under the card; it alone is lit."""
        aimed = None
        for outcome, button in self.outcomes.items():
            is_aimed = button.isVisible() and button.geometry().contains(place)
            button.set_aimed(is_aimed)
            aimed = outcome if is_aimed else aimed
        return aimed

    def _rest(self) -> None:
        """No card is held over it any more."""
        self.is_target = False
        self._aim(QPoint(-1, -1))
        self._open(is_open=self._kept_open)

    def _toggle(self) -> None:
        self._kept_open = not self.is_open
        self._open(is_open=self._kept_open)

    def _open(self, *, is_open: bool) -> None:
        self.head.set_open(is_open)
        for button in self.outcomes.values():
            button.setVisible(is_open)
        self.setFixedWidth(self._theme.px(WIDE if is_open else NARROW))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(Space.HAIR)
        column.addWidget(self.head)
        for button in self.outcomes.values():
            column.addWidget(button)
        column.addStretch(1)


class RailButton(QAbstractButton):
    """A painted part of the rail with a name and a number."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self.size_shown = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_size(0)

    def show_size(self, size: int) -> None:
        self.size_shown = size
        self.setAccessibleName(f"{self._name}, {size:,}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter, *, lit: bool) -> None:
        """The ground; `lit` where a card is held over it."""
        colours = self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ringed = lit or self.hasFocus()
        painter.setPen(QPen(colours.focus, self._theme.ring) if ringed else Qt.PenStyle.NoPen)
        shaded = colours.selected if lit else colours.pressed
        ground = shaded if lit or self.underMouse() else Qt.BrushStyle.NoBrush
        painter.setBrush(ground)
        box = QRectF(self.rect()).adjusted(3, 2, -3, -2)
        painter.drawRoundedRect(box, Size.RADIUS, Size.RADIUS)


class RailHead(RailButton):
    """The strip itself while it is narrow; its heading once it is open."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, NAME)
        self.is_open = False

    def set_open(self, is_open: bool) -> None:
        self.is_open = is_open
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed if is_open else policy.Expanding)
        self.setAccessibleDescription("expanded" if is_open else "collapsed")
        self.setToolTip("Hide the outcomes" if is_open else "Show the outcomes")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(NARROW), self._theme.px(HEAD if self.is_open else 200))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        self.paint_ground(painter, lit=False)
        icon = QRect(theme.px(12), 0, theme.px(Size.ICON), theme.px(HEAD))
        draw_icon(painter, theme, icon, "archive", "text2")
        if self.is_open:
            inside = self.rect().adjusted(theme.px(HEAD - 4), 0, -Space.MEDIUM, 0)
            self._paint_words(painter, inside)
        else:
            painter.translate(self.width(), theme.px(HEAD))
            painter.rotate(90)
            inside = QRect(Space.TIGHT, 0, self.height() - theme.px(HEAD), self.width())
            self._paint_words(painter, inside)
        painter.end()

    def _paint_words(self, painter: QPainter, inside: QRect) -> None:
        theme = self._theme
        taken = draw_text(painter, theme, inside, NAME, STRONG)
        rest = inside.adjusted(taken + Space.SMALL, 0, 0, 0)
        colour = theme.colours.text2
        draw_text(painter, theme, rest, f"{self.size_shown:,}", SMALL_LABEL, colour)


class OutcomeButton(RailButton):
    """An outcome: a card can be dropped on it, a click lists what ended so."""

    def __init__(self, theme: Theme, outcome: Outcome) -> None:
        super().__init__(theme, outcome_name(outcome))
        self.outcome = outcome
        self._aimed = False
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Preferred)
        theme.fit(self.setMinimumHeight, LEAST)
        theme.fit(self.setMaximumHeight, OUTCOME)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(NARROW), self._theme.px(OUTCOME))

    def set_aimed(self, aimed: bool) -> None:
        """Whether a card is held over it."""
        if aimed != self._aimed:
            self._aimed = aimed
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        self.paint_ground(painter, lit=self._aimed)
        side = theme.px(Size.ICON)
        top = (self.height() - side) / 2
        theme.glyph(painter, QRectF(theme.px(12), top, side, side), self.outcome.value)
        inside = self.rect().adjusted(theme.px(36), 0, -Space.MEDIUM, 0)
        colours = theme.colours
        size = f"{self.size_shown:,}"
        taken = draw_text(painter, theme, inside, size, SMALL_LABEL, colours.text2, RIGHT)
        words = inside.adjusted(0, 0, -taken - Space.SMALL, 0)
        draw_text(painter, theme, words, outcome_name(self.outcome), LABEL)
        painter.end()
