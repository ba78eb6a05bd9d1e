"""The parts of an offer as text: whatever was said is said again, and what is not known is kept."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.errors import WorkspaceDamagedError
from jobtracker.domain.packages import (
    Bonus,
    Commute,
    Equity,
    EquityKind,
    Mark,
    Match,
    Package,
    SignOn,
)
from jobtracker.domain.pay import Pay, Period
from jobtracker.storage.packages import read, written

BASE = Pay(14_000_000, 14_000_000, "USD", Period.YEAR, "$140k")
AMOUNTS = st.integers(0, 10**12)
PERCENTS = st.decimals(0, 200, places=3)
MAYBE_AMOUNT, MAYBE_PERCENT = st.none() | AMOUNTS, st.none() | PERCENTS
EQUITY = st.builds(
    Equity,
    kind=st.sampled_from(EquityKind),
    value=MAYBE_AMOUNT,
    units=MAYBE_PERCENT,
    price=MAYBE_AMOUNT,
    strike=MAYBE_AMOUNT,
    years=PERCENTS,
    cliff_months=st.integers(0, 60),
    schedule=st.lists(PERCENTS, max_size=5).map(tuple),
    haircut=PERCENTS,
)
PACKAGES = st.builds(
    Package,
    base=st.just(BASE),
    bonus=st.none() | st.builds(Bonus, MAYBE_AMOUNT, MAYBE_PERCENT, st.booleans()),
    sign_on=st.none() | st.builds(SignOn, AMOUNTS, st.integers(0, 60)),
    equity=st.none() | EQUITY,
    match=st.none() | st.builds(Match, PERCENTS, PERCENTS),
    health_cost=MAYBE_AMOUNT,
    leave_days=MAYBE_PERCENT,
    hours=PERCENTS,
    weeks=PERCENTS,
    commute=st.none() | st.builds(Commute, MAYBE_AMOUNT, MAYBE_AMOUNT, PERCENTS),
    marks=st.lists(st.builds(Mark, st.text(), st.integers(1, 5)), max_size=3).map(tuple),
    unread=st.just(""),
)


@given(PACKAGES)
def test_what_was_said_is_said_again_exactly(package: Package) -> None:
    assert read(written(package), BASE) == package


def test_an_offer_of_nothing_but_its_base_takes_no_room() -> None:
    assert written(Package(BASE)) == ""
    assert read("", BASE) == Package(BASE)


def test_nothing_said_is_not_the_same_as_nothing_paid() -> None:
    none, zero = Package(BASE), Package(BASE, health_cost=0)

    assert read(written(zero), BASE).health_cost == 0
    assert read(written(none), BASE).health_cost is None


def test_what_a_later_version_wrote_is_kept_and_written_again() -> None:
    later = {"leave_days": "25", "bonus": {"percent": "10", "paid": "monthly"}, "gym": True}

    package = read(json.dumps(later), BASE)

    assert package.leave_days == Decimal(25)
    assert package.bonus is None, "half of a part might say something else"
    assert json.loads(package.unread) == {"bonus": later["bonus"], "gym": True}
    assert json.loads(written(package._replace(leave_days=Decimal(26)))) == {
        **later, "leave_days": "26",
    }  # fmt: skip


@pytest.mark.parametrize("part", ['{"hours": "NaN"}', '{"hours": []}', '{"marks": 3}', '{"x": 1}'])
def test_a_part_that_cannot_be_meant_is_left_as_it_is(part: str) -> None:
    package = read(part, BASE)

    assert package._replace(unread="") == Package(BASE)
    assert json.loads(written(package)) == json.loads(part)


@pytest.mark.parametrize("text", ["{", "[]", "3", "package 1"])
def test_what_is_no_object_is_damage(text: str) -> None:
    with pytest.raises(WorkspaceDamagedError, match="restore a backup"):
        read(text, BASE)
