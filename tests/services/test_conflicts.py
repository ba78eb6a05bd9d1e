"""Copies that a synchronising program made: what each holds beside the workspace as it is now."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from tests.support.clock import FakeClock
from tests.support.keys import encrypted, lock

from jobtracker.domain.applications import ApplicationFields
from jobtracker.services import conflicts
from jobtracker.services.workspace import Workspace
from jobtracker.storage.backups import facts
from jobtracker.storage.database import Database
from jobtracker.storage.indexing import indexer


@pytest.fixture
def path(workspace: Workspace) -> Path:
    """The file of an open workspace with one application in it."""
    add(workspace, "Acme Robotics")
    found = workspace.database.path
    assert found is not None
    return found


def add(workspace: Workspace, company: str) -> None:
    workspace.applications.add(ApplicationFields(company=company, role="Clerk"))


def change_copy(copy: Path, clock: FakeClock, company: str) -> None:
    database = Database.open(copy, clock=clock, write=True, indexer=indexer())
    with Workspace(database, clock) as other:
        add(other, company)


def looked_at(path: Path, copy: Path) -> conflicts.ConflictCopy:
    (found,) = conflicts.compared(path, (copy,)).copies
    return found


def test_what_is_only_there_only_here_and_newer_is_told(
    workspace: Workspace, path: Path, clock: FakeClock
) -> None:
    workspace.database.suspend()
    copy = Path(shutil.copy(path, path.with_name(f"{path.stem} (1){path.suffix}")))
    workspace.database.resume()
    add(workspace, "Only Here")
    clock.advance(timedelta(hours=1))
    change_copy(copy, clock, "Only There")

    found = conflicts.compared(path, (copy,))

    (only,) = found.copies
    assert only.held is not None
    assert only.held.differences.back.names == ("Only There, Clerk",)
    assert only.held.differences.away.names == ("Only Here, Clerk",)
    assert only.held.differences.changed.total == 0
    assert (only.held.counts.active, found.counts.active) == (2, 2)
    assert only.changed is not None
    assert found.changed is not None
    assert only.changed - found.changed == timedelta(hours=1)


def test_a_copy_is_only_read(workspace: Workspace, path: Path) -> None:
    workspace.database.suspend()
    copy = Path(shutil.copy(path, path.with_name(f"{path.stem} (1){path.suffix}")))
    workspace.database.resume()
    before = copy.read_bytes()

    looked_at(path, copy)

    assert copy.read_bytes() == before


def test_one_that_is_damaged_gone_newer_or_foreign_is_said_so(path: Path, tmp_path: Path) -> None:
    damaged, foreign = tmp_path / "damaged.jobtracker", tmp_path / "text.jobtracker"
    whole = path.read_bytes()
    damaged.write_bytes(whole[:4096] + b"\x7f" * 4096 + whole[8192 : len(whole) // 2])
    foreign.write_text("no database")

    assert looked_at(path, damaged).trouble == conflicts.DAMAGED
    assert looked_at(path, tmp_path / "gone.jobtracker").trouble == conflicts.GONE
    assert looked_at(path, foreign).trouble
    assert looked_at(path, foreign).held is None


def test_one_of_a_newer_version_is_said_so(
    workspace: Workspace, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.database.suspend()
    newer = Path(shutil.copy(path, tmp_path / "newer.jobtracker"))
    workspace.database.resume()
    monkeypatch.setattr(facts, "SCHEMA_VERSION", 1)

    assert looked_at(path, newer).trouble == conflicts.NEWER


def test_one_that_is_encrypted_with_another_key_is_said_so(
    workspace: Workspace, path: Path, tmp_path: Path
) -> None:
    workspace.database.suspend()
    copy = Path(shutil.copy(path, tmp_path / "locked.jobtracker"))
    workspace.database.resume()
    encrypted(copy)
    lock()

    assert looked_at(path, copy).trouble == conflicts.LOCKED
