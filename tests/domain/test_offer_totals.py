"""What an offer comes to: every total is the sum of the parts beside it."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.offer_totals import hour_lines, totals, vesting, working_hours
from jobtracker.domain.offers import Totals
from jobtracker.domain.package_checks import checked_package, worth
from jobtracker.domain.packages import (
    Bonus,
    Commute,
    Equity,
    EquityKind,
    Match,
    Package,
    SignOn,
)
from jobtracker.domain.pay import Pay, Period, rounded

AMOUNTS = st.integers(0, 10**10)
PERCENTS = st.decimals(0, 100, places=2)
SCHEDULES = st.lists(st.integers(0, 100), min_size=0, max_size=5).map(
    lambda cuts: tuple(
        Decimal(after - before)
        for before, after in zip([0, *sorted(cuts)], [*sorted(cuts), 100], strict=True)
    )
)


@st.composite
def grants(draw: st.DrawFn) -> Equity:
    schedule = draw(st.one_of(st.just(()), SCHEDULES))
    years = Decimal(len(schedule)) if schedule else draw(st.decimals("0.5", 8, places=1))
    grant = Equity(
        years=years,
        cliff_months=draw(st.integers(0, int(years * 12))),
        schedule=schedule,
        haircut=draw(PERCENTS),
    )
    if draw(st.booleans()):
        return grant._replace(value=draw(AMOUNTS))
    return grant._replace(
        kind=EquityKind.OPTIONS,
        units=draw(st.decimals(0, 10**4, places=3)),
        price=draw(st.integers(0, 10**6)),
        strike=draw(st.none() | st.integers(0, 10**6)),
    )


@st.composite
def packages(draw: st.DrawFn) -> Package:
    base = draw(AMOUNTS)
    bonuses = st.builds(Bonus, AMOUNTS, st.none(), st.booleans()) | st.builds(
        Bonus, st.none(), PERCENTS, st.booleans()
    )
    return Package(
        Pay(base, base + draw(AMOUNTS), "USD", draw(st.sampled_from(Period))),
        draw(st.none() | bonuses),
        draw(st.none() | st.builds(SignOn, AMOUNTS, st.integers(0, 48))),
        draw(st.none() | grants()),
        draw(st.none() | st.builds(Match, PERCENTS, PERCENTS)),
        draw(st.none() | AMOUNTS),
        draw(st.none() | st.decimals(0, 60, places=1)),
        draw(st.decimals("0.5", 80, places=1)),
        draw(st.decimals(1, 53, places=1)),
        draw(
            st.none()
            | st.builds(
                Commute, st.integers(0, 300), st.none() | AMOUNTS, st.decimals(0, 5, places=0)
            )
        ),
    )


def three(found: Totals) -> list[int | None]:
    return [each.amount for each in (found.first_year, found.steady_year, found.guaranteed)]


@given(packages())
def test_parts_sum_to_the_total_and_each_says_how_it_was_counted(package: Package) -> None:
    found = totals(package)

    for total in (found.first_year, found.steady_year, found.guaranteed):
        assert sum(part.amount for part in total.parts) == total.amount
        assert all(part.words for part in total.parts)
    assert not found.missing


@given(packages(), st.sampled_from(["bonus", "sign_on", "equity", "match", "commute"]))
def test_a_part_adds_exactly_its_own_line_and_moves_no_other(package: Package, name: str) -> None:
    whole, without = totals(package), totals(package._replace(**{name: None}))

    for one, other in zip(whole[:3], without[:3], strict=True):
        extra = [part for part in one.parts if part not in other.parts]
        assert len(extra) <= 1
        assert [part for part in one.parts if part not in extra] == list(other.parts)
        assert one.amount == other.amount + sum(part.amount for part in extra)


@given(packages(), AMOUNTS)
def test_more_sign_on_bonus_or_equity_never_makes_an_offer_smaller(
    package: Package, more: int
) -> None:
    before = three(totals(package))
    sign_on = package.sign_on or SignOn(0)
    bonus = Bonus(more, guaranteed=True)
    plain = package._replace(bonus=None, equity=None)

    more_at_once = package._replace(sign_on=sign_on._replace(amount=sign_on.amount + more))
    assert all(a >= b for a, b in zip(three(totals(more_at_once)), before, strict=True))
    raised, other = three(totals(plain._replace(bonus=bonus))), three(totals(plain))
    assert [a - b for a, b in zip(raised, other, strict=True)] == [more, more, more]
    granted = three(totals(plain._replace(equity=Equity(value=more))))
    assert all(a >= b for a, b in zip(granted, other, strict=True))


@given(packages(), AMOUNTS)
def test_costs_come_off_every_total(package: Package, cost: int) -> None:
    free = package._replace(health_cost=None)

    lower, before = three(totals(free._replace(health_cost=cost))), three(totals(free))

    assert [b - a for a, b in zip(lower, before, strict=True)] == [12 * cost] * 3


@given(packages(), st.sampled_from([Pay(), Pay(text="competitive"), Pay(5_00, 5_00, "USD")]))
def test_without_a_base_pay_by_the_year_nothing_that_needs_it_has_an_amount(
    package: Package, base: Pay
) -> None:
    known, found = totals(package), totals(package._replace(base=base))

    assert found.missing
    assert three(found) == [None, None, None]
    for whole, without in zip(known[:3], found[:3], strict=True):
        assert [part.name for part in whole.parts] == [part.name for part in without.parts]
        assert {part.amount for part in without.parts if part.name == "Base pay"} == {None}
        for one, other in zip(whole.parts, without.parts, strict=True):
            assert other.amount in (None, one.amount)


def test_an_hour_is_named_by_what_was_counted_in_it() -> None:
    base = Package(Pay(100_000_00, 100_000_00, "USD", Period.YEAR))
    on_leave = base._replace(leave_days=Decimal(20))
    way = Commute(minutes=60)

    def names(package: Package) -> list[str]:
        return [line.name for line in hour_lines(totals(package))]

    assert names(base) == ["Base an hour", "Steady year an hour"]
    assert names(on_leave)[1:] == ["Base an hour worked", "Steady year an hour worked"]
    assert names(base._replace(commute=way))[-1] == "Steady year an hour, commute counted"
    assert names(base._replace(commute=Commute(cost=80_00)))[-1] == "Steady year an hour"
    assert names(Package()) == []


@pytest.mark.parametrize(
    ("grant", "steady"),
    [
        (Equity(value=400), "RSUs as valued; an average of its 4 years"),
        (Equity(EquityKind.OTHER, 400, years=Decimal(1)), "the grant as valued; all of it in one"),
        (Equity(EquityKind.OPTIONS, 400), "options as valued; an average of its 4 years"),
    ],
)
def test_a_grant_is_named_for_what_it_is(grant: Equity, steady: str) -> None:
    base = Pay(100_000_00, 100_000_00, "USD", Period.YEAR)

    assert steady in totals(Package(base, equity=grant)).steady_year.parts[-1].words


def test_parts_that_are_nothing_are_listed_as_nothing() -> None:
    nothing = Package(
        Pay(0, 0, "USD", Period.YEAR),
        Bonus(0),
        SignOn(0),
        Equity(value=0),
        Match(Decimal(0), Decimal(0)),
        0,
        Decimal(0),
        commute=Commute(0, 0),
    )

    found = totals(nothing)

    assert three(found) == [0, 0, 0]
    assert len(found.first_year.parts) == 8
    assert {part.amount for part in found.first_year.parts} == {0}


@given(grants())
def test_vesting_adds_up_to_the_grant_less_its_haircut(grant: Equity) -> None:
    years = vesting(grant)
    before_the_cliff = max(ceil(grant.cliff_months / 12) - 1, 0)

    assert sum(years) == rounded(worth(grant) * (100 - Fraction(grant.haircut)) / 100)
    assert all(year >= 0 for year in years)
    assert not any(years[:before_the_cliff])


@given(packages())
def test_an_hour_worked_is_worth_no_less_than_one_paid(package: Package) -> None:
    found, hours = totals(package), working_hours(package)

    assert 0 <= hours.worked <= hours.taken
    assert hours.worked <= hours.paid
    if found.an_hour_worked is not None:
        assert found.an_hour is not None
        assert found.an_hour_worked >= found.an_hour


@pytest.mark.parametrize(
    ("base", "missing"),
    [
        (Pay(text="competitive"), "The base pay is not known."),
        (Pay(1, 1, "USD", None), "The period of the base pay is not known."),
        (Pay(1, 1, None, Period.YEAR), "The currency of the base pay is not known."),
    ],
)
def test_a_base_that_is_not_known_is_said_and_not_made_up(base: Pay, missing: str) -> None:
    found = totals(Package(base, sign_on=SignOn(500)))

    assert found.missing == missing
    assert found.first_year.parts[-1].amount == 500


def test_a_range_counts_at_its_middle_and_says_so() -> None:
    found = totals(Package(Pay(100_00, 200_00, "USD", Period.MONTH)))

    assert found.first_year.parts[0][1:] == (
        150_00 * 12,
        "the middle of $100 – $200 a month × 12 months",
    )


def test_what_another_program_wrote_into_a_package_is_named_and_never_counted() -> None:
    strange = Package(Pay(100, 100, "USD", Period.YEAR), unread='{"car":{"kind":"estate"}}')
    broken = Package(Pay(100, 100, "USD", Period.YEAR), equity=Equity(value=-5))

    assert totals(strange).missing == "This offer has parts that this version cannot read: car."
    assert three(totals(broken)) == [100, 100, 100]
    assert totals(broken).missing.startswith("Only the base pay is counted.")


@pytest.mark.parametrize(
    ("package", "field"),
    [
        (Package(bonus=Bonus()), "bonus"),
        (Package(bonus=Bonus(1, Decimal(1))), "bonus"),
        (Package(bonus=Bonus(-1)), "bonus"),
        (Package(sign_on=SignOn(1, -1)), "claw-back"),
        (Package(equity=Equity()), "equity"),
        (Package(equity=Equity(value=1, units=Decimal(1), price=1)), "equity"),
        (Package(equity=Equity(value=1, strike=1)), "strike"),
        (Package(equity=Equity(value=1, years=Decimal(0))), "vest"),
        (Package(equity=Equity(value=1, cliff_months=49)), "cliff"),
        (Package(equity=Equity(value=1, schedule=(Decimal(50),) * 3)), "schedule"),
        (Package(equity=Equity(value=1, schedule=(Decimal(50),) * 2)), "schedule"),
        (Package(equity=Equity(value=1, haircut=Decimal(101))), "haircut"),
        (Package(equity=Equity(units=Decimal(10**12), price=10**9)), "equity"),
        (Package(match=Match(Decimal(50), Decimal(101))), "match limit"),
        (Package(hours=Decimal(0)), "hours"),
        (Package(weeks=Decimal(60)), "weeks"),
        (Package(leave_days=Decimal("1e-40")), "paid leave"),
        (Package(commute=Commute(1441)), "commute"),
    ],
)
def test_parts_that_cannot_be_are_refused_by_name(package: Package, field: str) -> None:
    with pytest.raises(InvalidInputError, match="nothing was changed") as refused:
        checked_package(package)

    assert refused.value.field == field
