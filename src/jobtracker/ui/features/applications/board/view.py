"""The board: a column for each stage an application can be in, and the rail of those closed."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jobtracker.domain.listing import ListPage
from jobtracker.domain.stages import STAGES, Stage, order
from jobtracker.ui.features.applications.board.closed_rail import ClosedRail
from jobtracker.ui.features.applications.board.column import BoardColumn
from jobtracker.ui.features.applications.board.contract import BoardIntents, BoardPages, More
from jobtracker.ui.features.applications.board.current import CurrentCard
from jobtracker.ui.features.applications.board.drag import EdgeScroller
from jobtracker.ui.features.applications.board.list import CardList
from jobtracker.ui.features.applications.board.moves import BoardMoves
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space, Tokens

LEAST_WIDTH = 168
"""px at 100 % of a column; a narrower board scrolls sideways."""
HINT = "Drop here or press Insert"
NOTHING_FOUND = "Nothing here matches the filter"


class BoardView(QWidget):
    """`intents` tells what a person wants; `show_pages` and `extend` answer.

    `current` knows the current card, `moves` carries cards about.
    """

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.intents = BoardIntents()
        self._theme = theme
        self.columns = [BoardColumn(theme, stage, today) for stage in STAGES]
        self.rail = ClosedRail(theme)
        self.current = CurrentCard(self.columns)
        self.moves = BoardMoves(self.columns, self.current, self.intents)
        self._scroll = QScrollArea()
        self._lay_out()
        self._edges = EdgeScroller(self._scroll.horizontalScrollBar())
        self._scroll.horizontalScrollBar().rangeChanged.connect(self._stay_in_sight)
        for column in self.columns:
            self._listen(column)
        self.current.told.subscribe(self.intents.selected.put, owner=self)
        self.current.entered.subscribe(self._reveal, owner=self)
        self.moves.told.subscribe(self._announce, owner=self)
        self.rail.chosen.subscribe(self.intents.outcome_wanted.put, owner=self)
        self.rail.dropped.subscribe(self.moves.end, owner=self)
        theme.changed.subscribe(self._dress, owner=self)

    @property
    def lists(self) -> list[CardList]:
        """The lists of the columns, from Saved to Offer."""
        return [column.list for column in self.columns]

    @property
    def is_compact(self) -> bool:
        return self.columns[0].list.delegate.compact

    def set_compact(self, compact: bool) -> None:
        """Low cards without pay, with a role of one line."""
        for one in self.lists:
            one.set_compact(compact)

    def current_id(self) -> int | None:
        """The application whose card is current."""
        return self.current.id

    def select(self, application_id: int) -> bool:
        """Make a card the current one; False where it is not read yet, it is so once it is."""
        found = self.current.find(application_id)
        if found is None:
            self.current.wish(application_id)
            return False
        self.current.go_to(*found)
        return True

    def step(self, by: int) -> None:
        """Go to the next or previous card of the column."""
        self.current.step(by)

    def place_of_current(self) -> tuple[int, int]:
        """Which of how many cards of its column is current, counted from 1; 0 for none."""
        return self.current.row + 1, self.current.column.cards.size

    def anchor(self) -> QPoint:
        """Where a menu for the current card opens, on the screen."""
        return self.current.column.list.below_current()

    def take_focus(self) -> None:
        self.current.column.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """What F6 visits: the column of the current card, and the rail."""
        return [self.current.column.list, self.rail.head]

    def loaded(self, stage: Stage) -> int:
        """How many cards of a column were read so far."""
        return len(self.columns[order(stage)].cards.rows)

    def show_pages(self, found: BoardPages, today: date, *, filtered: bool) -> None:
        """Show what was read anew; the current card and the places of the columns stay."""
        row = self.current.row
        for column in self.columns:
            if column.stage in found.pages:
                page, size = found.pages[column.stage], column.cards.size
                if found.sizes is not None:
                    size = found.sizes.get(column.stage.value, 0)
                column.show_page(page, max(size, len(page.rows)), today)
            elif column.stage not in found.wanted:
                column.show_page(ListPage([]), 0, today)
            column.set_hint(NOTHING_FOUND if filtered else HINT)
        if found.sizes is not None:
            self.rail.show_sizes(found.sizes)
        self.current.keep(row)
        self.intents.counted.put(sum(column.cards.size for column in self.columns))

    def extend(self, more: More, page: ListPage) -> None:
        """Add the next cards of a column, unless it was read anew meanwhile."""
        cards = self.columns[order(more.stage)].cards
        if cards.after == more.after:
            cards.extend(page)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.intents.shown.put(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._edges.stop()
        self.intents.shown.put(False)

    def _listen(self, column: BoardColumn) -> None:
        one, intents = column.list, self.intents
        one.chosen.subscribe(partial(self.current.settle, column), owner=self)
        one.opened.subscribe(intents.opened.put, owner=self)
        one.sideways.subscribe(self.current.step_column, owner=self)
        one.menu_wanted.subscribe(intents.menu_wanted.put, owner=self)
        one.hovering.subscribe(self._hold, owner=self)
        one.dropped.subscribe(partial(self.moves.drop, column), owner=self)
        column.adding.subscribe(intents.adding.put, owner=self)
        column.cards.more_wanted.subscribe(
            lambda after: intents.more_wanted.put(More(column.stage, after)), owner=self
        )

    def _hold(self, place: QPoint | None) -> None:
        """A card held at the left or right edge scrolls the board."""
        if place is None:
            self._edges.stop()
        else:
            self._edges.held(self._scroll.mapFromGlobal(place).x(), self._scroll.width())

    def _reveal(self, column: BoardColumn) -> None:
        self._scroll.ensureWidgetVisible(column, Space.LARGE, 0)

    def _stay_in_sight(self) -> None:
        """The pane opened, or the window narrowed: the current card's column can still be seen.

        While a card is dragged the board does not move by itself.
        """
        if not self.rail.is_target and not any(one.is_target for one in self.lists):
            self._reveal(self.current.column)

    def _announce(self, words: str) -> None:
        """Tell a screen reader."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _dress(self, _tokens: Tokens) -> None:
        """Another text size: the cards measure themselves anew."""
        self.set_compact(self.is_compact)

    def _lay_out(self) -> None:
        self.setProperty("s", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QWidget()
        inside.setProperty("s", "scrolled")
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        for column in self.columns:
            self._theme.fit(column.setMinimumWidth, LEAST_WIDTH)
            across.addWidget(column, 1)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 0, Space.LARGE)
        beside.addWidget(self.rail)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.PAGE - Space.SNUG, Space.MEDIUM, Space.PANE, 0)
        row.setSpacing(Space.SNUG)
        row.addWidget(self._scroll, 1)
        row.addLayout(beside)
