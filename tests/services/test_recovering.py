"""Before a workspace is worked with: what lay there before, what threatens it, and is it due."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.support import damage
from tests.support.clock import FakeClock
from tests.support.unclean import killed_while_open
from tests.support.workspaces import opened

from jobtracker.domain.errors import WorkspaceDamagedError, WorkspaceError
from jobtracker.services import recovering
from jobtracker.system import paths


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "search.jobtracker"


def test_where_nothing_lay_nothing_is_asked(path: Path) -> None:
    (path.parent / "another.jobtracker").touch()

    assert recovering.found_before(path) == ((), (), None)
    recovering.refuse_new(path)


def test_backups_of_a_missing_workspace_are_found(path: Path) -> None:
    with opened(path) as workspace:
        made = workspace.database.back_up("by-hand")
    path.unlink()

    found = recovering.found_before(path)

    assert [one.path for one in found.backups] == [made.path]
    with pytest.raises(WorkspaceError, match="nothing was made; run 'jobtracker restore") as error:
        recovering.refuse_new(path)
    assert str(made.path) in str(error.value)


def test_a_workspace_of_another_place_is_found_for_the_default_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    older = tmp_path / "Documents" / "jobs.jobtracker"
    older.parent.mkdir()
    older.touch()

    assert recovering.found_before(paths.default_workspace()).workspaces == (older,)
    assert recovering.found_before(tmp_path / "data" / "mine.jobtracker").workspaces == ()


def test_a_threat_is_told_in_a_sentence(tmp_path: Path) -> None:
    assert recovering.risk_of(tmp_path / "a.jobtracker") == ""
    told = recovering.risk_of(tmp_path / "Dropbox" / "a.jobtracker")
    assert told.startswith("a.jobtracker lies in a folder that Dropbox keeps in step")


def test_the_whole_file_is_checked_weekly(path: Path) -> None:
    clock = FakeClock()
    with opened(path, clock) as workspace:
        assert recovering.needs_full_check(workspace), "it never was"
        assert recovering.full_check(workspace) == ()
        recovering.keep_day(workspace)
        assert not recovering.needs_full_check(workspace)
        assert not workspace.database.history(), "which is no step of undo"

        clock.moment += timedelta(days=6)
        assert not recovering.needs_full_check(workspace)
        clock.moment += timedelta(days=1)
        assert recovering.needs_full_check(workspace)


def test_the_whole_file_is_checked_after_a_kill(path: Path) -> None:
    with opened(path) as workspace:
        recovering.keep_day(workspace)
    with opened(path) as workspace:
        assert not recovering.needs_full_check(workspace)

    killed_while_open(path)

    with opened(path) as workspace:
        assert recovering.needs_full_check(workspace)
        recovering.owe_check(workspace)
    with opened(path) as workspace:
        assert recovering.needs_full_check(workspace), "the one before was closed too soon"
        assert recovering.full_check(workspace) == ()


def test_damage_found_later_stops_all_writing(path: Path) -> None:
    damage.search(path)
    content = path.read_bytes()
    with opened(path) as workspace:
        path.write_bytes(damage.blanked(content, 40))
        with pytest.raises(WorkspaceDamagedError):
            recovering.full_check(workspace)
        with pytest.raises(WorkspaceDamagedError):
            workspace.applications.add({"company": "Late", "role": "Cook"})


def test_a_damaged_file_can_be_read_for_an_export(path: Path) -> None:
    damage.search(path)
    path.write_bytes(damage.cut(path.read_bytes(), 90))
    before = path.read_bytes()

    with recovering.salvaged(path) as (workspace, told):
        assert len(workspace.lists.rows()) == told.kept["application"] > 0
        assert workspace.database.read_only

    assert path.read_bytes() == before
