"""What a person can do with the application in the pane, as data for menus and shortcuts."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from jobtracker.ui.actions import Action, ActionBook
from jobtracker.ui.features.applications.contract import Intents
from jobtracker.ui.features.applications.detail.pane import DetailPane

SELECTED = "application selected"
MENU = "Application"
ON_ROW = (
    "application log",
    "application date",
    "application full",
    "application copy",
    "application pay",
)
"""What belongs into the menu of a row, and works by its key while the list has the focus."""
ALL_OVER = ("application previous", "application next", "application full", "application copy")
"""What works wherever the keyboard is on the page; a sign is typed where text is typed."""


IN_PANE = (
    "application stage",
    "application letter",
    "application log",
    "application date",
    "application pay",
)
"""Letters that work in the pane, too, while its keyboard is not in a text."""


class DetailHost(Protocol):
    """The page, as far as these commands need it."""

    pane: DetailPane | None
    intents: Intents

    @property
    def slot(self) -> QWidget: ...
    @property
    def full_shown(self) -> bool: ...
    def show_pane(self, *, shown: bool) -> None: ...
    def show_full(self, *, shown: bool) -> None: ...
    def selected_id(self) -> int | None: ...


class DetailCommands:
    """Adds its actions to a book; `attach` lets their keys work on a page."""

    def __init__(self, host: DetailHost, book: ActionBook) -> None:
        self._host = host
        self._book = book
        book.add(self._actions())

    def attach(self, page: QWidget) -> None:
        """Let what works all over a page work there, once its widgets stand."""
        self._book.attach_page(page, *ALL_OVER)
        self._book.attach_page(self._host.slot, *IN_PANE)

    def _actions(self) -> list[Action]:
        return [
            _on_row("log", "Log activity…", lambda: self._with_pane(DetailPane.log_activity), "A"),
            _on_row("date", "Next action date", lambda: self._with_pane(_edit_date), "D"),
            _on_row("full", "Open on the full page", self._toggle_full, "Ctrl+Return"),
            _on_row("previous", "Previous application", lambda: self._step(-1), "["),
            _on_row("next", "Next application", lambda: self._step(1), "]"),
            _on_row("copy", "Copy a summary", self._copy, "Ctrl+Shift+C"),
            _on_row("pay", "Compare pay on Salary", self._compare, "C"),
        ]

    def _with_pane(self, run: Callable[[DetailPane], object]) -> None:
        """Do something in the pane, which comes forward for it."""
        if self._host.pane is not None:
            self._host.show_pane(shown=True)
            run(self._host.pane)

    def _toggle_full(self) -> None:
        self._host.show_full(shown=not self._host.full_shown)

    def _step(self, by: int) -> None:
        if self._host.pane is not None:
            self._host.pane.stepped.put(by)

    def _copy(self) -> None:
        if self._host.pane is not None:
            self._host.pane.copy_summary()

    def _compare(self) -> None:
        selected = self._host.selected_id()
        if selected is not None:
            self._host.intents.pay_wanted.put(selected)


def _edit_date(pane: DetailPane) -> None:
    pane.head.edit_next_date()


def _on_row(name: str, text: str, run: Callable[[], object], key: str) -> Action:
    """A command on the selected application."""
    return Action(f"application {name}", text, MENU, run, key, when=SELECTED, section=1, local=True)
