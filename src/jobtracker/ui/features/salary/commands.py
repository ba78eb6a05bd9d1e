"""What a person can do on the salary page, as data for the menus and the keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jobtracker.ui.actions import Action, ActionBook

if TYPE_CHECKING:
    from jobtracker.ui.features.salary.page import SalaryPage

HOURLY = "salary hourly"
ADD_OFFER = "salary add offer"
TARGET = "salary target"
IMPORT = "salary import"
AS_TABLE = "salary table"
EXPLORE = "salary explore"
ON_PAGE = (HOURLY, ADD_OFFER, TARGET)
"""What works by its key wherever the keyboard is on the page."""


class Commands:
    """Adds the actions to a book before the window makes its menus, and without the page.

    `go` shows the page, which is built then; whoever builds it calls `follow`.
    """

    def __init__(self, book: ActionBook, go: Callable[[], object]) -> None:
        self._book = book
        self._go = go
        self._page: SalaryPage | None = None
        book.add(
            [
                Action(
                    HOURLY,
                    "Pay by the hour",
                    "View",
                    self._switch,
                    "H",
                    section=5,
                    local=True,
                    checked=lambda: self._page is not None and self._page.is_hourly,
                ),
                self._on_page(ADD_OFFER, "Add offer…", "File", lambda page: page.ask_offer(), "+"),
                self._on_page(
                    TARGET, "Move salary target…", "Edit", lambda page: page.move_target(), "T"
                ),
                self._on_page(
                    IMPORT,
                    "Import salary table…",
                    "File",
                    lambda page: page.intents.import_wanted.put(None),
                ),
                self._on_page(
                    AS_TABLE, "Salary as a table", "View", lambda page: page.show_as("table")
                ),
                self._on_page(
                    EXPLORE, "Explore salaries", "View", lambda page: page.show_as("explore")
                ),
            ]
        )

    def follow(self, page: "SalaryPage") -> None:
        """Let the actions act on this page, and their keys work on it."""
        self._page = page
        self._book.attach_page(page, *ON_PAGE)

    def _on_page(
        self, name: str, text: str, menu: str, run: "Callable[[SalaryPage], object]", key: str = ""
    ) -> Action:
        """A command that shows the page first."""
        return Action(name, text, menu, lambda: run(self._shown()), key, section=5, local=bool(key))

    def _shown(self) -> "SalaryPage":
        if self._page is None or not self._page.isVisible():
            self._go()
        assert self._page is not None, "going to the page builds it"
        return self._page

    def _switch(self) -> None:
        page = self._shown()
        page.show_hourly(hourly=not page.is_hourly)
