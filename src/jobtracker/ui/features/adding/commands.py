"""What can be done to add an application, everywhere and in the sheet, as data for the menus."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from jobtracker.ui.actions import Action, ActionBook
from jobtracker.ui.features.adding.contract import PASTE
from jobtracker.ui.features.adding.fields import FIRST, MORE, label

if TYPE_CHECKING:
    from jobtracker.ui.features.adding.add_sheet import AddSheet

MENU = "Application"
FIELDS = f"{MENU}/Field of the new one"
ADDING = "application is being added"


class Commands:
    """`follow` a sheet that is opened, and `leave` it: Alt and a digit lead to its fields."""

    def __init__(
        self, book: ActionBook, add: Callable[[], object], paste: Callable[[], object]
    ) -> None:
        self._book = book
        self._sheet: AddSheet | None = None
        fields = [self._field(at, name, label(name)) for at, name in enumerate(FIRST, 1)]
        more = self._field(len(FIRST) + 1, MORE[0], "More fields")
        book.add(
            [
                Action("add application", "Add application…", MENU, add, "Ctrl+N", "plus"),
                Action(
                    PASTE, "Add from the clipboard", MENU, paste, "Ctrl+Shift+V", "clipboard-list"
                ),
                *fields,
                more,
            ]
        )
        self._fields = [one.id for one in (*fields, more)]

    def follow(self, sheet: "AddSheet") -> None:
        self._sheet = sheet
        self._book.attach_page(sheet, *self._fields)
        self._book.set_condition(ADDING, on=True)
        sheet.closed.subscribe(lambda _none: self._leave(), owner=sheet)

    def _leave(self) -> None:
        self._sheet = None
        self._book.set_condition(ADDING, on=False)

    def _field(self, at: int, name: str, words: str) -> Action:
        return Action(
            f"field {name}",
            words,
            FIELDS,
            partial(self._reach, name),
            f"Alt+{at}",
            when=ADDING,
            section=5,
            local=True,
        )

    def _reach(self, name: str) -> None:
        if self._sheet is not None:
            self._sheet.reach(name)
