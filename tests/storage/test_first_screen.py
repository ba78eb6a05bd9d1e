"""The first rows come from one plain statement, and only from a sound file of this version."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.migrations.make_old import make_old
from tests.support.database import add_application, add_company, open_workspace, write_by_force

from jobtracker.domain.errors import WorkspaceDamagedError
from jobtracker.storage.first_screen import first_day, first_rows, is_new


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace with three open applications and a closed one."""
    path = tmp_path / "search.jobtracker"
    with open_workspace(path) as database, database.write("fill") as step:
        company = add_company(step, "Acme")
        for role in ("Tester", "Writer", "Baker", "Closed"):
            add_application(step, company, role)
        for key, column, word in ((4, "outcome", "rejected"), (2, "stage", "interview")):
            step.session.execute(
                text(f"UPDATE application SET {column} = :word, standing = :word WHERE id = :key"),
                {"word": word, "key": key},
            )
    return path


def test_open_applications_come_furthest_first(path: Path) -> None:
    rows = first_rows(path)

    assert rows is not None
    assert [(row.company, row.role) for row in rows] == [
        ("Acme", "Writer"),
        ("Acme", "Baker"),
        ("Acme", "Tester"),
    ]
    assert len(first_rows(path, limit=2) or []) == 2


def test_rows_still_in_another_programs_log_are_there(path: Path) -> None:
    with open_workspace(path) as database:
        with database.write("add") as step:
            add_application(step, 1, "Newest")

        assert len(first_rows(path) or []) == 4


def test_a_missing_or_newer_file_is_left_to_the_database(path: Path, tmp_path: Path) -> None:
    write_by_force(path, "UPDATE alembic_version SET version_num = '0009'")

    assert first_rows(path) is None
    assert first_rows(tmp_path / "missing.jobtracker") is None


def test_a_file_of_an_earlier_release_is_left_to_the_database(tmp_path: Path) -> None:
    path = tmp_path / "search.jobtracker"
    make_old(path)

    assert first_rows(path) is None
    assert first_day(path, date(2026, 11, 22)) is None


def test_a_search_begins_where_there_is_no_application_open_or_closed(tmp_path: Path) -> None:
    path = tmp_path / "new.jobtracker"
    assert is_new(path)
    with open_workspace(path) as database:
        assert is_new(path)
        with database.write("add") as step:
            key = add_application(step, add_company(step, "Acme"), "Clerk")
            step.session.execute(
                text("UPDATE application SET outcome = 'rejected' WHERE id = :id"), {"id": key}
            )

    assert not is_new(path)


def test_a_damaged_file_is_never_shown_in_part(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(WorkspaceDamagedError):
        first_rows(path)


def test_neither_sqlalchemy_nor_pydantic_is_loaded_for_it(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; "
        "from jobtracker.storage.first_screen import first_day, first_rows, is_new; "
        "rows = first_rows(Path(sys.argv[1])); "
        "print(len(rows), [n for n in sys.modules if n in ('sqlalchemy', 'pydantic', 'sqlite3')])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "3 []"


def test_the_day_comes_without_what_only_the_open_workspace_knows(path: Path) -> None:
    with open_workspace(path) as database, database.write("plan") as step:
        step.session.execute(
            text("UPDATE application SET next_action = 'Call', next_action_on = '2026-11-20'")
        )

    view = first_day(path, date(2026, 11, 22))

    assert view is not None
    assert [(task.role, task.words) for task in view.due] == [
        ("Tester", "Call"),
        ("Writer", "Call"),
        ("Baker", "Call"),
    ]
    assert view.stages == {"saved": 2, "applied": 0, "screening": 0, "interview": 1, "offer": 0}
    assert (view.week, view.quiet) == (None, ())


def test_where_there_is_no_file_there_is_no_day(tmp_path: Path) -> None:
    assert first_day(tmp_path / "none.jobtracker", date(2026, 11, 22)) is None
