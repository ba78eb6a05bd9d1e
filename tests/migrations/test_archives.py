"""A workspace of any release can be taken out whole once it is one of this release."""

import gzip
from pathlib import Path

import pytest
from tests.migrations.freeze import frozen_path
from tests.support.archives import looked_into
from tests.support.database import everything, open_workspace
from tests.support.workspaces import opened, state

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.exchange.archive.records import RECORDS
from jobtracker.storage.schema import HEAD

RELEASES = [f"{number:04}" for number in range(1, int(HEAD) + 1)]
TABLES = [table for table in RECORDS if table != "file"]


@pytest.mark.parametrize("release", RELEASES)
def test_every_row_of_an_old_workspace_is_in_its_archive(release: str, tmp_path: Path) -> None:
    path = tmp_path / "old.jobtracker"
    path.write_bytes(gzip.decompress(frozen_path(release).read_bytes()))
    open_workspace(path).close()

    with opened(path) as old:
        rows = everything(old.database, TABLES)
        old.archive.export(tmp_path / "a.zip")
        old.archive.export(tmp_path / "b.zip")
        old.archive.export(tmp_path / "a.json")

    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    rows["document"].clear()  # their hashes are made up, so they are damaged and left out in words
    for kind in ("a.zip", "a.json"):
        found = looked_into(tmp_path / kind)
        assert {table: len(found[table]) for table in TABLES} == {
            table: len(kept) for table, kept in rows.items()
        }


def test_rows_that_mean_nothing_are_not_let_in_from_a_file(tmp_path: Path) -> None:
    """The frozen rows are right by type only: no stage is called "stage 1"."""
    path = tmp_path / "old.jobtracker"
    path.write_bytes(gzip.decompress(frozen_path(HEAD).read_bytes()))
    with opened(path) as old:
        archive = old.archive.export(tmp_path / "a.zip").path

    with opened(tmp_path / "mine.jobtracker") as mine:
        before = state(mine)
        with pytest.raises(UnreadableFileError, match="nothing was imported"):
            mine.archive.bring_in(archive)
        assert state(mine) == before
