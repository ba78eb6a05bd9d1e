"""A file whose tables are not word for word ours is only read."""

import gzip
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from tests.migrations.freeze import frozen_path
from tests.support.database import add_company, companies, open_workspace, write_by_force

from jobtracker.domain.errors import WorkspaceError
from jobtracker.storage import exact_schema, migrator
from jobtracker.storage.schema import HEAD


@pytest.mark.parametrize("revision", sorted(exact_schema.FINGERPRINTS))
def test_the_frozen_fingerprint_is_that_of_the_release(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "frozen.jobtracker"
    path.write_bytes(gzip.decompress(frozen_path(revision).read_bytes()))

    assert made_anew(revision) == exact_schema.FINGERPRINTS[revision]
    assert exact_schema.is_exact(path, revision)


def made_anew(revision: str) -> str:
    with closing(driver.connect(":memory:", isolation_level=None)) as raw:
        migrator.upgrade(raw, user_version=int(revision), barrier_at=None, to=revision)
        return exact_schema.fingerprint(raw)


def test_the_newest_release_is_known() -> None:
    assert set(exact_schema.FINGERPRINTS) == migrator.known_revisions()
    assert HEAD in exact_schema.FINGERPRINTS


@pytest.mark.parametrize("revision", sorted(exact_schema.FINGERPRINTS))
def test_an_older_one_is_exact_once_it_is_brought_up_to_date(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "search.jobtracker"
    path.write_bytes(gzip.decompress(frozen_path(revision).read_bytes()))

    open_workspace(path).close()

    assert exact_schema.is_exact(path, HEAD)


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE theirs (x)",
        "ALTER TABLE company ADD COLUMN theirs TEXT DEFAULT 'x'",
        "CREATE INDEX theirs ON company (upper(name))",
        "DROP INDEX ix_event_application_id",
    ],
)
def test_other_tables_are_read_and_never_written(tmp_path: Path, change: str) -> None:
    path = tmp_path / "search.jobtracker"
    with open_workspace(path) as database, database.write("add") as step:
        add_company(step, "Acme")
    write_by_force(path, change)
    before = path.read_bytes()

    with open_workspace(path) as database:
        assert companies(database) == ["Acme"]
        assert "did not make" in database.notice
        with pytest.raises(WorkspaceError, match="only read"), database.write("add"):
            pass

    assert path.read_bytes() == before


def test_an_older_one_with_other_tables_is_not_migrated(tmp_path: Path) -> None:
    path = tmp_path / "search.jobtracker"
    path.write_bytes(gzip.decompress(frozen_path("0001").read_bytes()))
    write_by_force(path, "CREATE TABLE theirs (x)")
    before = path.read_bytes()

    with pytest.raises(WorkspaceError, match="did not make"):
        open_workspace(path)

    assert path.read_bytes() == before
