"""A workspace of any release becomes one of this release, or stays what it was."""

import gzip
import hashlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.migrations.freeze import ROWS_EACH, frozen_path
from tests.support.database import add_company, ask, companies, everything, open_workspace

from jobtracker.domain.errors import NothingToUndoError, WorkspaceError
from jobtracker.storage import creation, first_screen, health, migrator
from jobtracker.storage.backups.kept import list_backups
from jobtracker.storage.schema import APPLICATION_ID, HEAD, SCHEMA_VERSION, Base

INDEX = "search_"
NEXT = f"{int(HEAD) + 1:04}"
RELEASES = [f"{number:04}" for number in range(1, int(HEAD) + 1)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "search.jobtracker"


@pytest.fixture
def one_version_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let the program be the next release, whose migration runs the given lines."""

    def ahead(lines: str) -> None:
        folder = tmp_path / "migrations"
        versions = folder / "versions"
        versions.mkdir(parents=True)
        for file in (migrator.MIGRATIONS / "env.py", *migrator.MIGRATIONS.glob("versions/*.py")):
            (folder / file.relative_to(migrator.MIGRATIONS)).write_bytes(file.read_bytes())
        (versions / f"{NEXT}_next.py").write_text(
            "import sqlalchemy as sa\nfrom alembic import op\n"
            f"revision = '{NEXT}'\ndown_revision = '{HEAD}'\ndef upgrade():\n{lines}"
        )
        monkeypatch.setattr(migrator, "MIGRATIONS", folder)
        monkeypatch.setattr(creation, "HEAD", NEXT)
        monkeypatch.setattr(creation, "SCHEMA_VERSION", int(NEXT))

    return ahead


def test_the_constants_name_the_newest_revision() -> None:
    assert migrator.head() == HEAD == first_screen.HEAD
    assert int(HEAD) == SCHEMA_VERSION
    assert health.APPLICATION_ID == APPLICATION_ID


def test_a_migrated_workspace_has_the_tables_of_the_row_classes(path: Path) -> None:
    open_workspace(path).close()
    engine = sa.create_engine("sqlite://", module=driver, creator=lambda: driver.connect(path))

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or not is_index(name)},
        )
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def is_index(name: str | None) -> bool:
    return (name or "").startswith(INDEX) or name == "alembic_version"


def test_a_migrated_workspace_is_word_for_word_what_the_row_classes_declare(path: Path) -> None:
    open_workspace(path).close()
    raw = driver.connect(":memory:")
    engine = sa.create_engine(
        "sqlite://", module=driver, creator=lambda: raw, poolclass=sa.pool.StaticPool
    )
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            connection.execute(sa.schema.CreateTable(table))
            for index in table.indexes:
                connection.execute(sa.schema.CreateIndex(index))

    question = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    declared = {name: normal(sql) for name, sql in raw.execute(question)}
    migrated = {
        str(name): normal(str(sql)) for name, sql in ask(path, question) if not is_index(str(name))
    }
    raw.close()

    assert migrated == declared


def normal(sql: str) -> list[str]:
    return sorted(line.strip().rstrip(",") for line in sql.splitlines() if line.strip())


@pytest.mark.parametrize("release", RELEASES)
def test_the_frozen_workspace_of_each_release_opens_with_every_row(
    path: Path, release: str
) -> None:
    path.write_bytes(gzip.decompress(frozen_path(release).read_bytes()))
    known = {name for (name,) in ask(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}

    with open_workspace(path) as database:
        tables = [table.name for table in Base.metadata.sorted_tables if table.name in known]
        counts = {table: len(rows) for table, rows in everything(database, tables).items()}
        assert all(count >= ROWS_EACH for count in counts.values()), counts
        with database.write("add") as step:
            add_company(step, "New")


def test_an_older_workspace_is_backed_up_and_migrated(
    path: Path, one_version_ahead: Callable[[str], None]
) -> None:
    path.write_bytes(gzip.decompress(frozen_path(HEAD).read_bytes()))
    with open_workspace(path) as database:
        tables = [
            table.name for table in Base.metadata.sorted_tables if "journal" not in table.name
        ]
        before = {table: len(rows) for table, rows in everything(database, tables).items()}
    one_version_ahead(
        "    with op.batch_alter_table('company') as batch:\n"
        "        batch.add_column(sa.Column('size', sa.Integer))\n"
        "        batch.alter_column('notes', nullable=True)\n"
    )

    with open_workspace(path) as database:
        after = {table: len(rows) for table, rows in everything(database, tables).items()}
        assert after == before, "a rebuilt parent may not take its children along"
        with pytest.raises(NothingToUndoError):
            database.undo()
    assert ask(path, "SELECT version_num FROM alembic_version") == [(NEXT,)]
    assert ask(path, "PRAGMA user_version") == [(int(NEXT),)]

    (backup,) = list_backups(path)
    assert backup.reason == "before-migration"
    assert ask(backup.path, "SELECT version_num FROM alembic_version") == [(HEAD,)]


@pytest.mark.parametrize(
    "failure",
    [
        "    op.execute('CREATE TABLE company (x)')\n",
        "    raise ValueError\n",
        "    op.execute('DELETE FROM company')\n",
    ],
)
def test_a_migration_that_fails_leaves_the_workspace_as_it_was(
    path: Path, one_version_ahead: Callable[[str], None], failure: str
) -> None:
    path.write_bytes(gzip.decompress(frozen_path(HEAD).read_bytes()))
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    one_version_ahead(f"    op.add_column('company', sa.Column('size', sa.Integer))\n{failure}")

    for _ in range(2):
        with pytest.raises(WorkspaceError):
            open_workspace(path)

    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    (backup,) = list_backups(path)
    assert backup.reason == "before-migration"


def test_a_migration_tried_again_after_a_change_takes_another_backup(
    path: Path, one_version_ahead: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(gzip.decompress(frozen_path(HEAD).read_bytes()))
    one_version_ahead("    raise ValueError\n")
    with pytest.raises(WorkspaceError):
        open_workspace(path)
    with monkeypatch.context() as former:
        former.setattr(creation, "HEAD", HEAD)
        former.setattr(creation, "SCHEMA_VERSION", int(HEAD))
        with open_workspace(path) as database, database.write("add") as step:
            add_company(step, "New since")

    with pytest.raises(WorkspaceError):
        open_workspace(path)

    assert len(list_backups(path)) == 2


def test_a_workspace_in_use_is_not_migrated_under_the_others(
    path: Path, one_version_ahead: Callable[[str], None]
) -> None:
    with open_workspace(path) as older_program:
        one_version_ahead("    op.add_column('company', sa.Column('size', sa.Integer))\n")
        with pytest.raises(WorkspaceError, match="in use"):
            open_workspace(path)
        assert companies(older_program) == []


def test_a_revision_from_the_future_is_not_migrated(path: Path) -> None:
    open_workspace(path).close()
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0007'")

    with open_workspace(path) as database:
        assert "newer" in database.notice
    assert list_backups(path) == []
