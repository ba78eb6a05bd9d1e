"""Stands between the board and the services: reads its columns, writes what is moved on it."""

from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes
from jobtracker.domain.errors import JobtrackerError
from jobtracker.domain.listing import ACTIVE, ALL, BY_STAGE, UNGROUPED, ListPage, ListQuery
from jobtracker.domain.stages import STAGES, Stage, outcome_name, stage_name
from jobtracker.ui.features.applications.asking import Question, ask, ask_reason
from jobtracker.ui.features.applications.board.contract import BoardPages, Closing, More, Placing
from jobtracker.ui.features.applications.board.view import BoardView
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.typed import offer_hint

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace
    from jobtracker.system.clock import Clock

PAGE = 60
"""So many cards are read at a time for a column."""
TOPICS = ("application", "company", "event", "offer", "tag", "application_tag", "setting")
BOARD = "board"


class BoardPresenter:
    """`show` reads the board for a query of the page; later it hears of changes by itself.

    What was read before a card was moved is not shown any more: it would put the card back.
    """

    def __init__(
        self,
        theme: Theme,
        board: BoardView,
        commander: Commander,
        workspace: "Workspace",
        clock: "Clock",
    ) -> None:
        self._theme = theme
        self._board = board
        self._commander = commander
        self._workspace = workspace
        self._clock = clock
        self._query = ListQuery()
        self._reading = 0
        self._stale: set[Stage] = set()
        self._placed: int | None = None
        intents = board.intents
        intents.placed.subscribe(self._place, owner=board)
        intents.closed.subscribe(self._ask_reason, owner=board)
        intents.more_wanted.subscribe(self._read_more, owner=board)
        commander.changed.subscribe(self._changed, owner=board)

    def show(self, query: ListQuery) -> None:
        """Read the columns for the page's words and conditions."""
        self._query = query
        self._read_all()

    def _changed(self, changes: Changes) -> None:
        """What was placed here stands there already: only its two columns are read again."""
        placed, self._placed = self._placed, None
        if not self._board.isVisible() or not changes.touches(*TOPICS):
            return
        if placed is not None and changes.ids("application") == {placed}:
            self._read()
        else:
            self._read_all()

    def _read_all(self) -> None:
        self._stale = set(STAGES)
        self._read()

    def _read(self) -> None:
        """Read the columns that are not known to be as they are shown."""
        self._reading += 1
        reading, lists, query = self._reading, self._workspace.lists, self._query
        wanted = _stages(query)
        columns = {
            stage: _column(query, stage, max(PAGE, self._board.loaded(stage)))
            for stage in wanted
            if stage in self._stale
        }
        everything = query._replace(scope=ALL, standings=(), group=BY_STAGE, collapsed=())
        counted = _is_filtered(query) or self._stale == set(STAGES)

        def work() -> BoardPages:
            pages = {stage: lists.page(column) for stage, column in columns.items()}
            return BoardPages(wanted, pages, lists.sizes(everything) if counted else None)

        def show(found: BoardPages) -> None:
            if reading == self._reading:
                self._stale.clear()
                today, filtered = self._clock.today(), _is_filtered(query)
                self._board.show_pages(found, today, filtered=filtered)

        self._commander.read(work, show, question=BOARD, owner=self._board)

    def _read_more(self, more: More) -> None:
        lists, column = self._workspace.lists, _column(self._query, more.stage, PAGE)

        def show(page: ListPage) -> None:
            self._board.extend(more, page)

        self._commander.read(lambda: lists.page(column, more.after), show, owner=self._board)

    def _place(self, placing: Placing) -> None:
        self._reading += 1
        self._stale |= {placing.stage, placing.origin.stage}
        applications, moved = self._workspace.applications, placing.stage != placing.origin.stage

        def refuse(error: JobtrackerError) -> None:
            self._board.moves.put_back(placing)
            self._read_all()
            self._commander.problems.put(error)

        def placed(application_id: int) -> None:
            self._placed = application_id
            if moved and placing.stage is Stage.OFFER:
                self._ask_amount(placing)

        self._commander.change(
            lambda: applications.place(placing.id, placing.stage, placing.after),
            then=placed,
            failed=refuse,
            owner=self._board,
            toast=f"{placing.company} moved to {stage_name(placing.stage)}" if moved else "",
        )

    def _ask_amount(self, placing: Placing) -> None:
        log = self._workspace.log
        question = Question(
            f"Offer from {placing.company}",
            "Amount offered",
            "Record offer",
            "Skip",
            "128000, 65/h",
            reader=offer_hint,
        )

        def offered(amount: str) -> None:
            if amount.strip():
                self._commander.change(lambda: log.offer(placing.id, amount), owner=self._board)

        ask(self._theme, self._board, question, offered)

    def _ask_reason(self, closing: Closing) -> None:
        ending = outcome_name(closing.outcome)
        ask_reason(self._theme, self._board, ending, lambda reason: self._close(closing, reason))

    def _close(self, closing: Closing, reason: str) -> None:
        log = self._workspace.log
        self._commander.change(
            lambda: log.close(closing.id, closing.outcome, reason=reason),
            owner=self._board,
            toast=f"{closing.company} closed: {outcome_name(closing.outcome)}",
        )


def _stages(query: ListQuery) -> list[Stage]:
    """The columns that the page's filter lets through; what has ended stands in none of them."""
    if query.scope not in {ACTIVE, ALL}:
        return []
    return [stage for stage in STAGES if not query.standings or stage.value in query.standings]


def _is_filtered(query: ListQuery) -> bool:
    narrowed = bool(query.text.strip() or query.conditions)
    return narrowed or len(_stages(query)) < len(STAGES)


def _column(query: ListQuery, stage: Stage, limit: int) -> ListQuery:
    """The cards of one stage, in the order of the board, for the same words and conditions."""
    return ListQuery(
        text=query.text,
        scope=ACTIVE,
        standings=(stage.value,),
        conditions=query.conditions,
        group=UNGROUPED,
        sort="board",
        limit=limit,
    )
