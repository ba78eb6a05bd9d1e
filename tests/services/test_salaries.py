"""The ranges of the salary page: whose they are, who says so, whose postings lie under them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.benchmarks import NATION
from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.profiles import RelatedRole, RoleProfile
from jobtracker.domain.salary_lines import OFFICIAL, PROFILE, TABLE, ExploreQuery, SalaryQuery
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

DATA = Path(__file__).parents[1] / "data" / "salary"
MOST_STATEMENTS = 16


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that are run on the workspace meanwhile."""
    statements: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield statements
    event.remove(Engine, "before_cursor_execute", note)


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


def test_a_posting_stands_under_its_level_or_in_the_range_of_the_whole_role(
    space: Workspace,
) -> None:
    key = space.profiles.store(KEEPER).value
    apply(space, "Senior Lighthouse Keeper", "$75K")
    apply(space, "Keeper")

    lines = space.salaries.lines()

    assert [(line.title, line.range.level, line.own) for line in lines] == [
        ("Lighthouse Keeper", "", True),
        ("Lighthouse Keeper", "mid", True),
        ("Lighthouse Keeper", "senior", True),
        ("Pilot", "", False),
    ]
    assert [len(line.postings) for line in lines] == [1, 0, 1, 0]
    assert lines[2].postings[0].pay.low == 7_500_000
    assert lines[2].postings[0].position.value == 0.5
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


DEVELOPER = RoleProfile(
    title="Software Developer",
    code="15-1252",
    salaries=(SalaryRange("", Pay(10_000_000, 14_000_000, "USD", Period.YEAR)),),
)


def developing(space: Workspace, company: str, pay: str = "", location: str = "") -> int:
    fields = ApplicationFields(
        company=company, role="Developer", pay=pay, profile=DEVELOPER.title, location=location
    )
    return space.applications.add(fields).value


def offered(space: Workspace, application: int | None, year: int, *, what_if: bool = False) -> int:
    package = Package(base=Pay(year, year, "USD", Period.YEAR))
    label = "A try" if what_if else ""
    return space.offers.add(application, package, label=label, what_if=what_if).value


def test_each_source_has_a_line_of_its_own_and_its_own_marks(space: Workspace) -> None:
    space.profiles.store(DEVELOPER)
    application = developing(space, "Harbour", "$120K")
    offered(space, application, 13_000_000)
    offered(space, None, 15_000_000, what_if=True)

    own, official = space.salaries.lines()[:2]

    assert (own.kind, official.kind) == (PROFILE, OFFICIAL)
    assert own.range.pay.low == 10_000_000
    assert official.range.kind == "official"
    assert official.range.code == "15-1252"
    assert [mark.name for mark in own.offers] == ["A try", "Harbour"]
    assert all(mark.first for mark in own.marks)
    assert not any(mark.first for mark in official.marks)
    assert own.postings[0].position.value == 0.5
    assert official.postings[0].position.percentile is not None


def test_the_official_figure_is_that_of_the_place_one_applies_in(space: Workspace) -> None:
    space.profiles.store(DEVELOPER)
    developing(space, "Harbour", location="Austin, TX")

    view = space.salaries.view()
    nation = space.salaries.view(SalaryQuery(area=NATION))

    assert "Austin" in view.area.name
    assert "Austin" in next(line for line in view.lines if line.kind == OFFICIAL).range.place
    official = next(line for line in nation.lines if line.kind == OFFICIAL)
    assert official.range.place == "United States"


def test_an_occupation_can_be_looked_at_without_a_profile(space: Workspace) -> None:
    lines = space.salaries.lines(SalaryQuery(occupations=("29-1141",)))

    assert [(line.title, line.kind) for line in lines] == [("Registered Nurses", OFFICIAL)]


def test_the_benchmarks_of_an_application_say_where_its_offer_stands(space: Workspace) -> None:
    space.profiles.store(DEVELOPER)
    application = developing(space, "Harbour", "$120K")
    offered(space, application, 13_000_000)

    first, official = space.salaries.of_application(application)

    assert (first.title, first.posted.value) == ("Software Developer", 0.5)
    assert [round(place.value or 0, 2) for _, place in first.offers] == [0.75]
    assert official.offers[0][1].method == "percentile"


def test_an_offer_is_listed_with_its_range_and_its_distance_from_the_target(
    space: Workspace,
) -> None:
    space.profiles.store(DEVELOPER)
    offered(space, developing(space, "Harbour"), 13_000_000)

    space.salaries.move_target("$150K", None, "Developer")
    view = space.salaries.view()
    space.salaries.move_target("72/h", view.aim, "Developer")

    assert [(offer.name, offer.to_target) for offer in view.offers] == [("Harbour", -2_000_000)]
    assert view.offers[0].position.value == 0.75
    aim = space.salaries.view().aim
    assert aim is not None
    assert aim.target == Pay(7_200, 7_200, "USD", Period.HOUR)


