"""Backups of an open workspace: taken before anything large, restored without closing it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.keys import encrypted, lock
from tests.support.workspaces import opened

from jobtracker.domain.changes import BACKUPS
from jobtracker.domain.errors import WorkspaceBusyError, WorkspaceDamagedError, WorkspaceError
from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.services import backups
from jobtracker.services.workspace import Workspace
from jobtracker.storage.backups.facts import Counts


def file_of(workspace: Workspace) -> Path:
    assert workspace.database.path is not None
    return workspace.database.path


def reasons(workspace: Workspace) -> list[str]:
    return [one.reason for one in backups.known(file_of(workspace))]


def companies(workspace: Workspace) -> list[str]:
    return sorted(row.company for row in workspace.lists.rows(ListQuery(scope=ALL)))


def add(workspace: Workspace, *names: str) -> list[int]:
    return [workspace.applications.add({"company": name, "role": "Tester"}).value for name in names]


def test_a_backup_is_taken_only_when_something_was_changed(workspace: Workspace) -> None:
    path = file_of(workspace)
    assert backups.back_up_if_changed(path, backups.AUTOMATIC) is None

    add(workspace, "Acme")
    assert backups.back_up_if_changed(path, backups.AUTOMATIC) is not None
    assert backups.back_up_if_changed(path, backups.ON_CLOSING) is None

    workspace.history.undo()
    assert backups.back_up_if_changed(path, backups.ON_CLOSING) is not None
    workspace.history.redo()
    assert backups.back_up_if_changed(path, backups.ON_CLOSING) is not None
    assert backups.back_up_if_changed(path, backups.ON_CLOSING) is None


def test_a_search_in_which_nothing_was_done_lacks_no_backup(workspace: Workspace) -> None:
    assert backups.standing(file_of(workspace)).untouched

    add(workspace, "Acme")

    assert not backups.standing(file_of(workspace)).untouched


def test_drafts_alone_are_no_change(workspace: Workspace) -> None:
    add(workspace, "Acme")
    backups.back_up(file_of(workspace))

    workspace.drafts.keep({"add": "half a sentence"})

    assert backups.back_up_if_changed(file_of(workspace), backups.AUTOMATIC) is None


def test_deleting_many_is_backed_up_first(workspace: Workspace) -> None:
    ids = add(workspace, *(f"Company {number}" for number in range(30)))
    backups.back_up(file_of(workspace))
    workspace.applications.edit(ids[0], {"notes": "call"})

    workspace.applications.remove_many(ids[:21])

    newest = backups.held(file_of(workspace))[0]
    assert newest.info.reason == backups.BEFORE_DELETING
    assert newest.counts == Counts(active=30, closed=0, letters=0, documents=0)


def test_deleting_a_few_of_many_is_left_to_undo(workspace: Workspace) -> None:
    ids = add(workspace, *(f"Company {number}" for number in range(30)))

    workspace.applications.remove_many(ids[:3])

    assert reasons(workspace) == []


def test_what_is_backed_up_already_is_not_backed_up_before_deleting(workspace: Workspace) -> None:
    ids = add(workspace, "Acme", "Globex", "Initech")
    backups.back_up(file_of(workspace))

    workspace.applications.remove_many(ids[:2])

    assert reasons(workspace) == [backups.BY_HAND]


def test_where_no_backup_can_be_taken_nothing_is_deleted(workspace: Workspace) -> None:
    ids = add(workspace, "Acme", "Globex", "Initech")
    file_of(workspace).with_name("search.jobtracker.backups").write_text("in the way")

    with pytest.raises(WorkspaceError):
        workspace.applications.remove_many(ids)

    assert companies(workspace) == ["Acme", "Globex", "Initech"]


@given(st.integers(0, 500), st.integers(0, 500))
def test_more_than_twenty_or_a_tenth_is_large_but_one_never_is(some: int, more: int) -> None:
    is_large = backups.is_large(some, some + more)

    assert is_large == (some > 20 or (some > 1 and some / (some + more) > 0.1))
    assert is_large or not backups.is_asked_about(some, some + more)


def test_a_restore_leaves_the_workspace_open_on_what_was_backed_up(workspace: Workspace) -> None:
    add(workspace, "Acme")
    backup = backups.back_up(file_of(workspace))
    add(workspace, "Later")

    kept = workspace.backups.restore(backup).value

    assert companies(workspace) == ["Acme"]
    add(workspace, "After")
    assert kept is not None
    workspace.backups.restore(kept)
    assert companies(workspace) == ["Acme", "Later"]


def test_all_there_is_has_changed_after_a_restore(workspace: Workspace) -> None:
    add(workspace, "Acme")
    backup = backups.back_up(file_of(workspace))

    done = workspace.backups.restore(backup)

    assert done.changes.touches("application")
    assert done.changes.touches("letter")
    assert done.changes.touches(BACKUPS)
    assert done.label == ""


def test_a_restore_that_is_refused_leaves_the_workspace_open_as_it_was(
    workspace: Workspace, tmp_path: Path
) -> None:
    add(workspace, "Acme")
    text = tmp_path / "notes.txt"
    text.write_text("hello\n" * 2000)

    with pytest.raises(WorkspaceDamagedError):
        workspace.backups.restore(text)

    assert companies(workspace) == ["Acme"]
    add(workspace, "Later")


def test_a_preview_names_what_would_come_back_go_away_and_change(workspace: Workspace) -> None:
    acme, globex, _initech = add(workspace, "Acme", "Globex", "Initech")
    backup = backups.back_up(file_of(workspace))
    workspace.applications.remove(acme)
    workspace.applications.edit(globex, {"notes": "call"})
    add(workspace, "Umbrella")

    counts, differences, *_ = backups.preview(file_of(workspace), backup)

    assert counts.active == 3
    assert differences.back == (1, ("Acme, Tester",))
    assert differences.away == (1, ("Umbrella, Tester",))
    assert differences.changed == (1, ("Globex, Tester",))


def test_a_preview_names_ten_and_counts_the_rest(workspace: Workspace) -> None:
    empty = backups.back_up(file_of(workspace))
    add(workspace, *(f"Company {number:02}" for number in range(14)))

    away = backups.preview(file_of(workspace), empty).differences.away

    assert away.total == 14
    assert away.names == tuple(f"Company {number:02}, Tester" for number in range(10))


def test_nothing_differs_right_after_a_backup(workspace: Workspace) -> None:
    add(workspace, "Acme")

    preview = backups.preview(file_of(workspace), backups.back_up(file_of(workspace)))

    assert not preview.differences


def test_the_workspace_itself_is_no_backup_of_it(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="itself"):
        backups.preview(file_of(workspace), file_of(workspace))


def test_a_second_folder_is_chosen_undone_and_gets_the_next_backup(
    workspace: Workspace, tmp_path: Path
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()

    workspace.backups.choose_second_folder(drive)
    backups.back_up(file_of(workspace))

    standing = backups.standing(file_of(workspace))
    assert standing.second is not None
    assert standing.second.chosen.folder == drive
    assert standing.second.newest is not None
    workspace.history.undo()
    assert backups.standing(file_of(workspace)).second is None


def test_a_folder_that_may_not_be_written_is_no_second_place(
    workspace: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(WorkspaceError):
        workspace.backups.choose_second_folder(tmp_path / "nowhere")

    assert backups.standing(file_of(workspace)).second is None


def test_backing_up_on_closing_is_usual_and_can_be_switched_off(workspace: Workspace) -> None:
    assert workspace.backups.on_closing()
    workspace.backups.set_on_closing(wanted=False)
    assert not workspace.backups.on_closing()
    workspace.history.undo()
    assert workspace.backups.on_closing()


def test_a_file_that_another_program_holds_is_not_replaced(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jobtracker.storage.backups import restoring

    monkeypatch.setattr(restoring, "_PATIENCE", 0)
    backup = backups.back_up(file_of(workspace))

    with pytest.raises(WorkspaceBusyError):
        backups.restore(file_of(workspace), backup, now=datetime(2026, 11, 22, tzinfo=UTC))


def test_a_damaged_workspace_is_known_as_such(workspace: Workspace) -> None:
    path = file_of(workspace)
    add(workspace, "Acme")
    workspace.close()
    assert not backups.is_damaged(path)

    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + bytes(4096) + whole[12288:])

    assert backups.is_damaged(path)


def test_a_preview_says_what_becomes_of_the_encryption(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("here.jobtracker", "there.jobtracker")]
    for path in paths:
        opened(path).close()
    here, there = paths

    def seen() -> tuple[bool, str]:
        found = backups.preview(here, there)
        return found.encrypted, found.encryption_note

    try:
        assert seen() == (False, "")
        encrypted(there)
        is_encrypted, note = seen()
        assert is_encrypted
        assert note.startswith("The workspace is encrypted afterwards, with the key of this file")
        encrypted(here)
        is_encrypted, note = seen()
        assert is_encrypted
        assert "encrypted with another key; the workspace stays encrypted" in note
    finally:
        lock()
