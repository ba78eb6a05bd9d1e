"""Pay is exact and converts by stated hours."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.pay import (
    Pay,
    Period,
    checked_pay,
    checked_time,
    convert,
    figure_of,
    restated,
    to_major,
    to_minor,
    yearly,
)


def dollars(low: int | None, high: int | None, period: Period | None = Period.YEAR) -> Pay:
    return Pay(
        None if low is None else low * 100, None if high is None else high * 100, "USD", period
    )


@pytest.mark.parametrize(
    ("major", "currency", "minor"),
    [
        ("65.50", "USD", 6550),
        ("6000000", "JPY", 6_000_000),
        ("850.500", "KWD", 850_500),
        ("12", None, 1200),
        ("0.005", "EUR", 1),
    ],
)
def test_amounts_are_kept_in_the_minor_units_of_their_currency(
    major: str, currency: str | None, minor: int
) -> None:
    assert to_minor(Decimal(major), currency) == minor


@given(st.integers(0, 10**15), st.sampled_from(["USD", "JPY", "KWD", None]))
def test_minor_units_survive_the_way_there_and_back(minor: int, currency: str | None) -> None:
    assert to_minor(to_major(minor, currency), currency) == minor


def test_an_hour_counts_forty_times_fifty_two_in_a_year() -> None:
    assert yearly(6500, Period.HOUR) == 13_520_000
    assert yearly(6500, Period.HOUR, 35, 46) == 6500 * 35 * 46
    assert yearly(100, Period.MONTH) == 1200


def test_half_hours_and_half_weeks_count_exactly() -> None:
    assert yearly(5000, Period.HOUR, Fraction("37.5")) == 9_750_000
    hourly = Pay(5000, 5000, "USD", Period.HOUR)
    assert convert(hourly, Period.WEEK, Fraction("37.5"), Fraction("46.5")).low == 187_500


def test_conversion_rounds_to_the_minor_unit_and_keeps_the_open_end_open() -> None:
    assert convert(dollars(120_000, None), Period.MONTH) == dollars(10_000, None, Period.MONTH)
    assert convert(dollars(100_000, 100_000), Period.HOUR)[:2] == (4808, 4808)


def test_pay_without_a_period_is_not_converted() -> None:
    assert convert(dollars(500, 500, None), Period.YEAR) == dollars(500, 500, None)


def test_a_range_stands_for_its_midpoint_and_one_end_for_itself() -> None:
    assert figure_of(dollars(100, 201)) == Fraction(15050)
    assert figure_of(dollars(None, 130)) == 13000
    assert figure_of(Pay()) is None


@pytest.mark.parametrize(
    ("low", "high", "currency", "words"),
    [
        (-1, 5, "USD", "below zero"),
        (5, 1, "USD", "backwards"),
        (1, 10**15 + 1, "USD", "this large"),
        (1, 2, "DOLLAR", "no currency code"),
    ],
)
def test_impossible_pay_is_refused_with_what_to_do(
    low: int, high: int, currency: str, words: str
) -> None:
    with pytest.raises(InvalidInputError, match=words) as refused:
        checked_pay(low, high, currency, Period.YEAR)

    assert refused.value.field == "pay"
    assert "nothing was changed" in str(refused.value)


def test_a_possible_pay_is_handed_back() -> None:
    assert checked_pay(1, None, "USD", None) == Pay(1, None, "USD", None)


PERIODS = st.sampled_from(Period)
TIMES = st.fractions(min_value=Fraction(1, 4), max_value=168, max_denominator=60)
WEEKS = st.fractions(min_value=1, max_value=53, max_denominator=10)


@given(st.integers(0, 10**12), PERIODS, PERIODS, TIMES, WEEKS)
def test_there_and_back_is_the_same_whatever_the_time(
    minor: int, one: Period, other: Period, hours: Fraction, weeks: Fraction
) -> None:
    there = restated(minor, one, other, hours, weeks)

    assert restated(there, other, one, hours, weeks) == minor


@given(st.integers(0, 10**12), PERIODS, PERIODS, TIMES, WEEKS)
def test_a_conversion_is_at_most_half_a_minor_unit_from_the_exact_figure(
    minor: int, one: Period, other: Period, hours: Fraction, weeks: Fraction
) -> None:
    found = convert(Pay(minor, minor, "USD", one), other, hours, weeks).low

    assert found is not None
    assert abs(found - restated(minor, one, other, hours, weeks)) <= Fraction(1, 2)


@given(st.integers(0, 10**12), PERIODS, PERIODS, TIMES, WEEKS)
def test_a_round_trip_is_within_one_minor_unit_of_the_coarser_step(
    minor: int, one: Period, other: Period, hours: Fraction, weeks: Fraction
) -> None:
    """A minor unit of an hour is many of a year: that is all a rounded hour can tell."""
    told = Pay(minor, minor, "USD", one)
    step = restated(1, other, one, hours, weeks)

    back = convert(convert(told, other, hours, weeks), one, hours, weeks).low

    assert back is not None
    assert abs(back - minor) <= max(Fraction(1), step / 2 + Fraction(1, 2))


@pytest.mark.parametrize(("hours", "weeks"), [(0, 52), (40, 0), (169, 52), (40, 54), (-1, 52)])
def test_time_that_there_is_not_is_refused(hours: int, weeks: int) -> None:
    with pytest.raises(InvalidInputError, match="cannot be counted with"):
        checked_time(hours, weeks)
