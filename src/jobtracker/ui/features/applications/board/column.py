"""A column of the board: its head with name and count, and the list of its cards."""

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jobtracker.domain.listing import ListPage, ListRow
from jobtracker.domain.stages import Stage, stage_name
from jobtracker.ui.features.applications.board.list import CardList
from jobtracker.ui.features.applications.board.model import CardModel
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.labels import PlainLabel


class BoardColumn(QWidget):
    """A stage on the board; `adding` tells that somebody wants to add into it."""

    def __init__(self, theme: Theme, stage: Stage, today: date) -> None:
        super().__init__()
        self.stage = stage
        self.adding: Channel[Stage] = Channel()
        self._theme = theme
        self.cards = CardModel(stage, today)
        self.list = CardList(theme, self.cards)
        self._count = PlainLabel("", "small")
        self._plus = IconButton(
            theme.icon("plus"), f"Add application in {stage_name(stage)}", "Insert"
        )
        self._plus.clicked.connect(lambda: self.adding.put(self.stage))
        self.list.targeted.subscribe(lambda _is_target: self.update(), owner=self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._lay_out()
        self.count()

    def count(self) -> None:
        """Say how many cards there are, to the eye and to the ear."""
        self._count.setText(f"{self.cards.size:,}")
        self.list.setAccessibleName(f"{stage_name(self.stage)}, {self.cards.size:,}")

    def show_page(self, page: ListPage, size: int, today: date) -> None:
        """Show what was read; the list stays where it was scrolled to."""
        self.cards.show_page(page, size, today)
        self.count()

    def take(self, row: int) -> ListRow:
        """Take a card out of the column; Qt's choice of another one there is not told."""
        self.list.is_quiet = True
        taken = self.cards.take(row)
        self.list.is_quiet = False
        self.count()
        return taken

    def insert(self, row: int, card: ListRow) -> None:
        """Put a card in; it stands there at once."""
        self.cards.insert(row, card)
        self.count()

    def set_hint(self, hint: str) -> None:
        """What stands in the column while it has no cards."""
        self.list.setAccessibleDescription("" if self.cards.size else hint)
        if hint != self.list.hint:
            self.list.hint = hint
            self.list.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.list.is_target:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colours.selected)
            below = self.rect().adjusted(0, 0, 0, Size.RADIUS_CARD)  # round at the top only
            painter.drawRoundedRect(below, Size.RADIUS_CARD, Size.RADIUS_CARD)
            painter.end()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.SNUG + 1, Space.SNUG, Space.TIGHT, Space.HAIR)
        head.setSpacing(Space.SNUG)
        head.addWidget(_Glyph(self._theme, self.stage))
        head.addWidget(PlainLabel(stage_name(self.stage), "strong"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._plus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)


class _Glyph(QWidget):
    """The glyph of a stage, beside its name."""

    def __init__(self, theme: Theme, stage: Stage) -> None:
        super().__init__()
        self._theme = theme
        self._stage = stage
        theme.fit(self.setFixedWidth, Size.ICON)
        theme.fit(self.setFixedHeight, Size.ICON)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._theme.glyph(painter, QRectF(self.rect()), self._stage.value)
        painter.end()
