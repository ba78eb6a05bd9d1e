"""Interviews, and the event of the log that goes with each."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.support.clock import FakeClock
from tests.support.workspaces import state, undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.events import EventKind, effective
from jobtracker.domain.interviews import Interview, InterviewFields
from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace

WHOLE: InterviewFields = {
    "round": 2,
    "kind": "on site",
    "starts": "2026-11-24 14:00",
    "ends": "2026-11-24 15:30",
    "time_zone": "America/Chicago",
    "place": "12 Main St",
    "people": "Dana, Ben",
    "preparation": "read the handbook",
    "notes": "  went well\n",
    "result": "passed",
    "thanked_on": date(2026, 11, 25),
}


def add(workspace: Workspace, key: int, **fields: object) -> int:
    whole = {"starts": "2026-11-24 14:00", **fields}
    return workspace.interviews.add(key, whole).value  # type: ignore[arg-type]


def told(workspace: Workspace, key: int) -> list[date]:
    """The days of the interviews that the log tells of."""
    events = effective(workspace.applications.view(key).events)
    return [event.on for event in events if event.kind is EventKind.INTERVIEW]


def test_everything_said_of_an_interview_is_kept(workspace: Workspace, acme: int) -> None:
    done = workspace.interviews.add(acme, WHOLE)

    (interview,) = workspace.interviews.of(acme)
    assert done.label == "add interview on 24 Nov 2026"
    assert interview == Interview(
        id=done.value,
        uid=interview.uid,
        application_id=acme,
        **{
            **WHOLE,
            "kind": "on_site",
            "starts": "2026-11-24T14:00",
            "ends": "2026-11-24T15:30",
        },
    )
    assert workspace.applications.view(acme).interviews == (interview,)


def test_the_log_tells_of_it_and_the_stage_stays(workspace: Workspace, acme: int) -> None:
    add(workspace, acme)

    view = workspace.applications.view(acme)
    assert told(workspace, acme) == [date(2026, 11, 24)]
    assert view.events[-1].interview_id == view.interviews[0].id
    assert (view.record.stage, view.record.contact_on) == (Stage.SAVED, date(2026, 11, 24))
    assert workspace.checking.check().problems == ()


def test_a_day_without_a_time_is_enough(workspace: Workspace, acme: int) -> None:
    key = add(workspace, acme, starts="2026-11-24")

    assert workspace.interviews.get(key).starts == "2026-11-24"


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"starts": ""}, "starts", "is no time of an interview"),
        ({"starts": "next Tuesday"}, "starts", "is no time of an interview"),
        ({"starts": "2026-02-30 10:00"}, "starts", "is no time of an interview"),
        ({"starts": "2026-11-24 25:00"}, "starts", "is no time of an interview"),
        ({"ends": "2026-11-24 13:59"}, "ends", "would end before it starts"),
        ({"ends": "2026-11-23"}, "ends", "would end before it starts"),
        ({"time_zone": "Mars/Olympus"}, "time_zone", "There is no time zone"),
        ({"time_zone": "../../etc/passwd"}, "time_zone", "There is no time zone"),
        ({"kind": "duel"}, "kind", "There is no kind"),
        ({"result": "maybe"}, "result", "There is no result"),
        ({"round": 0}, "round", "is no round"),
        ({"place": "\0"}, "place", "holds a character"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_stored(
    workspace: Workspace, acme: int, fields: dict[str, object], field: str, words: str
) -> None:
    known = add(workspace, acme)
    before = state(workspace)

    with pytest.raises(InvalidInputError, match=words) as refused:
        add(workspace, acme, **fields)
    with pytest.raises(InvalidInputError, match=words):
        workspace.interviews.edit(known, fields)  # type: ignore[arg-type]

    assert refused.value.field == field
    assert state(workspace) == before


def test_a_moved_interview_takes_its_event_along(workspace: Workspace, acme: int) -> None:
    key = add(workspace, acme)

    workspace.interviews.edit(key, {"starts": "2026-12-01 09:00"})

    assert workspace.interviews.get(key).starts == "2026-12-01T09:00"
    assert told(workspace, acme) == [date(2026, 12, 1)]
    assert workspace.checking.check().problems == ()


def test_another_hour_of_the_same_day_is_no_correction_of_the_log(
    workspace: Workspace, acme: int
) -> None:
    key = add(workspace, acme)
    before = workspace.applications.view(acme).events

    workspace.interviews.edit(key, {"starts": "2026-11-24 16:00", "ends": ""})

    assert workspace.applications.view(acme).events == before


def test_an_end_is_held_against_a_start_that_was_known(workspace: Workspace, acme: int) -> None:
    key = add(workspace, acme, ends="2026-11-24 15:00")

    with pytest.raises(InvalidInputError, match="before it starts"):
        workspace.interviews.edit(key, {"starts": "2026-11-24 16:00"})


def test_a_deleted_interview_is_counted_no_more(workspace: Workspace, acme: int) -> None:
    key = add(workspace, acme)

    workspace.interviews.remove(key)

    assert workspace.interviews.of(acme) == ()
    assert told(workspace, acme) == []
    assert workspace.checking.check().problems == ()


def test_interviews_stand_in_the_order_of_their_start(workspace: Workspace, acme: int) -> None:
    late = add(workspace, acme, starts="2026-12-03")
    early = add(workspace, acme, starts="2026-11-23 08:00")

    assert [one.id for one in workspace.interviews.of(acme)] == [early, late]


def test_coming_ones_have_no_result_and_are_not_over(
    workspace: Workspace, acme: int, clock: FakeClock
) -> None:
    add(workspace, acme, starts="2026-11-21 10:00")
    today = add(workspace, acme, starts="2026-11-22 10:00")
    later = add(workspace, acme, starts="2026-12-01")
    add(workspace, acme, starts="2026-12-02", result="cancelled")

    assert [one.id for one in workspace.interviews.coming(clock.today())] == [today, later]
    assert [one.id for one in workspace.interviews.coming(clock.today(), 1)] == [today]


@pytest.mark.parametrize("name", ["get", "remove"])
def test_nothing_can_be_done_with_an_interview_that_is_gone(
    workspace: Workspace, name: str
) -> None:
    with pytest.raises(NotFoundError, match="There is no interview"):
        getattr(workspace.interviews, name)(404)
    with pytest.raises(NotFoundError, match="There is no application"):
        add(workspace, 404)


Act = Callable[[Workspace], object]
ACTS: dict[str, Act] = {
    "add": lambda w: w.interviews.add(1, WHOLE),
    "edit": lambda w: w.interviews.edit(1, WHOLE),
    "move": lambda w: w.interviews.edit(1, {"starts": "2026-12-24"}),
    "remove": lambda w: w.interviews.remove(1),
    "delete the application": lambda w: w.applications.remove(1),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_undo_and_redo_restore_everything(workspace: Workspace, acme: int, act: Act) -> None:
    add(workspace, acme, notes="x")

    undone_and_redone(workspace, act)
