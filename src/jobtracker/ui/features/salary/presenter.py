"""Between the page and the services: what to show, read again when something of it changes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes
from jobtracker.domain.salary_lines import ExploreQuery, SalaryQuery, SalaryView
from jobtracker.domain.text import folded
from jobtracker.ui.features.salary.contract import (
    YOURS,
    Found,
    RoleChoice,
    Sheet,
    TargetTyped,
    Wanted,
)
from jobtracker.ui.features.salary.filters import YOUR_ROLES
from jobtracker.ui.features.salary.page import SalaryPage
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace

CONCERNED = (
    "profile",
    "salary_range",
    "related_role",
    "application",
    "application_profile",
    "offer",
    "target_role",
    "salary_table",
    "salary_row",
    "exchange_rate",
)
MOST_FOUND = 10
NEW_TARGET = "My target"


class SalaryPresenter:
    """Shows nothing until a workspace is attached; then follows every change."""

    def __init__(self, page: SalaryPage, commander: Commander) -> None:
        self._page = page
        self._commander = commander
        self._workspace: Workspace | None = None
        self._query = SalaryQuery()
        self._application: int | None = None
        intents = page.intents
        commander.changed.subscribe(self._follow, owner=page)
        intents.queried.subscribe(self._ask, owner=page)
        intents.explored.subscribe(self._explore, owner=page)
        intents.roles_wanted.subscribe(self._find_roles, owner=page)
        intents.areas_wanted.subscribe(self._find_areas, owner=page)
        intents.target_typed.subscribe(self._move_target, owner=page)
        intents.saved.subscribe(self._save, owner=page)
        intents.told.subscribe(commander.toasts.put, owner=page)
        intents.problem.subscribe(commander.problems.put, owner=page)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        if self._application is None:
            self.refresh()
        else:
            self.show_application(self._application)

    def refresh(self) -> None:
        """Read what is shown once more."""
        space, query = self._workspace, self._query
        if space is not None:
            self._commander.read(
                lambda: space.salaries.view(query), self._show, question="salary", owner=self._page
            )

    def show_application(self, application_id: int) -> None:
        """Show the role of an application, with its newest offer under the keyboard."""
        self._application = application_id
        space = self._workspace
        if space is None:
            return

        def read() -> tuple[SalaryQuery, str]:
            query = space.salaries.query_for(application_id)
            return query, _title(space, query)

        def ask(found: tuple[SalaryQuery, str]) -> None:
            self._application = None
            self._page.ask(*found, seek=application_id)

        self._commander.read(read, ask, question="salary of", owner=self._page)

    def _follow(self, changes: Changes) -> None:
        if changes.touches(*CONCERNED):
            self.refresh()

    def _ask(self, query: SalaryQuery) -> None:
        self._query = query
        self.refresh()

    def _show(self, view: SalaryView) -> None:
        self._page.show_view(view)

    def _explore(self, query: ExploreQuery) -> None:
        if (space := self._workspace) is not None:
            self._commander.read(
                lambda: space.salaries.explore(query),
                self._page.explore.show_found,
                question="salary explore",
            )

    def _find_roles(self, wanted: Wanted) -> None:
        """The person's roles, profiles by their titles, then occupations by any title."""
        space = self._workspace
        if space is None:
            return

        def find() -> list[Found]:
            words = folded(wanted.text).split()
            titles = [(row.id, row.title) for row in space.profiles.summaries()]
            found = [Found(YOURS, YOUR_ROLES)] if not words else []
            fitting = [one for one in titles if all(word in folded(one[1]) for word in words)]
            begins = folded(wanted.text)
            fitting.sort(key=lambda one: not folded(one[1]).startswith(begins))
            found += [Found(RoleChoice(key), title) for key, title in fitting]
            if words:
                occupations = space.benchmarks.find(wanted.text, limit=MOST_FOUND)
                found += [
                    Found(RoleChoice(code=one.occupation.code), one.occupation.title)
                    for one in occupations
                ]
            return found

        self._answer(find, wanted)

    def _find_areas(self, wanted: Wanted) -> None:
        if (space := self._workspace) is not None:
            self._answer(
                lambda: [
                    Found(area.code, "All United States" if area.kind == "nation" else area.name)
                    for area in space.benchmarks.areas(wanted.text)
                ],
                wanted,
            )

    def _answer(self, find: Callable[[], Sequence[Found]], wanted: Wanted) -> None:
        def then(found: Sequence[Found]) -> None:
            wanted.then(found)

        self._commander.read(find, then, question="salary finder", owner=self._page)

    def _move_target(self, typed: TargetTyped) -> None:
        space, view = self._workspace, self._page.view
        if space is None:
            return
        aim = view.aim if view is not None else None
        own = [line for line in view.lines if line.own] if view is not None else []
        title = own[0].title if own else NEW_TARGET
        currency = own[0].range.pay.currency if own else None
        self._commander.change(
            lambda: space.salaries.move_target(typed.text, aim, title, currency),
            lambda _target: typed.stored(),
            typed.refused,
            owner=self._page,
        )

    def _save(self, sheet: Sheet) -> None:
        """Write figures for a spreadsheet, beside the window's own work."""

        def write() -> str:
            from jobtracker.exchange.salary_csv import write_csv

            write_csv(sheet.path, sheet.headers, sheet.rows)
            return sheet.path.name

        self._commander.read(
            write,
            lambda name: self._commander.toasts.put(f"Figures saved as {name}"),
            owner=self._page,
        )


def _title(space: "Workspace", query: SalaryQuery) -> str:
    """The words of whose ranges a query asks for."""
    if query.profile_id is not None:
        return space.profiles.load(query.profile_id).title
    code = next(iter(query.occupations), "")
    figure = space.benchmarks.figure(code) if code else None
    return figure.occupation.title if figure else ""
