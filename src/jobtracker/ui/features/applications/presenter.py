"""Stands between the list and the services: asks on the lane, hands over what came back.

One application in its pane is `detail_presenter`'s, the board `board_presenter`'s, and what is
done to many at once `bulk_presenter`'s.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from jobtracker.domain.changes import Changes
from jobtracker.domain.listing import ACTIVE, ListPage, ListQuery
from jobtracker.ui.features.applications.contract import Option, RowsWanted
from jobtracker.ui.features.applications.page import ApplicationsPage
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace
    from jobtracker.system.clock import Clock
    from jobtracker.ui.features.applications.board.presenter import BoardPresenter
    from jobtracker.ui.features.applications.board.view import BoardView
    from jobtracker.ui.features.applications.detail.presenter import DetailPresenter
    from jobtracker.ui.features.applications.table.bulk_presenter import BulkPresenter
    from jobtracker.ui.features.applications.views_presenter import ViewsPresenter
    from jobtracker.ui.runtime.drafts import Drafts

LIST = "applications"
SIZES = "applications: sizes of groups"
MORE = "applications: more"
COUNT = "applications: active ones"
OPTIONS = "applications: values of a filter"
PAGE = 200
"""So many rows are read at a time as one scrolls; at first only what can be seen and some more."""
SOUGHT = 200
"""Among so many rows one looks for what is selected, where it now stands further down."""
RESTED_MS = 150
"""After the last letter typed the groups of the list are counted."""
TOPICS = (
    "application",
    "application_profile",
    "application_tag",
    "company",
    "event",
    "letter",
    "offer",
    "profile",
    "salary_range",
    "tag",
)


class ApplicationsPresenter:
    """Made with the page; `attach` gives it the services once they are loaded."""

    def __init__(
        self, theme: Theme, page: ApplicationsPage, commander: Commander, clock: "Clock"
    ) -> None:
        self._theme = theme
        self._page = page
        self._commander = commander
        self._clock = clock
        self._workspace: Workspace | None = None
        self._behind = False
        self._typing = QTimer(page, singleShot=True, interval=RESTED_MS)
        self._typing.timeout.connect(lambda: self._count_groups(page.panel.query))
        self.detail: DetailPresenter | None = None
        self.bulk: BulkPresenter | None = None
        self.views: ViewsPresenter | None = None
        self._drafts: Drafts | None = None
        self.board: BoardPresenter | None = None

    def attach(self, workspace: "Workspace") -> None:
        """Bring the page to life; it then reads everything anew."""
        for _ in self.attaching(workspace):
            pass

    def attaching(self, workspace: "Workspace") -> Iterator[None]:
        """The same in small steps."""
        from jobtracker.ui.features.applications.detail.presenter import DetailPresenter
        from jobtracker.ui.features.applications.table.bulk_presenter import BulkPresenter
        from jobtracker.ui.features.applications.views_presenter import ViewsPresenter
        from jobtracker.ui.runtime.drafts import drafts_on
        from jobtracker.ui.widgets.typed import readers

        page, commander = self._page, self._commander
        self._workspace = workspace
        self._drafts = drafts_on(commander, workspace.drafts)
        self.bulk = BulkPresenter(self._theme, page, commander, workspace)
        self.views = ViewsPresenter(page, commander, workspace)
        self._listen()
        yield
        yield from page.attaching(readers(self._clock))
        self.detail = DetailPresenter(page, page, commander, workspace)
        self._drafts.when_known(self._restore, page)
        self.refresh()
        self.detail.refresh()
        self.views.refresh()

    def refresh(self) -> None:
        """Read the list again, as far as it is in sight, and what is counted.

        Behind the board it waits until it comes forward, unless an application is to be found.
        """
        panel, services = self._page.panel, self._services
        self._behind = panel.front is not None and panel.wanted is None
        if not self._behind:
            self._read(panel.query, max(min(panel.model.loaded, PAGE), panel.wanted_rows()))

        def work() -> tuple[int, Mapping[str, int]]:
            return services.lists.count(ACTIVE), services.preferences.waiting_days()

        self._commander.read(
            work,
            self._show_counts,
            question=COUNT,
            owner=self._page,
        )

    def flush(self) -> None:
        """Keep what is being typed and is not stored, now."""
        if self._drafts is not None:
            self._drafts.flush()

    def _restore(self) -> None:
        """Put back what was being typed when the program ended last, and watch from now on."""
        from jobtracker.ui.features.applications.detail.unfinished import Unfinished

        assert self._drafts is not None
        assert self.detail is not None
        assert self._page.pane is not None
        unfinished = Unfinished(self._page.pane, self._page.intents, self._drafts)
        unfinished.restore(self.detail.put_back)

    @property
    def _services(self) -> "Workspace":
        assert self._workspace is not None
        return self._workspace

    def _listen(self) -> None:
        page, intents = self._page, self._page.intents
        intents.queried.subscribe(self._ask, owner=page)
        intents.more_wanted.subscribe(lambda _none: self._read_more(), owner=page)
        intents.all_wanted.subscribe(self._read_all, owner=page)
        intents.options_wanted.subscribe(self._read_options, owner=page)
        intents.problem.subscribe(self._commander.problems.put, owner=page)
        intents.viewed.subscribe(self._show_view, owner=page)
        page.views.made.subscribe(self._follow_board, owner=page)
        self._commander.changed.subscribe(self._changed, owner=page)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*TOPICS, "setting"):
            self.refresh()

    def _ask(self, query: ListQuery) -> None:
        self._read(query, self._page.panel.wanted_rows())
        self._show_board()

    def _read(self, query: ListQuery, limit: int) -> None:
        lists, page = self._services.lists, self._page
        typed = query.text != page.panel.model.query.text

        def show(found: ListPage) -> None:
            page.show_page(found, query, self._clock.today())
            if found.after is None and not query.collapsed:
                return
            if typed:
                self._typing.start()
            else:
                self._count_groups(query)

        item, sought = page.table.item(), page.panel.wanted
        if sought is None and item is not None and not typed:
            sought = item.row.id

        def work() -> ListPage:
            found = lists.page(query._replace(limit=limit))
            if found.after is None or sought is None or _holds(found, sought):
                return found
            further = lists.page(query._replace(limit=SOUGHT))
            return further if _holds(further, sought) else found

        self._commander.read(work, show, question=LIST, owner=page)

    def _count_groups(self, query: ListQuery) -> None:
        lists, panel = self._services.lists, self._page.panel

        def show(sizes: dict[str, int]) -> None:
            if panel.query == query:
                panel.show_sizes(sizes)

        self._commander.read(lambda: lists.sizes(query), show, question=SIZES, owner=self._page)

    def _read_more(self) -> None:
        lists, panel = self._services.lists, self._page.panel
        query, after = panel.query, panel.model.after
        if after is None:
            return

        def show(found: ListPage) -> None:
            if panel.query == query and panel.model.after is after:
                panel.model.extend_page(found)

        self._commander.read(
            lambda: lists.page(query._replace(limit=PAGE), after),
            show,
            question=MORE,
            owner=self._page,
        )

    def _read_all(self, wanted: RowsWanted) -> None:
        lists = self._services.lists
        self._commander.read(
            lambda: lists.rows(wanted.query), wanted.then, question=MORE, owner=self._page
        )

    def _read_options(self, field: str) -> None:
        services, tools = self._services, self._page.dress()

        def work() -> list[Option]:
            if field == "profile":
                return [Option(str(one.id), one.title) for one in services.profiles.summaries()]
            return [Option(value, value, count) for value, count in services.lists.values(field)]

        self._commander.read(
            work,
            lambda options: tools.show_options(field, options),
            question=OPTIONS,
            owner=self._page,
        )

    def _show_counts(self, found: "tuple[int, Mapping[str, int]]") -> None:
        active, waiting_days = found
        self._page.intents.counted.put(active)
        self._page.panel.show_quiet(waiting_days)

    def _follow_board(self, board: "BoardView") -> None:
        from jobtracker.ui.features.applications.board.presenter import BoardPresenter

        self.board = BoardPresenter(
            self._theme, board, self._commander, self._services, self._clock
        )
        board.intents.adding.subscribe(self._page.intents.adding_into.put, owner=board)

    def _show_view(self, board: bool) -> None:
        """The board reads itself when it comes forward; the table does so if it fell behind."""
        if board:
            self._show_board()
        elif self._behind:
            self.refresh()

    def _show_board(self) -> None:
        if self.board is not None and self._page.views.front is not None:
            self.board.show(self._page.panel.query)


def _holds(page: ListPage, application_id: int) -> bool:
    return any(row.id == application_id for row in page.rows)
