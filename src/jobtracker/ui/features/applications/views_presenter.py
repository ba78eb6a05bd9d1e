"""Saved views: keeps lists under names, and opens them again."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from jobtracker.domain.changes import Changes, Done
from jobtracker.domain.saved_views import SavedView
from jobtracker.ui.features.applications.contract import ViewSaved
from jobtracker.ui.features.applications.page import ApplicationsPage
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace

VIEWS = "saved views"
TOPICS = ("saved_view", "setting")


class ViewsPresenter:
    """`shown` tells the views in their order whenever they change, `opened` the one whose list
    is shown now, or None once it is another list.
    """

    def __init__(
        self, page: ApplicationsPage, commander: Commander, workspace: "Workspace"
    ) -> None:
        self.shown: Channel[Sequence[SavedView]] = Channel()
        self.opened: Channel[int | None] = Channel()
        self._page = page
        self._commander = commander
        self._service = workspace.saved_views
        self._views: Sequence[SavedView] = ()
        page.intents.view_saved.subscribe(self._save, owner=page)
        page.intents.queried.subscribe(lambda _query: self._tell_opened(), owner=page)
        commander.changed.subscribe(self._changed, owner=page)

    def refresh(self) -> None:
        """Read the views again."""
        self._commander.read(self._service.all, self._show, question=VIEWS, owner=self._page)

    def open(self, view: int) -> None:
        """Show the list of a view, with its columns."""
        found = next((one for one in self._views if one.id == view), None)
        if found is not None:
            self._page.panel.show_columns(found.columns or None)
            self._page.panel.ask(found.query)
            self._page.panel.look_changed.put(None)

    def rename(self, view: int, name: str) -> None:
        self._change(lambda: self._service.rename(view, name))

    def remove(self, view: int) -> None:
        name = next((one.name for one in self._views if one.id == view), "View")
        self._change(lambda: self._service.remove(view), f"{name} deleted")

    def move(self, view: int, place: int) -> None:
        """Put a view at another place, counted from 0."""
        self._change(lambda: self._service.move(view, place))

    def _save(self, saved: ViewSaved) -> None:
        self._change(
            lambda: self._service.save(saved.name, saved.query, saved.columns),
            f"{saved.name} saved in the sidebar",
        )

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*TOPICS):
            self.refresh()

    def _show(self, views: Sequence[SavedView]) -> None:
        self._views = views
        self.shown.put(views)
        self._tell_opened()

    def _tell_opened(self) -> None:
        query = self._page.panel.query._replace(collapsed=(), limit=None)
        same = (one.id for one in self._views if one.query == query)
        self.opened.put(next(same, None))

    def _change(self, work: Callable[[], Done[Any]], toast: str = "") -> None:
        self._commander.change(work, owner=self._page, toast=toast)
