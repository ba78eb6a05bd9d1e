"""Target roles: kept in the order of wanting, with pay that rises, undone like anything else."""

import pytest
from tests.support.workspaces import undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.profiles import DUTY
from jobtracker.domain.target_roles import TargetRole, asked_pay, with_pay
from jobtracker.services.workspace import Workspace

WANTED = TargetRole(
    title=" Platform engineer ",
    level="Senior",
    places=("Austin, TX", " Remote ", "Austin, TX", ""),
    work_mode="On site",
    floor=12_000_000,
    target=14_000_000,
    stretch=16_000_000,
    currency="USD",
    period=Period.YEAR,
    search_words='"platform engineer" kubernetes',
    notes=" as typed \n",
)


def test_a_target_role_is_kept_without_blanks_and_repeated_places(workspace: Workspace) -> None:
    done = workspace.targets.add(WANTED)

    role = workspace.targets.load(done.value)
    assert done.label == "add target role Platform engineer"
    assert (role.title, role.level, role.work_mode) == ("Platform engineer", "senior", "on_site")
    assert role.places == ("Austin, TX", "Remote")
    assert (role.floor, role.target, role.stretch) == (12_000_000, 14_000_000, 16_000_000)
    assert role.notes == " as typed \n"
    assert len(role.uid) == 36


def test_the_most_wanted_comes_first_and_the_archived_last(workspace: Workspace) -> None:
    first, second, third = (
        workspace.targets.add(TargetRole(title=title)).value for title in ("A", "B", "C")
    )
    workspace.targets.edit(third, workspace.targets.load(third)._replace(priority=1))
    workspace.targets.edit(first, workspace.targets.load(first)._replace(archived=True))

    assert [role.id for role in workspace.targets.all()] == [third, second, first]


def test_pay_that_does_not_rise_is_refused_by_name(workspace: Workspace) -> None:
    with pytest.raises(InvalidInputError, match="floor is above the stretch") as refused:
        workspace.targets.add(WANTED._replace(target=None, stretch=1))

    assert refused.value.field == "stretch"
    assert workspace.targets.all() == []


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (WANTED._replace(title=" "), "title is empty"),
        (WANTED._replace(work_mode="moon"), "work mode"),
        (WANTED._replace(floor=-1), "below zero"),
        (WANTED._replace(currency="XXZ"), "currency"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    workspace: Workspace, role: TargetRole, words: str
) -> None:
    with pytest.raises(InvalidInputError, match=words):
        workspace.targets.add(role)


def test_one_that_is_gone_is_said_to_be(workspace: Workspace) -> None:
    for act in (workspace.targets.load, workspace.targets.remove):
        with pytest.raises(NotFoundError):
            act(99)
    with pytest.raises(NotFoundError):
        workspace.targets.edit(99, WANTED)
    with pytest.raises(NotFoundError):
        workspace.targets.add(WANTED._replace(profile_id=9999))


def test_figures_are_typed_as_anywhere_and_complete_each_other() -> None:
    typed = with_pay(TargetRole(), {"floor": "120k", "target": "€140k a year", "stretch": ""})

    assert (typed.floor, typed.target, typed.stretch) == (12_000_000, 14_000_000, None)
    assert (typed.currency, typed.period) == ("EUR", Period.YEAR)
    assert asked_pay(typed) == Pay(12_000_000, 14_000_000, "EUR", Period.YEAR)
    later = with_pay(typed, {"stretch": "150k"})
    assert (later.floor, later.stretch, later.currency) == (12_000_000, 15_000_000, "EUR")
    yen = with_pay(TargetRole(), {"floor": "7000000", "target": "¥8,000,000 a year"})
    assert (yen.floor, yen.target) == (7_000_000, 8_000_000)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"floor": "competitive"}, "no single amount"),
        ({"target": "100k - 120k"}, "no single amount"),
        ({"floor": "$100k", "target": "€120k"}, "more than one currency"),
        ({"floor": "$50 an hour", "target": "$120k a year"}, "more than one period"),
    ],
)
def test_figures_that_do_not_go_together_are_refused(typed: dict[str, str], words: str) -> None:
    with pytest.raises(InvalidInputError, match=words):
        with_pay(TargetRole(), typed)


def test_editing_a_profile_of_the_library_takes_target_roles_and_ticks_along(
    workspace: Workspace,
) -> None:
    profile = workspace.profiles.show("python-developer")
    target = workspace.targets.add(WANTED._replace(profile_id=profile.id)).value
    workspace.profiles.tick(profile.id, DUTY, profile.duties[0], note="at Acme")
    workspace.profiles.set_notes(profile.id, "mine")

    held = workspace.profiles.load(profile.id)
    copy = workspace.profiles.edit(profile.id, held).value

    assert workspace.targets.load(target).profile_id == copy
    assert workspace.targets.of_profile(copy) == [workspace.targets.load(target)]
    assert workspace.profiles.ticks(copy) == workspace.profiles.ticks(profile.id) != {}
    assert workspace.profiles.load(copy).notes == "mine"


def test_each_step_is_undone_and_redone(workspace: Workspace) -> None:
    undone_and_redone(workspace, lambda w: w.targets.add(WANTED))


def test_changing_one_is_undone_and_redone(workspace: Workspace) -> None:
    key = workspace.targets.add(WANTED).value

    undone_and_redone(workspace, lambda w: w.targets.edit(key, WANTED._replace(title="SRE")))


def test_taking_one_away_is_undone_and_redone(workspace: Workspace) -> None:
    key = workspace.targets.add(WANTED).value

    undone_and_redone(workspace, lambda w: w.targets.remove(key))
