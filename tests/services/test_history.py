"""What undo and redo would do next, and the list of what was done."""

import pytest
from tests.support.database import write_by_force
from tests.support.workspaces import opened, reopened

from jobtracker.domain.errors import ChangedSinceError, NothingToUndoError
from jobtracker.domain.profiles import RoleProfile
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.history import Next
from jobtracker.services.workspace import Workspace


def test_in_a_new_workspace_there_is_nothing_to_take_back(workspace: Workspace) -> None:
    assert workspace.history.next() == Next("", "")
    assert workspace.history.steps() == []
    with pytest.raises(NothingToUndoError, match="nothing to undo"):
        workspace.history.undo()
    with pytest.raises(NothingToUndoError, match="nothing to redo"):
        workspace.history.redo()


def test_steps_are_named_as_the_menu_shows_them(workspace: Workspace, acme: int) -> None:
    workspace.log.move(acme, Stage.INTERVIEW)
    workspace.log.close(acme, Outcome.NO_REPLY)
    assert workspace.history.next() == Next("close as No reply", "")

    assert workspace.history.undo().label == "undo close as No reply"
    assert workspace.history.next() == Next("move to Interview", "close as No reply")

    workspace.history.undo()
    assert workspace.history.next() == Next("add Senior Python Developer", "move to Interview")

    assert workspace.history.redo().label == "redo move to Interview"
    assert workspace.history.next() == Next("move to Interview", "close as No reply")


def test_the_list_has_the_newest_step_first_with_its_state(workspace: Workspace, acme: int) -> None:
    workspace.log.note(acme, "called")
    workspace.history.undo()

    assert [(step.label, step.state) for step in workspace.history.steps()] == [
        ("note", "undone"), ("add Senior Python Developer", "done"),
    ]  # fmt: skip
    assert len(workspace.history.steps(limit=1)) == 1


def test_doing_something_else_drops_what_was_undone(workspace: Workspace, acme: int) -> None:
    workspace.log.note(acme, "called")
    workspace.history.undo()

    workspace.log.move(acme, Stage.OFFER)

    assert workspace.history.next() == Next("move to Offer", "")
    with pytest.raises(NothingToUndoError):
        workspace.history.redo()


def test_an_answer_tells_which_records_changed(workspace: Workspace, acme: int) -> None:
    workspace.log.note(acme, "called")

    changes = workspace.history.undo().changes

    assert changes.touches("event")
    assert not changes.touches("company", "profile")


def test_the_history_survives_a_restart(workspace: Workspace, acme: int) -> None:
    workspace.log.move(acme, Stage.OFFER)
    workspace.history.undo()

    with reopened(workspace) as later:
        assert later.history.next() == Next("add Senior Python Developer", "move to Offer")
        later.history.redo()
        assert later.applications.view(acme).record.stage is Stage.OFFER


def test_a_record_that_somebody_else_changed_since_is_not_overwritten(
    workspace: Workspace, acme: int
) -> None:
    workspace.applications.edit(acme, {"notes": "mine"})
    path = workspace.database.path
    assert path is not None
    workspace.close()
    write_by_force(path, "UPDATE application SET notes = 'theirs'")

    with opened(path) as later:
        with pytest.raises(ChangedSinceError, match="“edit notes” can't be taken back"):
            later.history.undo()
        assert later.applications.view(acme).record.notes == "theirs"
        assert later.history.next().undo == "edit notes"


def test_a_step_is_named_on_one_short_line_whatever_was_typed(workspace: Workspace) -> None:
    long = "Developer\n of " + "everything " * 100_000
    workspace.applications.add({"company": "Acme", "role": long})
    added = workspace.history.next().undo
    workspace.profiles.store(RoleProfile(title=long, duties=("all",)))
    stored = workspace.history.next().undo
    workspace.letters.save_template(long, "Dear {{ company }}")

    for label in (added, stored, workspace.history.next().undo):
        assert len(label) < 80
        assert label.isprintable()
