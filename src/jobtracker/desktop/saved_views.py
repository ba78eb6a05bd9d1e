"""Saved views between the sidebar, which shows them, and the page, which lists what they hold."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from jobtracker.domain.changes import Changes
from jobtracker.domain.saved_views import SavedView
from jobtracker.ui.main_window.saved_views import Moved, Renamed, SavedViews, ViewEntry
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.services.lists import Lists
    from jobtracker.ui.features.applications.views_presenter import ViewsPresenter

PAGE = "applications"
SIZES = "sizes of saved views"
COUNTED = ("application", "application_tag", "event")
REST_MS = 700
"""Views are counted once changes have come to rest: counting must not stand in their way."""


class ViewsInSidebar:
    """Shows the views with their counts, and does with them what a person wants."""

    def __init__(
        self,
        sidebar: SavedViews,
        presenter: "ViewsPresenter",
        navigator: Navigator,
        commander: Commander,
        lists: "Lists",
    ) -> None:
        self._sidebar = sidebar
        self._presenter = presenter
        self._navigator = navigator
        self._commander = commander
        self._lists = lists
        self._views: Sequence[SavedView] = ()
        self._sizes: dict[int, int] = {}
        self._opened: int | None = None
        self._rest = QTimer(sidebar, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._count)
        presenter.shown.subscribe(self._show, owner=sidebar)
        presenter.opened.subscribe(self._note_opened, owner=sidebar)
        navigator.moved.subscribe(lambda _place: self._mark(), owner=sidebar)
        sidebar.chosen.subscribe(self._open, owner=sidebar)
        sidebar.renamed.subscribe(self._rename, owner=sidebar)
        sidebar.removed.subscribe(presenter.remove, owner=sidebar)
        sidebar.moved.subscribe(self._move, owner=sidebar)
        commander.changed.subscribe(self._changed, owner=sidebar)

    def _note_opened(self, view: int | None) -> None:
        self._opened = view
        self._mark()

    def _mark(self) -> None:
        """A view is marked while its page is shown."""
        here = self._navigator.here
        self._sidebar.mark(self._opened if here is not None and here.page == PAGE else None)

    def _show(self, views: Sequence[SavedView]) -> None:
        self._views = views
        self._fill()
        if views:
            self._rest.start()

    def _fill(self) -> None:
        sizes = self._sizes
        self._sidebar.show_views(
            [ViewEntry(one.id, one.name, sizes.get(one.id, 0)) for one in self._views]
        )

    def _changed(self, changes: Changes) -> None:
        if self._views and changes.touches(*COUNTED):
            self._rest.start()

    def _count(self) -> None:
        views, lists = self._views, self._lists

        def work() -> dict[int, int]:
            return {view.id: sum(lists.sizes(view.query).values()) for view in views}

        self._commander.read(work, self._show_sizes, question=SIZES, owner=self._sidebar)

    def _show_sizes(self, sizes: dict[int, int]) -> None:
        if sizes != self._sizes:
            self._sizes = sizes
            self._fill()

    def _open(self, view: int) -> None:
        self._navigator.go(PAGE)
        self._presenter.open(view)

    def _rename(self, what: Renamed) -> None:
        self._presenter.rename(what.id, what.name)

    def _move(self, what: Moved) -> None:
        self._presenter.move(what.id, what.place)
