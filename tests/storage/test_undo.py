"""Undo and redo restore rows, whoever wrote them and however."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, text
from tests.support.clock import FakeClock
from tests.support.database import (
    add_application,
    add_company,
    add_event,
    ask,
    companies,
    everything,
    open_workspace,
)

from jobtracker.domain.changes import NOTHING_CHANGED
from jobtracker.domain.errors import ChangedSinceError, NothingToUndoError
from jobtracker.storage import journal
from jobtracker.storage.database import Database, Transaction
from jobtracker.storage.schema import CompanyRow
from jobtracker.storage.search import find

TABLES = ("company", "application", "event", "setting")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "search.jobtracker"


def run(step: Transaction, statement: str, **values: object) -> None:
    step.session.execute(text(statement), values)


def start(database: Database) -> tuple[int, int]:
    """A company with an application and a note; the application's and the company's ids."""
    with database.write("start") as step:
        company = add_company(step, "Acme")
        application = add_application(step, company, "Tester")
        add_event(step, application, "first")
    return application, company


def test_the_newest_step_is_undone_and_redone_by_its_label(path: Path) -> None:
    with open_workspace(path) as database:
        for name in ("one", "two"):
            with database.write(f"add {name}") as step:
                add_company(step, name)

        undone = database.undo()
        assert (undone.label, undone.state) == ("add two", "undone")
        assert undone.changes.ids("company") == {2}
        assert companies(database) == ["one"]

        assert database.redo().label == "add two"
        assert companies(database) == ["one", "two"]


def test_undo_survives_closing_the_file(path: Path) -> None:
    with open_workspace(path) as database, database.write("add") as step:
        add_company(step, "Acme")

    with open_workspace(path) as database:
        database.undo()
        assert companies(database) == []
    with open_workspace(path) as database:
        database.redo()
        assert companies(database) == ["Acme"]


def test_with_nothing_left_undo_and_redo_say_so(path: Path) -> None:
    with open_workspace(path) as database:
        with pytest.raises(NothingToUndoError, match="undo"):
            database.undo()
        with pytest.raises(NothingToUndoError, match="redo"):
            database.redo()


WAYS: dict[str, Callable[[Transaction, int, int], object]] = {
    "an update": lambda step, *_: run(step, "UPDATE company SET notes = 'new', name = 'N'"),
    "a cascade": lambda step, application, _: run(
        step, "DELETE FROM application WHERE id = :id", id=application
    ),
    "a replace": lambda step, _, company: run(
        step,
        "REPLACE INTO setting (id, name, value) VALUES (1, 'a', '1'), (2, 'a', :company)",
        company=str(company),
    ),
    "a bulk insert": lambda step, *_: step.session.execute(
        insert(CompanyRow),
        [
            {"uid": f"u{n}", "name": f"n{n}", "name_key": f"n{n}", "notes": "", "created_at": ""}
            for n in range(2500)
        ],
    ),
    "an insert, an update and a delete": lambda step, application, _: [
        add_event(step, application, "second"),
        run(step, "UPDATE event SET text = text || ' changed'"),
        run(step, "DELETE FROM event WHERE id = 1"),
    ],
    "a delete and an insert of the same key": lambda step, *_: [
        run(step, "DELETE FROM event"),
        run(
            step,
            "INSERT INTO event (id, uid, application_id, kind, on_date, from_value, to_value, "
            "text, recorded_at) VALUES (1, 'x', 1, 'note', '', '', '', 'other', '')",
        ),
    ],
}


@pytest.mark.parametrize("way", WAYS)
def test_each_way_of_writing_is_undone_and_redone(path: Path, way: str) -> None:
    with open_workspace(path) as database:
        application, company = start(database)
        before = everything(database, TABLES)
        with database.write(way) as step:
            WAYS[way](step, application, company)
        after = everything(database, TABLES)
        assert before != after

        for _ in range(2):
            database.undo()
            assert everything(database, TABLES) == before
            database.redo()
            assert everything(database, TABLES) == after


def test_a_step_that_changes_nothing_is_no_step(path: Path) -> None:
    with open_workspace(path) as database, open_workspace(path) as other:
        start(database)
        version = other.data_version()
        with database.write("look") as step:
            run(step, "UPDATE company SET name = 'Nobody' WHERE id = 99")
        with database.write("same again") as same:
            run(same, "UPDATE company SET name = name")

        assert step.changes == same.changes == NOTHING_CHANGED
        assert [found.label for found in database.history()] == ["start"]
        assert other.data_version() == version + 1, "only the second wrote, and no other value"


def test_a_new_step_forgets_what_could_be_redone(path: Path) -> None:
    with open_workspace(path) as database:
        start(database)
        database.undo()
        with database.write("other") as step:
            add_company(step, "Other")

        with pytest.raises(NothingToUndoError):
            database.redo()
        assert [step.label for step in database.history()] == ["other"]


def test_rows_changed_since_are_not_overwritten(path: Path) -> None:
    with open_workspace(path) as database:
        start(database)
        with database.write("rename") as step:
            run(step, "UPDATE company SET name = 'Mine'")
        with database.write("library", journalled=False) as step:
            run(step, "UPDATE company SET name = 'Theirs'")

        with pytest.raises(ChangedSinceError, match="changed since"):
            database.undo()
        assert companies(database) == ["Theirs"]


def test_a_parent_that_others_name_meanwhile_is_not_undone(path: Path) -> None:
    with open_workspace(path) as database:
        with database.write("add") as step:
            company = add_company(step, "Acme")
        with database.write("library", journalled=False) as step:
            add_application(step, company, "Tester")

        with pytest.raises(ChangedSinceError):
            database.undo()
        assert companies(database) == ["Acme"]


def test_writes_outside_the_journal_leave_no_step_but_are_found(path: Path) -> None:
    with open_workspace(path) as database:
        with database.write("library", journalled=False) as step:
            add_company(step, "Library")

        assert step.changes.ids("company") == {1}
        assert database.history() == []
        with database.read() as session:
            assert [found.ref for found in find(session, "library")] == [1]
    assert ask(path, "SELECT count(*) FROM journal_change") == [(0,)]


def test_undo_stops_at_a_barrier(path: Path) -> None:
    with open_workspace(path) as database:
        start(database)
        with database.write("a great change", barrier=True) as step:
            add_company(step, "Great")

        with pytest.raises(NothingToUndoError, match="a great change"):
            database.undo()
        assert companies(database) == ["Acme", "Great"]


def test_the_search_follows_undo_and_redo(path: Path) -> None:
    with open_workspace(path) as database:
        application, _ = start(database)
        with database.write("retitle") as step:
            run(step, "UPDATE company SET notes = 'kangaroo'")
        with database.write("delete") as step:
            run(step, "DELETE FROM application WHERE id = :id", id=application)

        def found(word: str) -> list[int]:
            with database.read() as session:
                return [hit.ref for hit in find(session, word)]

        assert (found("kangaroo"), found("tester")) == ([1], [])
        database.undo()
        assert found("tester") == [1], "its document holds the roles of its applications"
        database.undo()
        assert found("kangaroo") == []
        database.redo()
        assert found("kangaroo") == [1]


def test_deleting_a_row_renews_the_document_of_its_parent(path: Path) -> None:
    with open_workspace(path) as database:
        start(database)
        with database.write("touch") as step:
            run(step, "UPDATE company SET notes = 'x'")

        def tester_is_found() -> bool:
            with database.read() as session:
                return bool(find(session, "tester"))

        assert tester_is_found()
        with database.write("delete") as step:
            run(step, "DELETE FROM application")
        assert not tester_is_found()


def test_old_steps_are_forgotten_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "KEPT_STEPS", 5)
    clock = FakeClock()
    with open_workspace(path, clock=clock) as database:
        for number in range(8):
            with database.write(f"step {number}") as step:
                add_company(step, f"c{number}")
        assert [step.label for step in database.history()] == [f"step {n}" for n in (7, 6, 5, 4, 3)]

        clock.advance(timedelta(days=91))
        with database.write("much later") as step:
            add_company(step, "late")
        assert [step.label for step in database.history()] == ["much later"]
    assert ask(path, "SELECT count(DISTINCT step_id) FROM journal_change") == [(1,)]


def test_a_whole_import_is_one_step(path: Path) -> None:
    with open_workspace(path) as database:
        with database.write("import") as step:
            for number in range(300):
                company = add_company(step, f"c{number}")
                add_event(step, add_application(step, company, "r"), "n")

        assert database.undo().changes.ids("event") == set(range(1, 301))
        assert everything(database, TABLES) == {table: [] for table in TABLES}
