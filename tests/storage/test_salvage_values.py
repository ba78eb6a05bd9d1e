"""What salvage puts in the place of the unknown can be read by everything that opens the file."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.support import damage
from tests.support.database import ask, write_by_force
from tests.support.workspaces import opened

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.facts import Waiting
from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.services.recovering import salvage
from jobtracker.services.workspace import Workspace
from jobtracker.storage.salvage.lost_rows import KINDS
from jobtracker.storage.salvage.mending import completed
from jobtracker.storage.salvage.stored_values import (
    Column,
    WrongValueError,
    checked,
    columns_of,
    unknown,
)
from jobtracker.system.resources import resource

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
KNOWN_FIRST = {
    ("event", "kind"),
    ("journal_change", "op"),
    ("exchange_rate", "rate"),
    ("letter_template", "origin"),
    ("offer", "package"),
    ("pay_fact", "kind"),
    ("profile", "origin"),
    ("saved_view", "query"),
    ("setting", "value"),
    ("document", "blob_hash"),
    ("blob", "hash"),
}
"""Columns without which no row is put together."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A workspace of the sample search."""
    path = tmp_path_factory.mktemp("sample") / "search.jobtracker"
    with open_workspace(path, write=True) as workspace:
        workspace.sample.fill(resource("sample", "applications.toml"))
    return path.read_bytes()


def tables(path: Path) -> dict[str, tuple[Column, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        return {
            name: columns_of(raw.execute(f'PRAGMA table_info("{name}")').fetchall())
            for name in KINDS
        }


def as_stored(value: object) -> object:
    return value.encode() if isinstance(value, str) else value


def test_each_unknown_value_of_the_schema_is_one_that_jobtracker_writes(tmp_path: Path) -> None:
    path = damage.search(tmp_path / "search.jobtracker", 1)
    wrong = set()
    for table, columns in tables(path).items():
        for column in columns:
            try:
                checked(table, column, as_stored(unknown(table, column, NOW)))
            except WrongValueError:
                wrong.add((table, column.name))

    assert wrong <= KNOWN_FIRST


def test_a_row_put_together_holds_only_such_values(tmp_path: Path) -> None:
    path = damage.search(tmp_path / "search.jobtracker", 1)
    columns = tables(path)["application"]

    row = completed("application", 7, columns, {"company_id": 1, "role": b"Baker"}, NOW)

    assert row is not None
    values = dict(zip((column.name for column in columns), row, strict=True))
    assert values["waiting_on"] == ""
    assert values["last_on"] == "2026-11-23"
    for column in columns:
        assert checked("application", column, as_stored(values[column.name])) == values[column.name]


def read_everything(workspace: Workspace) -> int:
    """What the pages read, and how many applications they show."""
    rows = workspace.lists.rows(ListQuery(scope=ALL, limit=None))
    for row in rows:
        record = workspace.applications.view(row.id).record
        assert not record.waiting_on or Waiting(record.waiting_on)
        workspace.interviews.of(row.id)
    for letter in workspace.letters.listed():
        workspace.letters.view(letter.id)
    for profile in workspace.profiles.summaries():
        workspace.profiles.load(profile.id)
    workspace.letters.templates()
    workspace.interviews.coming(date(2026, 11, 23))
    workspace.preferences.waiting_days()
    workspace.preferences.weekly_goal()
    return len(rows)


@pytest.mark.parametrize("percent", [35, 45, 50, 55, 60, 70, 80, 85, 90, 97])
def test_wherever_a_search_was_cut_all_that_is_left_can_be_shown(
    tmp_path: Path, sample: bytes, percent: int
) -> None:
    damaged = tmp_path / "damaged.jobtracker"
    damaged.write_bytes(damage.cut(sample, percent))

    done = salvage(damaged, tmp_path / "new.jobtracker")

    with opened(done.path) as workspace:
        assert read_everything(workspace) == done.kept["application"] > 0
        assert workspace.checking.check().problems == ()


def test_a_file_that_was_rebuilt_with_days_for_words_is_mended(tmp_path: Path) -> None:
    path = damage.search(tmp_path / "search.jobtracker", 3)
    write_by_force(path, "UPDATE application SET waiting_on = '2026-11-23'")
    with opened(path) as workspace:
        (said,) = workspace.checking.check().problems
    assert said.startswith("3 applications have a “waiting on” that Jobtracker never writes")

    done = salvage(path, tmp_path / "new.jobtracker")

    assert done.kept["application"] == 3
    assert ask(done.path, "SELECT DISTINCT waiting_on FROM application") == [("",)]
    with opened(done.path) as workspace:
        assert workspace.checking.check().problems == ()
