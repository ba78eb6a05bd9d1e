"""The ranges of the salary page: whose they are, who says so, whose postings lie under them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.profiles import RelatedRole, RoleProfile
from jobtracker.domain.salary_ranges import SalaryRange
from jobtracker.domain.stages import Outcome
from jobtracker.services.workspace import Workspace

MID = Pay(5_000_000, 6_000_000, "USD", Period.YEAR)
SENIOR = Pay(7_000_000, 8_000_000, "USD", Period.YEAR)
PILOT = Pay(9_000_000, 9_500_000, "USD", Period.YEAR)
KEEPER = RoleProfile(
    title="Lighthouse Keeper",
    source="Trinity House",
    salaries=(SalaryRange("mid", MID), SalaryRange("senior", SENIOR)),
    related=(RelatedRole("Pilot", PILOT), RelatedRole("Hermit", Pay())),
)


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "search.jobtracker", write=True) as workspace:
        yield workspace


def apply(space: Workspace, role: str, pay: str = "") -> int:
    fields = ApplicationFields(company="Harbour", role=role, pay=pay, profile=KEEPER.title)
    return space.applications.add(fields).value


def test_without_applications_there_is_nothing_to_show(space: Workspace) -> None:
    space.profiles.store(KEEPER)

    assert space.salaries.lines() == []


def test_a_posting_stands_under_the_level_of_its_title(space: Workspace) -> None:
    key = space.profiles.store(KEEPER).value
    apply(space, "Senior Lighthouse Keeper", "$75K")
    apply(space, "Keeper")

    lines = space.salaries.lines()

    assert [(line.title, line.range.level, line.own) for line in lines] == [
        ("Lighthouse Keeper", "mid", True),
        ("Lighthouse Keeper", "senior", True),
        ("Pilot", "", False),
    ]
    assert [len(line.postings) for line in lines] == [1, 1, 0]
    assert lines[1].postings[0].pay.low == 7_500_000
    assert lines[0].profile_id == key


def test_a_closed_application_no_longer_counts(space: Workspace) -> None:
    space.profiles.store(KEEPER)
    space.log.close(apply(space, "Keeper"), Outcome.REJECTED)

    assert space.salaries.lines() == []


def test_a_related_role_has_the_source_of_the_profile_that_names_it(space: Workspace) -> None:
    key = space.profiles.store(KEEPER).value

    pilot = space.salaries.of_profile(key)[-1]

    assert (pilot.title, pilot.range.source, pilot.profile_id) == ("Pilot", "Trinity House", key)


def test_a_related_role_leads_to_its_own_profile_where_there_is_one(space: Workspace) -> None:
    key = space.profiles.store(KEEPER).value
    pilot = space.profiles.store(RoleProfile(title="Pilot")).value

    assert space.salaries.of_profile(key)[-1].profile_id == pilot


def test_a_profile_that_is_gone_is_said_so(space: Workspace) -> None:
    with pytest.raises(NotFoundError):
        space.salaries.of_profile(99_999)
