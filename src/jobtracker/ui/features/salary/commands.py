"""What a person can do on the salary page, as data for the menus and the keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jobtracker.ui.actions import Action, ActionBook

if TYPE_CHECKING:
    from jobtracker.ui.features.salary.page import SalaryPage

HOURLY = "salary hourly"


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
                )
            ]
        )

    def follow(self, page: "SalaryPage") -> None:
        """Let the actions act on this page, and their keys work on it."""
        self._page = page
        self._book.attach_page(page, HOURLY)

    def _switch(self) -> None:
        if self._page is None or not self._page.isVisible():
            self._go()
        assert self._page is not None, "going to the page builds it"
        self._page.show_hourly(hourly=not self._page.is_hourly)
