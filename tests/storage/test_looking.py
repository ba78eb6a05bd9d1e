"""A long look at the file from another thread: beside all else, and in nobody's way."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.support.database import add_company, companies, open_workspace

from jobtracker.domain.errors import JobtrackerError, StoppedError, WorkspaceLockedError
from jobtracker.storage.database import Database
from jobtracker.storage.looking import Look

LONG = 60.0
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_workspace(tmp_path / "search.jobtracker") as database:
        add(database, "Acme")
        yield database


def add(database: Database, name: str) -> None:
    with database.write(f"add {name}") as step:
        add_company(step, name)


class Looking(threading.Thread):
    """Does something with a look on a thread of its own; `ended_by` is what it was ended by."""

    def __init__(self, database: Database, act: Callable[[Look], object]) -> None:
        super().__init__()
        self._database = database
        self._act = act
        self.begun = threading.Event()
        self.ended_by: JobtrackerError | None = None

    def run(self) -> None:
        try:
            with self._database.look() as look:
                self.begun.set()
                self._act(look)
        except JobtrackerError as error:
            self.ended_by = error


def read_for_ever(look: Look) -> None:
    with look.read() as session:
        session.execute(text(ENDLESS))


def ask_for_ever(look: Look) -> None:
    look.raw.execute(ENDLESS).fetchone()


def rest_for_ever(look: Look) -> None:
    look.rest(LONG)


def begun(database: Database, act: Callable[[Look], object]) -> Looking:
    thread = Looking(database, act)
    thread.start()
    assert thread.begun.wait(LONG)
    return thread


def test_others_read_and_write_beside_a_look_which_sees_one_moment(database: Database) -> None:
    with database.look() as look, look.read() as session:
        count = text("SELECT count(*) FROM company")
        assert session.scalar(count) == 1

        add(database, "Brightloop")

        assert companies(database) == ["Acme", "Brightloop"]
        assert session.scalar(count) == 1
    with database.look() as look, look.read() as session:
        assert session.scalar(count) == 2


@pytest.mark.parametrize("act", [read_for_ever, ask_for_ever, rest_for_ever])
def test_whoever_closes_the_file_ends_a_look_first(
    database: Database, act: Callable[[Look], object]
) -> None:
    thread = begun(database, act)
    time.sleep(0.05)

    before = time.monotonic()
    database.close()

    assert time.monotonic() - before < LONG / 10
    thread.join(LONG)
    assert isinstance(thread.ended_by, StoppedError)
    assert database.path is not None
    assert sorted(one.suffix for one in database.path.parent.iterdir()) == [".jobtracker", ".lock"]


def test_a_file_that_is_given_up_is_not_looked_at_until_it_is_back(database: Database) -> None:
    thread = begun(database, read_for_ever)

    database.suspend()

    thread.join(LONG)
    assert isinstance(thread.ended_by, StoppedError)
    with pytest.raises(WorkspaceLockedError), database.look():
        pass
    database.resume()
    with database.look() as look, look.read() as session:
        assert session.scalar(text("SELECT name FROM company")) == "Acme"


def test_a_look_cannot_write(database: Database) -> None:
    with (
        pytest.raises(JobtrackerError),
        database.look() as look,
        look.read() as session,
    ):
        session.execute(text("DELETE FROM company"))

    assert companies(database) == ["Acme"]


def test_what_fails_in_a_look_is_told_as_it_is(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.look():
        _ = 1 / 0
    database.check_pages(full=True)
