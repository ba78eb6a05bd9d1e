"""A person at a real file who does anything in any order: the base of the stateful machines."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import text
from tests.support.clock import FakeClock
from tests.support.database import everything
from tests.support.workspaces import Rows, opened, reopened

from jobtracker.domain.errors import InvalidInputError, NotFoundError, NothingToUndoError
from jobtracker.storage.schema import Base

APART = ("journal_step", "journal_change", "blob")
TABLES = tuple(t.name for t in Base.metadata.sorted_tables if t.name not in APART)


class AnySteps(RuleBasedStateMachine):
    """Each rule of a machine is one thing a person does, refused or not, at a copy of `template`.

    After every step the check finds nothing and the search index is sound; at the end undoing
    all of it gives the first state back, row for row.
    """

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "any.jobtracker"
        shutil.copyfile(self.template, path)
        self._clock = FakeClock()
        self._workspace = opened(path, self._clock)
        self._start = self._rows()

    def teardown(self) -> None:
        with suppress(NothingToUndoError):
            while True:
                self._workspace.history.undo()
        assert self._rows() == self._start
        self._workspace.close()
        self._folder.cleanup()

    def _rows(self) -> Rows:
        return everything(self._workspace.database, TABLES)

    def _ids(self, table: str) -> list[int]:
        with self._workspace.database.read() as session:
            return list(session.scalars(text(f"SELECT id FROM {table} ORDER BY id")))

    def _one(self, table: str, which: int) -> int:
        """The id of a record, counted round, or of none that is there."""
        ids = self._ids(table)
        return ids[which % len(ids)] if ids else 1 + which

    def _try(self, act: Callable[..., object], *values: Any, **named: Any) -> bool:
        """Whether it was done."""
        with suppress(InvalidInputError, NotFoundError):
            act(*values, **named)
            return True
        return False

    @rule()
    def undo(self) -> None:
        with suppress(NothingToUndoError):
            self._workspace.history.undo()

    @rule()
    def redo(self) -> None:
        with suppress(NothingToUndoError):
            self._workspace.history.redo()

    @rule()
    def restart(self) -> None:
        self._workspace = reopened(self._workspace)

    @invariant()
    def the_check_finds_nothing(self) -> None:
        assert self._workspace.checking.check().problems == ()

    @invariant()
    def the_index_is_sound(self) -> None:
        with self._workspace.database.write("look", journalled=False) as step:
            step.session.execute(
                text("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
            )


def run_machine(machine: type[AnySteps], template: Path, *, examples: int, steps: int) -> None:
    """Run it `examples` times with `steps` steps each, on copies of `template`."""
    machine.template = template
    case = machine.TestCase
    case.settings = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    case("runTest").runTest()
