"""What a person can do with offers from anywhere, as data for menus, palette and keys."""

from typing import TYPE_CHECKING, Protocol

from jobtracker.ui.actions import Action

if TYPE_CHECKING:
    from jobtracker.ui.actions import ActionBook

SELECTED = "application selected"
COMPARE = "compare offers"
OF_APPLICATION = "offer of application"
NEGOTIATE = "negotiation sheet"


class Ways(Protocol):
    """Who opens the sheets."""

    def add_to_selected(self) -> None: ...

    def compare(self) -> None: ...

    def try_one(self) -> None: ...

    def negotiate(self) -> None: ...


class Commands:
    """Adds the actions to a book before the window makes its menus."""

    def __init__(self, book: "ActionBook", ways: Ways) -> None:
        book.add(
            [
                Action(
                    OF_APPLICATION,
                    "Add offer to application…",
                    "Application",
                    ways.add_to_selected,
                    when=SELECTED,
                    section=6,
                ),
                Action(
                    NEGOTIATE,
                    "Negotiation sheet…",
                    "Application",
                    ways.negotiate,
                    when=SELECTED,
                    section=6,
                ),
                Action(COMPARE, "Compare offers…", "File", ways.compare, section=5),
                Action("try a what-if", "Try a what-if offer…", "File", ways.try_one, section=5),
            ]
        )
