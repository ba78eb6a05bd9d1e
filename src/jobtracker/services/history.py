"""Undo, redo, and the list of steps."""

from typing import NamedTuple

from jobtracker.domain.changes import Done
from jobtracker.services.base import Service
from jobtracker.storage.undo import Step


class Next(NamedTuple):
    """What undo and redo would do now, as the Edit menu names it; empty where nothing. `stop` is
    what undo does not reach back over, where that comes next.
    """

    undo: str
    redo: str
    stop: str = ""


class History(Service):
    def undo(self) -> Done[Step]:
        """Take the newest step back. Raises NothingToUndoError or ChangedSinceError."""
        step = self._db.undo()
        return Done(step, step.changes, f"undo {step.label}")

    def redo(self) -> Done[Step]:
        """Do the step that was taken back last once more."""
        step = self._db.redo()
        return Done(step, step.changes, f"redo {step.label}")

    def steps(self, limit: int = 50) -> list[Step]:
        """Newest first; a step's state is "done", "undone" or "barrier"."""
        return self._db.history(limit)

    def next(self) -> Next:
        redo = ""
        for step in self.steps(limit=1000):
            if step.state != "undone":
                is_stop = step.state == "barrier"
                return Next("" if is_stop else step.label, redo, step.label if is_stop else "")
            redo = step.label
        return Next("", redo)
