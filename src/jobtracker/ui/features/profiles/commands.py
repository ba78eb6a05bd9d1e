"""What a person can do on the page of roles, as data for the menus and the keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jobtracker.ui.actions import Action, ActionBook

if TYPE_CHECKING:
    from jobtracker.ui.features.profiles.page import ProfilesPage

COMPARE = "compare profiles"
TARGETS, SKILLS = "targets", "skills"


class Commands:
    """Adds the actions to a book before the window makes its menus, and without the page.

    `go` shows the page, which is built then; whoever builds it calls `follow`.
    """

    def __init__(self, book: ActionBook, go: Callable[[], object]) -> None:
        self._book = book
        self._go = go
        self._page: ProfilesPage | None = None
        book.add(
            [
                Action(
                    COMPARE,
                    "Compare role profiles…",
                    "View",
                    lambda: self._arrived().act("compare"),
                    "C",
                    section=5,
                    local=True,
                ),
                Action("import profiles", "Import role profiles…", "File", self._import, section=3),
                Action("target roles", "Target roles", "Go", lambda: self._turn(TARGETS)),
                Action("my skills", "My skills", "Go", lambda: self._turn(SKILLS)),
                Action("add target role", "Add target role…", "Edit", self._add, section=4),
            ]
        )

    def follow(self, page: "ProfilesPage") -> None:
        """Let the actions act on this page, and their keys work on it."""
        self._page = page
        self._book.attach_page(page, COMPARE)

    def _arrived(self) -> "ProfilesPage":
        if self._page is None or not self._page.isVisible():
            self._go()
        assert self._page is not None, "going to the page builds it"
        return self._page

    def _turn(self, part: str) -> None:
        page = self._arrived()
        page.parts.turn(part)
        page.arrive()

    def _import(self) -> None:
        page = self._arrived()
        page.parts.turn("profiles")
        page.act("open")

    def _add(self) -> None:
        self._turn(TARGETS)
        self._arrived().act("target")
