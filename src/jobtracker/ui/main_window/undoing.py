"""Undo and Redo: what they would do now, and doing it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from jobtracker.domain.changes import Done
from jobtracker.ui.actions import ActionBook
from jobtracker.ui.runtime.commander import Commander


class Steps(NamedTuple):
    """What Undo and Redo would do now, as the Edit menu names it; empty for nothing."""

    undo: str = ""
    redo: str = ""


class History(NamedTuple):
    """The services behind Undo and Redo; all three run on the database lane."""

    undo: Callable[[], Done[Any]]
    redo: Callable[[], Done[Any]]
    steps: Callable[[], Steps]


class Undoing:
    """Keeps the Edit menu's two entries true."""

    def __init__(self, commander: Commander, book: ActionBook, history: History) -> None:
        self._commander = commander
        self._book = book
        self._history = history

    def undo(self) -> None:
        self._commander.change(self._history.undo)

    def redo(self) -> None:
        self._commander.change(self._history.redo)

    def ask(self) -> None:
        """Read again what Undo would do: after each change, or when another program wrote."""
        self._commander.read(self._history.steps, self.show, question="history", owner=self._book)

    def show(self, steps: Steps) -> None:
        """Name the steps in the menu and let only what is possible be chosen."""
        for action_id, verb, step in (("undo", "Undo", steps.undo), ("redo", "Redo", steps.redo)):
            self._book[action_id].setText(f"{verb} {step}" if step else verb)
            self._book.set_condition(f"can {action_id}", bool(step))
