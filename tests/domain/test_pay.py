"""Pay is exact, converts by stated hours, and has one definition of its position."""

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
    convert,
    figure_of,
    position,
    to_major,
    to_minor,
    yearly,
)

BENCHMARK = Pay(100_000_00, 200_000_00, "USD", Period.YEAR)


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
    ("pay", "value"),
    [
        (dollars(100_000, 100_000), 0.0),
        (dollars(200_000, 200_000), 1.0),
        (dollars(140_000, 160_000), 0.5),
        (dollars(250_000, None), 1.5),
        (dollars(None, 50_000), -0.5),
    ],
)
def test_position_is_nought_at_the_low_end_and_one_at_the_high_end(pay: Pay, value: float) -> None:
    assert position(pay, BENCHMARK) == (value, "")


def test_position_of_an_hourly_pay_says_how_hours_were_counted() -> None:
    found = position(dollars(65, 65, Period.HOUR), BENCHMARK)

    assert found.value == pytest.approx(0.352)
    assert "40 a week, 52 weeks" in found.reason


@pytest.mark.parametrize(
    ("pay", "against", "reason"),
    [
        (Pay(), BENCHMARK, "The pay is not known."),
        (Pay(1, 1, "EUR", Period.YEAR), BENCHMARK, "The pay is in EUR, the benchmark in USD."),
        (BENCHMARK, BENCHMARK._replace(currency=None), "The currency is not known."),
        (dollars(1, 1, None), BENCHMARK, "The period of the pay is not known."),
        (dollars(1, 1), dollars(1, None), "The benchmark has only one end."),
        (dollars(1, 1), dollars(2, 2), "The benchmark is a single figure, not a range."),
    ],
)
def test_what_cannot_be_compared_has_no_position_and_a_reason(
    pay: Pay, against: Pay, reason: str
) -> None:
    assert position(pay, against) == (None, reason)


def test_the_same_figure_stands_in_the_middle_of_a_benchmark_without_width() -> None:
    assert position(dollars(90, 90), dollars(90, 90)).value == 0.5


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


def test_a_pay_typed_without_a_currency_counts_in_the_benchmarks_and_says_so() -> None:
    dollars = Pay(14_000_000, 16_500_000, "USD", Period.YEAR)
    yen = Pay(6_000_000, 8_000_000, "JPY", Period.YEAR)

    assert position(Pay(14_000_000, 16_500_000, None, Period.YEAR), dollars) == (
        0.5,
        "No currency was given; counted in USD.",
    )
    assert position(Pay(700_000_000, 700_000_000, None, Period.YEAR), yen).value == 0.5
