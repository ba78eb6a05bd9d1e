"""Every fact of an application: kept, changed alone or for many at once, or refused."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.support.clock import FakeClock
from tests.support.workspaces import state, undone_and_redone

from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.services.workspace import Workspace

FACTS: ApplicationFields = {
    "country": "Austria",
    "work_mode": "On site",
    "days_on_site": 3,
    "employment_type": "full-time",
    "apply_url": "https://acme.example/apply",
    "reference": "R-17 / b",
    "source": "A friend",
    "channel": "REFERRAL",
    "posted_on": date(2026, 11, 1),
    "deadline": date(2026, 12, 1),
    "ask": "€90k",
    "excitement": 5,
    "waiting_on": "them",
    "promised_on": date(2026, 11, 30),
    "on_hold": True,
}


def add(workspace: Workspace, **fields: object) -> int:
    whole = {"company": "Acme Robotics", "role": "Clerk", **fields}
    return workspace.applications.add(whole).value  # type: ignore[arg-type]


def column(workspace: Workspace, standing: str) -> list[int]:
    return [row.id for row in workspace.lists.column(standing).rows]


def test_every_fact_is_kept(workspace: Workspace) -> None:
    record = workspace.applications.view(add(workspace, **FACTS)).record

    chosen = {"work_mode": "on_site", "employment_type": "full_time", "channel": "referral"}
    assert record.ask[:4] == (90_000_00, 90_000_00, "EUR", "year")
    assert {name: getattr(record, name) for name in FACTS if name != "ask"} == {
        name: value for name, value in {**FACTS, **chosen}.items() if name != "ask"
    }


def test_every_fact_can_be_taken_away_again(workspace: Workspace) -> None:
    key, plain = add(workspace, **FACTS), add(workspace)
    nothing = {name: {str: "", bool: False}.get(type(value)) for name, value in FACTS.items()}

    workspace.applications.edit(key, nothing)  # type: ignore[arg-type]

    one, other = (workspace.applications.view(k).record for k in (key, plain))
    assert one._replace(id=0, uid="") == other._replace(id=0, uid="")


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"work_mode": "submarine"}, "work mode", "Use one of: remote, hybrid, on_site"),
        ({"employment_type": "serf"}, "employment type", "Use one of: full_time"),
        ({"channel": "pigeon"}, "channel", "Use one of: portal"),
        ({"waiting_on": "godot"}, "side", "Use one of: me, them"),
        ({"days_on_site": 8}, "days_on_site", "Use a number from 0 to 7"),
        ({"excitement": 0}, "excitement", "Use a number from 1 to 5"),
        ({"ask": "$9k-$1k"}, "ask", "Type the lower amount first"),
        ({"country": "\0"}, "country", "holds a character"),
        ({"tags": ("\0",)}, "tag", "holds a character"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_and_nothing_stored(
    workspace: Workspace, fields: ApplicationFields, field: str, words: str
) -> None:
    key = add(workspace)
    before = state(workspace)

    with pytest.raises(InvalidInputError, match=words) as refused:
        workspace.applications.edit(key, {"notes": "x", **fields})  # type: ignore[typeddict-item]
    with pytest.raises(InvalidInputError, match=words):
        add(workspace, company="New", **fields)

    assert refused.value.field == field
    assert state(workspace) == before


def test_a_posting_keeps_the_day_it_was_captured_first(
    workspace: Workspace, clock: FakeClock
) -> None:
    key = add(workspace, posting="We look for ...")
    clock.set_today(date(2026, 11, 30))

    assert workspace.applications.edit(key, {"posting": "We look for ..."}).label == ""
    assert workspace.applications.view(key).record.posting_captured_on == date(2026, 11, 22)

    workspace.applications.edit(key, {"posting": "We look again"})
    record = workspace.applications.view(key).record
    assert (record.posting, record.posting_captured_on) == ("We look again", date(2026, 11, 30))
    workspace.applications.edit(key, {"posting": ""})
    record = workspace.applications.view(key).record
    assert (record.posting, record.posting_captured_on) == ("", None)


def test_the_same_fields_are_set_for_many_in_one_step(workspace: Workspace) -> None:
    keys = [add(workspace, tags=("old",)) for _ in range(3)]
    workspace.custom_fields.add("Visa")
    before = state(workspace)

    done = workspace.applications.edit_many(
        [*keys, 404, keys[0]],
        {
            "company": "Globex",
            "source": "Fair",
            "stage": Stage.INTERVIEW,
            "posting": "text",
            "profile": "python-developer",
            "tags": ("new",),
            "custom": {"Visa": "x"},
        },
    )

    assert done.value == tuple(keys)
    assert done.label == "edit 5 applications"
    for view in workspace.applications.views(keys):
        record = view.record
        assert (record.company, record.source, record.posting) == ("Globex", "Fair", "text")
        assert (record.stage, view.tags) == (Stage.INTERVIEW, ("new",))
        assert view.profile is not None
        assert view.custom[0].value == "x"
    assert workspace.checking.check().problems == ()
    workspace.history.undo()
    assert state(workspace) == before


def test_setting_what_many_have_already_makes_no_step(workspace: Workspace) -> None:
    keys = [add(workspace, source="Fair", profile="python-developer") for _ in range(2)]

    done = workspace.applications.edit_many(
        keys, {"source": "Fair", "profile": "python-developer", "stage": Stage.SAVED}
    )

    assert done.label == ""


def test_many_are_deleted_in_one_step_and_come_back_whole(workspace: Workspace) -> None:
    keys = [add(workspace, tags=("a",), posting="x") for _ in range(3)]
    before = workspace.applications.views(keys)

    done = workspace.applications.remove_many(keys[:2])

    assert done.label == "delete 2 applications"
    assert [row.id for row in workspace.lists.rows()] == keys[2:]
    workspace.history.undo()
    assert workspace.applications.views(keys) == before


def test_archiving_takes_it_out_of_its_stage_and_back(workspace: Workspace) -> None:
    first, second = add(workspace), add(workspace)

    workspace.applications.edit(first, {"archived": True})
    assert (column(workspace, "saved"), column(workspace, "archived")) == ([second], [first])

    workspace.applications.edit(first, {"archived": False})
    assert column(workspace, "saved") == [first, second]
    assert workspace.checking.check().problems == ()


def test_a_moved_card_goes_on_top_of_its_column(workspace: Workspace) -> None:
    one, two, three = (add(workspace) for _ in range(3))
    assert column(workspace, "saved") == [three, two, one]

    workspace.log.move(one, Stage.APPLIED)
    workspace.log.move(three, Stage.APPLIED)
    workspace.log.close(two, Outcome.REJECTED)

    assert column(workspace, "applied") == [three, one]
    assert column(workspace, "rejected") == [two]


def test_a_card_is_laid_under_another(workspace: Workspace) -> None:
    one, two, three = (add(workspace) for _ in range(3))

    done = workspace.applications.place(three, Stage.SAVED, two)

    assert done.label == "move card"
    assert column(workspace, "saved") == [two, three, one]
    workspace.applications.place(one, Stage.SAVED, None)
    assert column(workspace, "saved") == [one, two, three]


def test_a_card_that_lies_there_already_makes_no_step(workspace: Workspace) -> None:
    one, two, three = (add(workspace) for _ in range(3))

    assert workspace.applications.place(two, Stage.SAVED, three).label == ""
    assert workspace.applications.place(three, Stage.SAVED, None).label == ""
    assert column(workspace, "saved") == [three, two, one]


def test_laying_a_card_into_another_stage_moves_it_in_the_same_step(workspace: Workspace) -> None:
    moved = add(workspace)
    upper, lower = (add(workspace, stage=Stage.INTERVIEW) for _ in range(2))
    before = state(workspace)

    done = workspace.applications.place(moved, Stage.INTERVIEW, lower)

    assert done.label == "move to Interview"
    assert column(workspace, "interview") == [lower, moved, upper]
    assert workspace.applications.view(moved).record.stage is Stage.INTERVIEW
    workspace.history.undo()
    assert state(workspace) == before


def test_a_card_named_in_another_column_counts_as_none(workspace: Workspace) -> None:
    one, two = add(workspace), add(workspace)
    elsewhere = add(workspace, stage=Stage.OFFER)

    workspace.applications.place(one, Stage.SAVED, elsewhere)

    assert column(workspace, "saved") == [one, two]


def test_there_is_always_room_between_two_cards(workspace: Workspace) -> None:
    keys = [add(workspace) for _ in range(4)]
    low, *_, top = keys[0], keys[-1]

    for number in range(150):
        workspace.applications.place(keys[1 + number % 2], Stage.SAVED, top)
        assert column(workspace, "saved")[:2] == [top, keys[1 + number % 2]]

    assert column(workspace, "saved")[-1] == low


def test_a_closed_card_laid_into_a_stage_is_open_again(workspace: Workspace) -> None:
    key = add(workspace, stage=Stage.SCREENING)
    workspace.log.close(key, Outcome.NO_REPLY)

    workspace.applications.place(key, Stage.SCREENING, None)

    assert workspace.applications.view(key).record.outcome is None


def test_the_view_says_how_long_it_has_been_quiet(workspace: Workspace, clock: FakeClock) -> None:
    key = add(workspace, applied_on=date(2026, 11, 1))
    clock.set_today(date(2026, 11, 15))

    silence = workspace.applications.view(key).silence
    assert silence == (date(2026, 11, 1), 14, True)

    workspace.applications.edit(key, {"promised_on": date(2026, 11, 10)})
    assert workspace.applications.view(key).silence == (date(2026, 11, 10), 5, False)
    workspace.preferences.set_waiting_days({"applied": 5})
    silence = workspace.applications.view(key).silence
    assert silence is not None
    assert silence.is_quiet
    workspace.log.close(key, Outcome.NO_REPLY)
    assert workspace.applications.view(key).silence is None


def test_waiting_times_are_a_step_that_can_be_undone(workspace: Workspace) -> None:
    usual = dict(workspace.preferences.waiting_days())

    assert workspace.preferences.set_waiting_days({"applied": 21}).label == "edit waiting times"
    assert workspace.preferences.waiting_days() == {**usual, "applied": 21}
    assert workspace.preferences.set_waiting_days({"applied": 21}).label == ""
    workspace.history.undo()
    assert workspace.preferences.waiting_days() == usual


@pytest.mark.parametrize("days", [{"saved": 3}, {"applied": 0}, {"applied": 366}, {"": 3}])
def test_waiting_times_that_cannot_be_are_refused(
    workspace: Workspace, days: dict[str, int]
) -> None:
    with pytest.raises(InvalidInputError):
        workspace.preferences.set_waiting_days(days)


def test_letters_say_when_they_left(workspace: Workspace, acme: int) -> None:
    workspace.letters.draft(acme)

    assert [line.sent_on for line in workspace.applications.view(acme).letters] == [None]


def test_a_view_of_what_is_gone_is_refused(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError):
        workspace.applications.view(404)
    assert workspace.applications.views([404]) == []


Act = Callable[[Workspace], object]
ACTS: dict[str, Act] = {
    "add": lambda w: w.applications.add({"company": "X", "role": "Y", "posting": "z", **FACTS}),
    "edit": lambda w: w.applications.edit(1, {**FACTS, "posting": "z"}),
    "archive many": lambda w: w.applications.edit_many([1, 2, 3], {"archived": True}),
    "place": lambda w: w.applications.place(1, Stage.OFFER, None),
    "lay": lambda w: w.applications.place(1, Stage.SAVED, 3),
    "delete many": lambda w: w.applications.remove_many([1, 3]),
    "waiting times": lambda w: w.preferences.set_waiting_days({"offer": 3}),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_undo_and_redo_restore_everything(workspace: Workspace, act: Act) -> None:
    for _ in range(3):
        add(workspace, posting="text")

    undone_and_redone(workspace, act)
