"""Table and board: two views of the same list. The board is built when it is first wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from jobtracker.domain.listing import ALL, ListRow
from jobtracker.domain.stages import Outcome
from jobtracker.ui.features.applications.table.columns import BOARD, TABLE, Look
from jobtracker.ui.features.applications.table.list_panel import ListPanel
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.ui.features.applications.board.view import BoardView
    from jobtracker.ui.widgets.segmented import Segmented

OPTIONS = ((TABLE, "Table"), (BOARD, "Board"))


class Views:
    """`made` tells of the board once it is built, `shown` that the other view came forward,
    `selected` and `opened` what a person does on the board, `counted` its cards.
    """

    def __init__(self, theme: Theme, panel: ListPanel) -> None:
        self.made: Channel[BoardView] = Channel()
        self.shown: Channel[BoardView | None] = Channel()
        self.selected: Channel[int | None] = Channel()
        self.opened: Channel[int] = Channel()
        self.counted: Channel[int] = Channel()
        self.board: BoardView | None = None
        self.switch: Segmented | None = None
        self._theme = theme
        self._panel = panel
        self._narrow = False

    def dress(self) -> "Segmented":
        """Make the switch for the page's header, after the first paint."""
        from jobtracker.ui.widgets.segmented import Segmented

        icons = [self._theme.icon("table-2"), self._theme.icon("square-kanban")]
        self.switch = Segmented("View", OPTIONS, icons)
        self.switch.chosen.subscribe(self.show, owner=self.switch)
        self.set_narrow(narrow=self._narrow)
        return self.switch

    @property
    def front(self) -> "BoardView | None":
        """The board while it is shown."""
        return self.board if self._panel.front is not None else None

    def show(self, view: str) -> None:
        """Bring the table or the board forward; what was selected stays so."""
        selected = self.current_id()
        if view == BOARD and self.board is None:
            self._build()
        board = self.board if view == BOARD else None
        if board is self._panel.front:
            return
        if self.switch is not None:
            self.switch.set_value(view)
        self._panel.stand_before(board)
        self._fit_density()
        self.shown.put(board)
        if selected is not None:
            self.select(selected)

    def set_compact(self, compact: bool) -> None:
        """Low rows and cards, or high ones."""
        self._panel.set_compact(compact)
        self._fit_density()
        self._panel.look_changed.put(None)

    def look(self) -> Look:
        """How the list is shown now, to be remembered."""
        columns, query = self._panel.table.columns, self._panel.query
        return Look(
            columns=columns.keys or (),
            widths=columns.widths(),
            group=query.group,
            sort=query.sort,
            descending=query.descending,
            compact=self._panel.is_compact,
            view=TABLE if self.front is None else BOARD,
        )

    def current_row(self) -> ListRow | None:
        """The application that is selected in the view that is shown."""
        if self.front is not None:
            return self.front.current.card()
        item = self._panel.table.item()
        return item.row if item else None

    def current_id(self) -> int | None:
        """Its id; that of a card also while it is still being read."""
        if self.front is not None:
            return self.front.current_id()
        item = self._panel.table.item()
        return item.row.id if item else None

    def select(self, application_id: int) -> None:
        if self.front is not None:
            self.front.select(application_id)
        else:
            self._panel.table.select(application_id)

    def step(self, by: int) -> None:
        """Go to the next or previous application."""
        (self.front or self._panel.table).step(by)

    def place_of_current(self) -> tuple[int, int]:
        """Which of how many is selected, counted from 1; 0 for none."""
        return (self.front or self._panel).place_of_current()

    def anchor(self) -> QPoint:
        """Where a menu for the selected application opens, on the screen."""
        if self.front is not None:
            return self.front.anchor()
        return self._panel.table.below_current()

    def take_focus(self) -> None:
        (self.front or self._panel).take_focus()

    def regions(self) -> list[QWidget]:
        """What F6 visits of the view that is shown."""
        return [self._panel.table] if self.front is None else self.front.regions()

    def set_narrow(self, *, narrow: bool) -> None:
        """In a narrow window the two say themselves by their signs alone."""
        self._narrow = narrow
        if self.switch is not None:
            for key, words in OPTIONS:
                self.switch.set_words(key, "" if narrow else words, words)

    def _fit_density(self) -> None:
        if self.board is not None:
            self.board.set_compact(self._panel.is_compact)

    def _build(self) -> None:
        from jobtracker.ui.features.applications.board.view import BoardView

        board = self.board = BoardView(self._theme, self._panel.today)
        self._panel.body.addWidget(board)
        intents = board.intents
        intents.selected.subscribe(self.selected.put, owner=board)
        intents.opened.subscribe(self.opened.put, owner=board)
        intents.counted.subscribe(self.counted.put, owner=board)
        intents.menu_wanted.subscribe(self._panel.table.menu_wanted.put, owner=board)
        intents.outcome_wanted.subscribe(self._list_ended, owner=board)
        self.made.put(board)

    def _list_ended(self, outcome: Outcome) -> None:
        """Show in the table what ended so."""
        self.show(TABLE)
        plain = self._panel.query._replace(text="", conditions=(), collapsed=())
        self._panel.ask(plain._replace(scope=ALL, standings=(outcome.value,)))
