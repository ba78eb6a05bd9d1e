"""An offer in words is the same offer when it is typed: the words of each part are read back."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jobtracker.domain.currencies import MINOR_DIGITS
from jobtracker.domain.package_checks import checked_package
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
from jobtracker.domain.pay import LARGEST_MINOR, Pay, Period, figure_of
from jobtracker.domain.spelled_packages import spelled, spelled_base
from jobtracker.domain.typed_packages import with_typed
from jobtracker.domain.typed_pay import understood_pay

WORDS = frozenset({"ALL", "TOP"})
"""Codes that read as a word; a posting's pay is never in them."""
KNOWN = [None, *sorted(MINOR_DIGITS.keys() - WORDS)]
CURRENCIES = st.sampled_from(KNOWN)
AMOUNTS = st.integers(0, LARGEST_MINOR)
PERCENTS = st.decimals(0, 100, places=3)
MONTHS = st.integers(0, 48)


@st.composite
def grants(draw: st.DrawFn) -> Equity:
    years = draw(st.integers(1, 6))
    cuts = sorted(draw(st.lists(PERCENTS, min_size=years - 1, max_size=years - 1)))
    ends = (Decimal(0), *cuts, Decimal(100))
    schedule = tuple(after - before for before, after in pairwise(ends))
    kind = draw(st.sampled_from(EquityKind))
    worth: dict[str, object] = {"value": draw(AMOUNTS)}
    if draw(st.booleans()):
        worth = {
            "units": draw(st.decimals(0, 10**6, places=4)),
            "price": draw(st.integers(0, 10**8)),
            "strike": draw(st.none() | AMOUNTS) if kind is EquityKind.OPTIONS else None,
        }
    return Equity(
        kind,
        **worth,  # type: ignore[arg-type] # by its names
        years=Decimal(years),
        cliff_months=draw(st.integers(0, years * 12)),
        schedule=draw(st.sampled_from([(), schedule])),
        haircut=draw(PERCENTS),
    )


@st.composite
def packages(draw: st.DrawFn) -> Package:
    bonuses = st.builds(Bonus, AMOUNTS, st.none(), st.booleans()) | st.builds(
        Bonus, st.none(), PERCENTS, st.booleans()
    )
    commutes = st.builds(
        Commute,
        st.none() | st.integers(0, 1440),
        st.none() | AMOUNTS,
        st.decimals(0, 7, places=1),
    ).filter(lambda commute: commute != Commute())
    names = st.text("abcdefghij", min_size=1)
    return Package(
        Pay(100_000, 100_000, draw(CURRENCIES), Period.YEAR),
        draw(st.none() | bonuses),
        draw(st.none() | st.builds(SignOn, AMOUNTS, MONTHS)),
        draw(st.none() | grants()),
        draw(st.none() | st.builds(Match, PERCENTS, PERCENTS)),
        draw(st.none() | AMOUNTS),
        draw(st.none() | st.decimals(0, 60, places=1)),
        draw(st.decimals("0.5", 80, places=1)),
        draw(st.decimals(1, 53, places=1)),
        draw(st.none() | commutes),
        tuple(draw(st.dictionaries(names, st.integers(1, 5)).map(_marks))),
    )


def _marks(known: dict[str, int]) -> list[Mark]:
    return [Mark(name, value) for name, value in known.items()]


@given(packages())
def test_every_part_in_words_is_read_back_as_the_same_part(package: Package) -> None:
    checked = checked_package(package)
    marks = {mark.name: str(mark.value) for mark in checked.marks}

    assert with_typed(Package(checked.base), spelled(checked), marks) == checked


@pytest.mark.parametrize("currency", KNOWN)
def test_amounts_of_every_currency_are_read_back(currency: str | None) -> None:
    base = Pay(100_000, 100_000, currency, Period.YEAR)
    by_value = Package(base, Bonus(99), SignOn(1_234_567), Equity(value=12_345_678))
    by_unit = Package(base, equity=Equity(units=Decimal("12.5"), price=12_345))

    for package in (by_value, by_unit):
        assert with_typed(Package(base), spelled(package), {}) == package


@given(st.integers(10**7, 10**11), st.integers(0, 10**9), CURRENCIES, st.sampled_from(Period))
def test_a_base_pay_in_words_is_read_back_as_the_same_pay(
    low: int, more: int, currency: str | None, period: Period
) -> None:
    base = Pay(low, low + more, currency, period)

    read = understood_pay(spelled_base(Package(base)), "base")

    assume(figure_of(read) is not None)
    assert (read.low, read.high, read.period) == (low, low + more, period)
    assert read.currency == currency
