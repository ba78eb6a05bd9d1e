"""Undo and Redo: what they would do now, and doing it."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import JobtrackerError, NothingToUndoError, UndoStopsError
from jobtracker.ui.actions import ActionBook
from jobtracker.ui.runtime.commander import Commander


class Steps(NamedTuple):
    """What Undo and Redo would do now, as the Edit menu names it; empty for nothing. `stop` names
    what Undo does not reach back over, where that comes next.
    """

    undo: str = ""
    redo: str = ""
    stop: str = ""


class Step(Protocol):
    """A step as it was taken: "move to Interview"."""

    @property
    def label(self) -> str: ...


class History(NamedTuple):
    """The services behind Undo and Redo; all three run on the database lane. `steps` answers None
    while the workspace is not open.
    """

    undo: Callable[[], Done[Step]]
    redo: Callable[[], Done[Step]]
    steps: Callable[[], Steps | None]


class WayBack(NamedTuple):
    """What the action of a toast says, what it runs, and the key that does the same."""

    words: str
    run: Callable[[], object]
    key: str


class Undoing:
    """Keeps the Edit menu's two entries true, and says what was undone.

    No key is lost: what is pressed before the history has been read is done once it has, and Redo
    can be pressed on the heels of Undo, as the lane does one after the other.
    """

    def __init__(self, commander: Commander, book: ActionBook, history: History) -> None:
        self._commander = commander
        self._book = book
        self._history = history
        self._undid = False
        self._is_known = False
        self._wanted: Callable[[], None] | None = None
        self._allow("undo")
        self._allow("redo")

    def undo(self) -> None:
        if not self._is_known:
            self._wanted = self.undo
            return
        self._allow("redo")
        self._commander.change(
            self._history.undo,
            lambda _step: self._note(undid=True),
            self._refused,
            owner=self._book,
            toast=lambda step: f"Undone: {step.label}",
        )

    def redo(self) -> None:
        if not self._is_known:
            self._wanted = self.redo
            return
        self._allow("undo")
        self._commander.change(
            self._history.redo,
            failed=self._refused,
            owner=self._book,
            toast=lambda step: f"Done again: {step.label}",
        )

    def way_back(self) -> WayBack:
        """What takes back the change a toast tells of; after an undo that is Redo."""
        undid, self._undid = self._undid, False
        action = "redo" if undid else "undo"
        key = next(iter(self._book.keys(action)), "")
        return WayBack(action.capitalize(), self.redo if undid else self.undo, key)

    def _note(self, *, undid: bool) -> None:
        self._undid = undid

    def ask(self) -> None:
        """Read again what Undo would do: after each change, or when another program wrote."""
        self._commander.read(self._history.steps, self.show, question="history", owner=self._book)

    def show(self, steps: Steps | None) -> None:
        """Name the steps in the menu and let only what is possible be chosen."""
        if steps is None:
            return
        for action_id, verb, step in (("undo", "Undo", steps.undo), ("redo", "Redo", steps.redo)):
            self._book[action_id].setText(f"{verb} {step}" if step else verb)
            self._book.set_condition(f"can {action_id}", bool(step))
        if steps.stop:
            self._allow("undo")
        self._is_known = True
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def _allow(self, action: str) -> None:
        self._book.set_condition(f"can {action}", True)

    def _refused(self, error: JobtrackerError) -> None:
        """A key too many asks for nothing; why undo goes no further is said, and whatever else
        went wrong is told.
        """
        self.ask()
        if isinstance(error, UndoStopsError):
            self._commander.toasts.put(str(error))
        elif not isinstance(error, NothingToUndoError):
            self._commander.problems.put(error)
