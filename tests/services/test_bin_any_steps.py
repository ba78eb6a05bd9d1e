"""Whatever is done in whatever order, no record is lost that was not emptied, and undoing all of
it leads back to the start.
"""

import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tests.support.clock import FakeClock
from tests.support.workspaces import opened, state

from jobtracker.domain.errors import ChangedSinceError, NothingToUndoError
from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace
from jobtracker.storage import projections
from jobtracker.storage.bin import bin as deleted

SOME = st.integers(0, 5)
RECORDS = ("application", "contact", "custom_field", "interview", "letter", "offer", "target_role")


def uids(workspace: Workspace) -> set[tuple[str, int]]:
    """Every record that is there, by its table and id."""
    with workspace.database.read() as session:
        return {
            (table, key)
            for table in RECORDS
            for key in session.connection().exec_driver_sql(f"SELECT id FROM {table}").scalars()
        }


def remembered(workspace: Workspace) -> set[tuple[str, int]]:
    """Every record that the bin or redo can bring back."""
    with workspace.database.read() as session:
        undone = session.connection().exec_driver_sql(
            "SELECT DISTINCT table_name, row_id FROM journal_change WHERE step_id IN "
            "(SELECT id FROM journal_step WHERE state = 'undone')"
        )
        can_redo = {(table, key) for table, key in undone}
        return can_redo | set(deleted.missing(deleted.run_in(session), deleted.HANGING))


class Deleting(RuleBasedStateMachine):
    """Real services on a real file. `_known` are all records that ever were."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._clock = FakeClock()
        self._space = opened(Path(self._folder.name) / "any.jobtracker", self._clock)
        self._start = state(self._space)
        self._known: set[tuple[str, int]] = set()
        self._count = 0
        self._emptied = False

    def teardown(self) -> None:
        assert self._space.checking.check().problems == ()
        if not self._emptied:
            for _ in range(1_000):
                try:
                    self._space.history.undo()
                except NothingToUndoError:
                    break
            assert state(self._space) == self._start
        self._space.close()
        self._folder.cleanup()

    def _one(self, number: int) -> int | None:
        with self._space.database.read() as session:
            ids = projections.every_id(session)
        return ids[number % len(ids)] if ids else None

    @rule(number=SOME)
    def add(self, number: int) -> None:
        self._count += 1
        space = self._space
        key = space.applications.add(
            {"company": f"Firm {number}", "role": "Clerk", "tags": (f"t{number % 2}",)}
        ).value
        if number % 2:
            space.interviews.add(key, {"starts": "2026-11-30 10:00"})
        if number % 3 == 0:
            space.contacts.add_to(key, {"name": f"Person {self._count}"}, "recruiter")

    @rule(number=SOME)
    def write(self, number: int) -> None:
        key = self._one(number)
        if key is None:
            return
        space = self._space
        if number % 2:
            space.log.move(key, Stage.INTERVIEW)
            space.documents.add(key, (f"{number}.txt", str(number).encode()))
        else:
            space.applications.edit(key, {"notes": f"note {number}", "tags": ()})

    @rule()
    def name_a_field(self) -> None:
        self._count += 1
        self._space.custom_fields.add(f"Field {self._count}")

    @rule(number=SOME)
    def delete_one(self, number: int) -> None:
        key = self._one(number)
        if key is not None:
            self._space.applications.remove(key)

    @rule(number=SOME)
    def delete_many(self, number: int) -> None:
        with self._space.database.read() as session:
            ids = projections.every_id(session)
        self._space.applications.remove_many(ids[:number])

    @rule(number=SOME)
    def delete_a_part(self, number: int) -> None:
        space, key = self._space, self._one(number)
        if key is None:
            return
        for meeting in space.interviews.of(key)[:1]:
            space.interviews.remove(meeting.id)
        for linked in space.contacts.of(key)[:1]:
            space.contacts.remove(linked.contact.id)
        for file in space.documents.of(key)[:1]:
            space.documents.remove(file.id)

    @rule(number=SOME)
    def bring_back(self, number: int) -> None:
        entries = self._space.bin.entries()
        if not entries:
            return
        before = state(self._space)
        entry = entries[number % len(entries)]
        try:
            self._space.bin.restore([entry.id])
        except ChangedSinceError:
            assert state(self._space) == before
        else:
            assert entry.id not in {one.id for one in self._space.bin.entries()}
            self._space.history.undo()
            assert state(self._space) == before
            self._space.history.redo()

    @rule()
    def undo(self) -> None:
        with suppress(NothingToUndoError):
            self._space.history.undo()

    @rule()
    def redo(self) -> None:
        with suppress(NothingToUndoError):
            self._space.history.redo()

    @rule(number=SOME)
    def drop_one(self, number: int) -> None:
        entries = self._space.bin.entries()
        if not entries or number:
            return
        self._emptied = True
        there = uids(self._space)
        self._space.bin.forget([entries[-1].id])
        assert uids(self._space) == there
        self._known = there | {one for one in self._known if one in remembered(self._space)}

    @invariant()
    def nothing_is_lost(self) -> None:
        there = uids(self._space)
        self._known |= there
        assert self._known - there <= remembered(self._space)

    @invariant()
    def the_file_agrees_with_itself(self) -> None:
        assert self._space.checking.check().problems == ()


Deleting.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestDeleting = Deleting.TestCase
