"""Undo and Redo on a sheet that stores at once: they reach what was done on it, nothing before."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject

from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.widgets.sheet import Sheet

KEYS = (("undo", "done"), ("redo", "undone"))
"""The window's actions, and the state of a step that each is for."""


class Step(Protocol):
    @property
    def id(self) -> int: ...

    @property
    def state(self) -> str: ...


class TakingBack(QObject):
    """`steps` answers the newest steps of the history, the newest first."""

    def __init__(
        self, sheet: Sheet, commander: Commander, steps: Callable[[], Sequence[Step]]
    ) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._commander = commander
        self._steps = steps
        self._before: int | None = None
        commander.changed.subscribe(lambda _changes: self._ask(), owner=self)
        self._ask()

    def _ask(self) -> None:
        self._commander.read(self._steps, self._learn, owner=self)

    def _learn(self, steps: Sequence[Step]) -> None:
        """What came after the step that was the newest when the sheet was opened is its own."""
        if self._before is None:
            self._before = max((one.id for one in steps), default=0)
        states = {one.state for one in steps if one.id > self._before}
        self._sheet.lets_through = tuple(action for action, state in KEYS if state in states)
