"""Moving, closing, reopening, noting, deleting; and all of it undone again."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.support.workspaces import state, undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError, NothingToUndoError
from jobtracker.domain.events import EventKind
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace


def add(workspace: Workspace, **fields: object) -> int:
    whole = {"company": "Acme Robotics", "role": "Senior Python Developer", **fields}
    return workspace.applications.add(whole).value  # type: ignore[arg-type]


def kinds(workspace: Workspace, key: int) -> list[EventKind]:
    return [event.kind for event in workspace.applications.view(key).events]


def test_moving_sets_the_stage_on_its_day(workspace: Workspace, acme: int) -> None:
    done = workspace.applications.move(acme, Stage.INTERVIEW, date(2026, 11, 20))

    record = workspace.applications.view(acme).record
    assert done.label == "move to Interview"
    assert (record.stage, record.since) == (Stage.INTERVIEW, date(2026, 11, 20))


def test_moving_to_the_stage_it_is_in_writes_nothing(workspace: Workspace, acme: int) -> None:
    workspace.applications.move(acme, Stage.INTERVIEW)
    before = state(workspace)

    done = workspace.applications.move(acme, Stage.INTERVIEW)

    assert (done.label, done.changes.rows) == ("", {})
    assert state(workspace) == before


def test_closing_keeps_the_stage_and_moving_opens_it_again(workspace: Workspace, acme: int) -> None:
    workspace.applications.move(acme, Stage.INTERVIEW)
    workspace.applications.close(acme, Outcome.REJECTED, date(2026, 11, 21))
    closed = workspace.applications.view(acme).record
    assert (closed.stage, closed.outcome, closed.closed_on) == (
        Stage.INTERVIEW, Outcome.REJECTED, date(2026, 11, 21),
    )  # fmt: skip

    workspace.applications.move(acme, Stage.OFFER)

    opened = workspace.applications.view(acme).record
    assert (opened.stage, opened.outcome, opened.closed_on) == (Stage.OFFER, None, None)
    assert kinds(workspace, acme)[-2:] == [EventKind.REOPENED, EventKind.STAGE]


def test_moving_a_closed_one_to_its_own_stage_just_opens_it(workspace: Workspace) -> None:
    key = add(workspace, stage=Stage.SCREENING)
    workspace.applications.close(key, Outcome.WITHDRAWN)

    workspace.applications.move(key, Stage.SCREENING)

    assert kinds(workspace, key)[-1] == EventKind.REOPENED
    assert workspace.applications.view(key).record.outcome is None


def test_reopening_an_open_one_writes_nothing(workspace: Workspace, acme: int) -> None:
    assert workspace.applications.reopen(acme).label == ""


def test_a_note_keeps_its_text_and_its_day(workspace: Workspace, acme: int) -> None:
    text = "  Called Dana.\n👩🏽‍🚀 שלום  "
    workspace.applications.note(acme, text, date(2026, 11, 19))

    event = workspace.applications.view(acme).events[-1]
    assert (event.kind, event.on, event.text) == (EventKind.NOTE, date(2026, 11, 19), text)


@pytest.mark.parametrize("text", ["", " \n", "a\0b"])
def test_a_note_that_says_nothing_is_refused(workspace: Workspace, acme: int, text: str) -> None:
    with pytest.raises(InvalidInputError):
        workspace.applications.note(acme, text)
    assert kinds(workspace, acme) == [EventKind.ADDED]


Act = Callable[[Workspace], object]
ACTS: dict[str, Act] = {
    "add": lambda w: add(w, company="Globex", pay="$150k", notes="x"),
    "edit": lambda w: w.applications.edit(1, {"company": "Globex", "pay": "€40/h", "notes": "x"}),
    "edit stage and dates": lambda w: w.applications.edit(
        1, {"stage": Stage.OFFER, "applied_on": date(2026, 11, 2), "profile": "", "role": "Chef"}
    ),
    "move": lambda w: w.applications.move(1, Stage.OFFER),
    "close": lambda w: w.applications.close(1, Outcome.ACCEPTED),
    "note": lambda w: w.applications.note(1, "called"),
    "delete": lambda w: w.applications.remove(1),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_undo_and_redo_restore_everything_even_after_a_restart(
    workspace: Workspace, acme: int, act: Act
) -> None:
    workspace.letters.draft(acme)
    workspace.applications.note(acme, "first call")

    undone_and_redone(workspace, act)


def test_reopening_can_be_undone(workspace: Workspace, acme: int) -> None:
    workspace.applications.close(acme, Outcome.NO_REPLY)

    undone_and_redone(workspace, lambda w: w.applications.reopen(acme))


def test_a_deleted_application_comes_back_with_all_that_hung_on_it(
    workspace: Workspace, acme: int
) -> None:
    letter = workspace.letters.draft(acme).value
    workspace.letters.set_values(letter, {"achievement": "a fast parser"})
    workspace.applications.note(acme, "called Dana")
    before = workspace.applications.view(acme)

    workspace.applications.remove(acme)
    with pytest.raises(NotFoundError):
        workspace.applications.view(acme)
    with pytest.raises(NotFoundError):
        workspace.letters.view(letter)
    assert workspace.search.find("called") == []

    workspace.history.undo()
    assert workspace.applications.view(acme) == before
    assert workspace.letters.view(letter).values["achievement"] == "a fast parser"
    assert len(workspace.letters.versions(letter)) == 2


def test_all_of_a_days_work_can_be_undone_to_the_beginning(workspace: Workspace) -> None:
    start = state(workspace)
    key = add(workspace)
    workspace.applications.move(key, Stage.APPLIED)
    workspace.applications.edit(key, {"notes": "x"})
    workspace.applications.close(key, Outcome.NO_REPLY)
    workspace.applications.remove(key)

    for _ in range(5):
        workspace.history.undo()

    assert state(workspace) == start
    with pytest.raises(NothingToUndoError):
        workspace.history.undo()
