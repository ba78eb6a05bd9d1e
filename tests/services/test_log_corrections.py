"""Nobody has to live with a slip: events are taken back, dated and worded anew."""

from datetime import date

import pytest

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.events import Event, EventKind, effective
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace


def day(number: int) -> date:
    """A day of November."""
    return date(2026, 11, number)


def log_of(workspace: Workspace, key: int) -> list[Event]:
    """What is true of the log, as it was recorded."""
    return effective(workspace.applications.view(key).log)


def last(workspace: Workspace, key: int, kind: EventKind) -> Event:
    return [e for e in log_of(workspace, key) if e.kind is kind][-1]


@pytest.fixture
def interviewed(workspace: Workspace, acme: int) -> int:
    """Applied on the 3rd, interview on the 9th, rejected on the 15th."""
    workspace.log.move(acme, Stage.APPLIED, day(3))
    workspace.log.move(acme, Stage.INTERVIEW, day(9))
    workspace.log.close(acme, Outcome.REJECTED, day(15), "no fit")
    return acme


def test_a_stage_that_was_a_mistake_never_was(workspace: Workspace, interviewed: int) -> None:
    event = last(workspace, interviewed, EventKind.STAGE)

    done = workspace.log.retract(event.id)

    record = workspace.applications.view(interviewed).record
    assert (done.value, done.label) == (interviewed, "take back")
    assert (record.stage, record.since, record.outcome) == (
        Stage.APPLIED, day(3), Outcome.REJECTED,
    )  # fmt: skip
    assert event not in workspace.applications.view(interviewed).events


def test_taking_an_end_back_opens_the_application(workspace: Workspace, interviewed: int) -> None:
    workspace.log.retract(last(workspace, interviewed, EventKind.OUTCOME).id)

    assert workspace.applications.view(interviewed).record.outcome is None


def test_taking_the_same_back_twice_writes_nothing(workspace: Workspace, interviewed: int) -> None:
    event = last(workspace, interviewed, EventKind.STAGE)
    workspace.log.retract(event.id)

    assert workspace.log.retract(event.id).label == ""


def test_adding_cannot_be_taken_back(workspace: Workspace, acme: int) -> None:
    with pytest.raises(InvalidInputError, match="Delete the application instead"):
        workspace.log.retract(last(workspace, acme, EventKind.ADDED).id)


def test_a_correction_can_be_taken_back(workspace: Workspace, interviewed: int) -> None:
    event = last(workspace, interviewed, EventKind.OUTCOME)
    workspace.log.redate(event.id, day(12))

    workspace.log.retract(event.id + 1)

    assert workspace.applications.view(interviewed).record.closed_on == day(15)


def test_every_day_of_the_past_can_be_corrected(workspace: Workspace, interviewed: int) -> None:
    for event, on in zip(log_of(workspace, interviewed), (1, 2, 8, 14), strict=True):
        workspace.log.redate(event.id, day(on))

    view = workspace.applications.view(interviewed)
    assert [event.on for event in effective(view.log)] == [day(1), day(2), day(8), day(14)]
    assert (view.record.applied_on, view.record.since, view.record.closed_on) == (
        day(2), day(8), day(14),
    )  # fmt: skip
    assert workspace.checking.check().problems == ()


def test_a_day_that_would_tell_of_another_stage_is_refused(
    workspace: Workspace, interviewed: int
) -> None:
    applied = log_of(workspace, interviewed)[1]

    with pytest.raises(InvalidInputError, match="Correct the other days first"):
        workspace.log.redate(applied.id, day(10))


def test_a_reason_and_a_note_can_be_reworded(workspace: Workspace, interviewed: int) -> None:
    workspace.log.note(interviewed, "calld Dana", day(16))
    note = last(workspace, interviewed, EventKind.NOTE)
    end = last(workspace, interviewed, EventKind.OUTCOME)

    workspace.log.reword(note.id, "called Dana")
    workspace.log.reword(end.id, "")

    assert last(workspace, interviewed, EventKind.NOTE).text == "called Dana"
    assert last(workspace, interviewed, EventKind.OUTCOME).text == ""


def test_what_was_taken_back_or_is_a_correction_cannot_be_corrected(
    workspace: Workspace, interviewed: int
) -> None:
    event = last(workspace, interviewed, EventKind.OUTCOME)
    workspace.log.retract(event.id)

    for gone in (event.id, event.id + 1):
        with pytest.raises(InvalidInputError, match="Take the correction back instead"):
            workspace.log.redate(gone, day(20))
        with pytest.raises(InvalidInputError, match="Take the correction back instead"):
            workspace.log.reword(gone, "x")


def test_the_day_of_an_offer_and_its_event_are_one(workspace: Workspace, interviewed: int) -> None:
    workspace.log.offer(interviewed, "$150k", day(20))
    event = last(workspace, interviewed, EventKind.OFFER)

    workspace.log.redate(event.id, day(19))
    (offer,) = workspace.applications.view(interviewed).offers
    assert offer.received_on == day(19)

    workspace.log.retract(event.id)
    assert workspace.applications.view(interviewed).offers == ()
    assert workspace.checking.check().problems == ()


def test_setting_the_day_of_applying_corrects_the_event_it_came_from(
    workspace: Workspace, interviewed: int
) -> None:
    workspace.applications.edit(interviewed, {"applied_on": day(1)})

    view = workspace.applications.view(interviewed)
    assert (view.record.applied_on, view.record.stage) == (day(1), Stage.INTERVIEW)
    assert [event.kind for event in effective(view.log)] == [
        EventKind.ADDED, EventKind.STAGE, EventKind.STAGE, EventKind.OUTCOME,
    ]  # fmt: skip


def test_a_day_of_applying_after_the_interview_is_kept_as_said(
    workspace: Workspace, interviewed: int
) -> None:
    workspace.applications.edit(interviewed, {"applied_on": day(12)})

    record = workspace.applications.view(interviewed).record
    assert (record.applied_on, record.stage, record.since) == (day(12), Stage.INTERVIEW, day(9))


def test_setting_a_day_of_applying_applies_for_what_was_saved(
    workspace: Workspace, acme: int
) -> None:
    workspace.applications.edit(acme, {"applied_on": day(2)})

    record = workspace.applications.view(acme).record
    assert (record.stage, record.since, record.applied_on) == (Stage.APPLIED, day(2), day(2))


def test_the_day_of_applying_can_be_taken_away(workspace: Workspace, interviewed: int) -> None:
    workspace.applications.edit(interviewed, {"applied_on": None})

    record = workspace.applications.view(interviewed).record
    assert (record.applied_on, record.stage) == (None, Stage.INTERVIEW)


def test_an_event_of_another_application_is_found_by_its_own_number(
    workspace: Workspace, interviewed: int
) -> None:
    with pytest.raises(NotFoundError, match="There is no event 999"):
        workspace.log.reword(999, "x")