def test_all_places_of_an_occupation_come_by_their_median(space: Workspace) -> None:
    space.salaries.move_target("$150K", None, "Developer")

    found = space.salaries.explore(ExploreQuery("15-1252", NATION))
    here = space.salaries.explore(ExploreQuery("15-1252", NATION, by_occupation=True))

    medians = [row.range.percentiles.p50 or 0 for row in found.rows]
    assert len(found.rows) > 400
    assert medians == sorted(medians, reverse=True)
    assert len(here.rows) > 800
    assert all(row.position.percentile is not None for row in found.rows[:20])


def test_another_currency_is_placed_only_by_a_rate_that_was_typed_and_says_so(
    space: Workspace,
) -> None:
    space.profiles.store(DEVELOPER)
    developing(space, "Harbour", "€100K a year")
    before = space.salaries.view()
    space.rates.set("EUR", "USD", Decimal("1.20"), date(2026, 1, 2))

    after = space.salaries.view()

    (unknown,), (placed,) = before.lines[0].postings, after.lines[0].postings
    assert (unknown.position.value, unknown.counted, before.rates) == (None, None, ())
    assert placed.counted is not None
    assert (placed.counted.low, placed.counted.currency) == (12_000_000, "USD")
    assert placed.position.value == 0.5
    assert "1 EUR = 1.2 USD on 2026-01-02" in placed.position.reason
    assert [rate.words for rate in after.rates] == ["1 EUR = 1.2 USD on 2026-01-02"]


def test_an_offer_in_another_currency_is_held_against_the_target_by_the_rate(
    space: Workspace,
) -> None:
    space.profiles.store(DEVELOPER)
    package = Package(base=Pay(10_000_000, 10_000_000, "EUR", Period.YEAR))
    space.offers.add(developing(space, "Harbour"), package)
    space.salaries.move_target("$150K", None, "Developer")
    space.rates.set("EUR", "USD", Decimal("1.20"), date(2026, 1, 2))

    (offer,) = space.salaries.view().offers

    assert offer.to_target == -2_500_000
    assert offer.position.value == 0.5
    assert offer.rate is not None


def test_rows_of_the_places_one_looks_in_stand_beside_and_the_others_are_counted(
    space: Workspace,
) -> None:
    title = "Backend Developer"
    space.profiles.store(RoleProfile(title=title, salaries=DEVELOPER.salaries))
    reading = space.salary_tables.read(DATA / "percentiles_like.csv")
    space.salary_tables.store(reading, reading.guess._replace(kind="reported"))
    fields = ApplicationFields(
        company="Harbour", role=title, profile=title, location="Berlin, Germany"
    )
    space.applications.add(fields)

    view = space.salaries.view()

    shown = [line.range.place for line in view.lines if line.kind == TABLE]
    assert shown == ["Germany", "Germany"]
    assert view.left_out == 2


def test_an_occupation_paid_by_the_hour_keeps_its_period(space: Workspace) -> None:
    (actors,) = space.salaries.lines(SalaryQuery(occupations=("27-2011",)))

    assert actors.range.pay.period is Period.HOUR
    assert actors.by_hour is not None
    assert actors.by_hour.pay == actors.range.pay


@pytest.mark.parametrize("roles", [1, 12])
def test_the_number_of_statements_does_not_grow_with_the_roles(
    space: Workspace, roles: int
) -> None:
    for number in range(roles):
        profile = RoleProfile(title=f"Keeper {number}", salaries=(SalaryRange("mid", MID),))
        space.profiles.store(profile)
        fields = ApplicationFields(company="Harbour", role=profile.title, profile=profile.title)
        space.applications.add(fields)
    space.salaries.view()

    with counted() as statements:
        space.salaries.view()

    assert len(statements) <= MOST_STATEMENTS


def test_a_role_whose_code_has_no_published_figures_names_no_occupation(
    space: Workspace,
) -> None:
    title = "Grain Buyer of Ports"
    space.profiles.store(RoleProfile(title=title, code="13-1021"))
    fields = ApplicationFields(company="Harbour", role=title, profile=title)
    space.applications.add(fields)

    found = space.benchmarks.find(title)

    assert f"your profile {title}" not in {one.why for one in found}
    assert space.salaries.view().area.code == NATION
