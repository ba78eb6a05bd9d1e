"""Where a figure stands has one definition: lines between percentiles, never an invented tail."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jobtracker.domain.exchange_rates import rate_from
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.position import Position, nth, stand, standing_words
from jobtracker.domain.salary_ranges import Percentiles, SalaryRange

NAMES = Percentiles._fields
AMOUNTS = st.integers(0, 10**12)
YEAR = Period.YEAR
BENCHMARK = SalaryRange("", Pay(100_000_00, 200_000_00, "USD", YEAR))


def yearly(minor: int) -> Pay:
    return Pay(minor, minor, "USD", YEAR)


def dollars(low: int | None, high: int | None, period: Period | None = YEAR) -> Pay:
    ends = (None if end is None else end * 100 for end in (low, high))
    return Pay(*ends, "USD", period)


def five(points: list[int | None], *at_least: str) -> SalaryRange:
    return SalaryRange(
        "", Pay(None, None, "USD", YEAR), percentiles=Percentiles(*points), at_least=at_least
    )


@st.composite
def rising(draw: st.DrawFn) -> list[int | None]:
    """Two to five percentiles that rise; the others are missing."""
    known = sorted(draw(st.sets(st.sampled_from(range(5)), min_size=2)))
    values = sorted(draw(st.lists(AMOUNTS, min_size=len(known), max_size=len(known), unique=True)))
    points: list[int | None] = [None] * 5
    for place, value in zip(known, values, strict=True):
        points[place] = value
    return points


@given(rising(), AMOUNTS, AMOUNTS)
def test_more_pay_never_stands_lower(points: list[int | None], one: int, other: int) -> None:
    lower, higher = sorted((one, other))

    below, above = (stand(yearly(each), five(points)).percentile for each in (lower, higher))

    assert below is not None
    assert above is not None
    assert below <= above


@given(rising())
def test_each_percentile_stands_at_itself(points: list[int | None]) -> None:
    for name, value in zip(NAMES, points, strict=True):
        if value is not None:
            found = stand(yearly(value), five(points))
            assert found == Position(
                int(name[1:]) / 100, "", "percentile", float(name.removeprefix("p")), ""
            )


@given(rising(), AMOUNTS)
def test_beyond_the_last_percentiles_it_stands_at_them_and_says_so(
    points: list[int | None], figure: int
) -> None:
    known = {
        value: int(name[1:]) for name, value in zip(NAMES, points, strict=True) if value is not None
    }
    found = stand(yearly(figure), five(points))

    if figure < min(known):
        assert (found.percentile, found.clamped) == (known[min(known)], "below")
    elif figure > max(known):
        assert (found.percentile, found.clamped) == (known[max(known)], "above")
    else:
        assert found.clamped == ""
        assert found.percentile is not None
        assert known[min(known)] <= found.percentile <= known[max(known)]


@given(rising(), st.integers(0, 10**12), st.sampled_from(["p75", "p90"]))
def test_nothing_is_claimed_above_the_last_percentile_below_a_top_code(
    points: list[int | None], figure: int, coded: str
) -> None:
    place = NAMES.index(coded)
    top = [name for name in NAMES[place:] if points[NAMES.index(name)] is not None]
    exact = [value for value in points[:place] if value is not None]
    assume(top and exact)

    found = stand(yearly(figure), five(points, *top))

    assert found.percentile is not None
    assert found.percentile < int(coded[1:])
    if figure > max(exact):
        assert found.clamped == "above"
        assert "top-coded" in found.reason


def test_where_all_are_top_coded_only_what_is_below_them_is_known() -> None:
    coded = five([100_00, 100_00, 100_00, 100_00, 100_00], *NAMES)

    assert stand(yearly(99_00), coded)[2:] == ("percentile", 10.0, "below")
    assert stand(yearly(100_00), coded).value is None
    assert "top-coded" in stand(yearly(100_00), coded).reason


def test_of_percentiles_with_one_value_the_highest_counts() -> None:
    assert stand(yearly(50), five([10, 50, 50, 50, 90])).percentile == 75


def test_percentiles_that_run_backwards_give_no_place() -> None:
    found = stand(yearly(50), five([10, 60, 50, 70, 90]))

    assert found[:2] == (None, "The benchmark's percentiles run backwards.")


def test_a_single_percentile_is_not_enough_and_the_range_counts() -> None:
    median = BENCHMARK._replace(percentiles=Percentiles(p50=140_000_00))

    assert stand(dollars(150_000, 150_000), median) == Position(0.5, "", "linear")


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
def test_a_plain_range_is_nought_at_its_low_end_and_one_at_its_high(pay: Pay, value: float) -> None:
    assert stand(pay, BENCHMARK) == Position(value, "", "linear")


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 168), st.integers(1, 53))
def test_an_hourly_pay_stands_where_its_year_does_at_the_stated_time(
    low: int, width: int, hours: int, weeks: int
) -> None:
    benchmark = SalaryRange("", Pay(low, low + width, "USD", Period.HOUR))
    a_year = (low + width) * hours * weeks

    assert stand(yearly(a_year), benchmark, hours, weeks).value == 1.0
    assert f"{hours} a week, {weeks} weeks" in stand(yearly(a_year), benchmark, hours, weeks).reason


def test_an_hourly_pay_says_how_hours_were_counted() -> None:
    found = stand(dollars(65, 65, Period.HOUR), BENCHMARK)

    assert found.value == pytest.approx(0.352)
    assert "40 a week, 52 weeks" in found.reason


@pytest.mark.parametrize(
    ("pay", "against", "reason"),
    [
        (Pay(), BENCHMARK.pay, "The pay is not known."),
        (Pay(1, 1, "EUR", YEAR), BENCHMARK.pay, "The pay is in EUR, the benchmark in USD."),
        (BENCHMARK.pay, BENCHMARK.pay._replace(currency=None), "The currency is not known."),
        (dollars(1, 1, None), BENCHMARK.pay, "The period of the pay is not known."),
        (dollars(1, 1), dollars(1, None), "The benchmark has only one end."),
        (dollars(1, 1), dollars(2, 2), "The benchmark is a single figure, not a range."),
    ],
)
def test_what_cannot_be_compared_has_no_place_and_a_reason(
    pay: Pay, against: Pay, reason: str
) -> None:
    assert stand(pay, SalaryRange("", against)) == Position(None, reason)


def test_the_same_figure_stands_in_the_middle_of_a_range_without_width() -> None:
    assert stand(dollars(90, 90), SalaryRange("", dollars(90, 90))).value == 0.5


def test_a_pay_typed_without_a_currency_counts_in_the_benchmarks_and_says_so() -> None:
    yen = SalaryRange("", Pay(6_000_000, 8_000_000, "JPY", YEAR))
    untold = Pay(14_000_000, 16_000_000, None, YEAR)

    assert stand(untold, BENCHMARK)[:2] == (0.5, "No currency was given; counted in USD.")
    assert stand(Pay(700_000_000, 700_000_000, None, YEAR), yen).value == 0.5


def test_another_currency_counts_only_with_a_rate_between_the_two_and_names_it() -> None:
    euros = Pay(125_000_00, 125_000_00, "EUR", YEAR)
    today = date(2026, 11, 22)

    found = stand(euros, BENCHMARK, rate=rate_from("1 EUR = 1.20 USD on 2026-11-01", today))

    assert found[:2] == (0.5, "Counted at 1 EUR = 1.2 USD on 2026-11-01.")
    assert stand(euros, BENCHMARK, rate=rate_from("1 GBP = 1.3 USD", today)).value is None


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (Position(0.62, "", "percentile", 62.0), "sits at the 62nd percentile of the range"),
        (
            Position(0.9, "", "percentile", 90.0, "above"),
            "is above the 90th percentile of the range",
        ),
        (Position(0.7, "", "linear"), "sits 70% up the range"),
        (Position(-0.1, "", "linear"), "is below the low end of the range"),
        (Position(1.1, "", "linear"), "is above the high end of the range"),
        (Position(None, "Why."), ""),
    ],
)
def test_a_place_is_said_in_words_that_fit_its_method(position: Position, words: str) -> None:
    assert standing_words(position) == words


def test_ordinals_are_those_of_people() -> None:
    assert [nth(each) for each in (1, 2, 3, 11, 12, 13, 21, 82, 90)] == (
        ["1st", "2nd", "3rd", "11th", "12th", "13th", "21st", "82nd", "90th"]
    )


def test_a_place_is_exact_until_it_is_shown() -> None:
    thirds = five([0, None, None, None, 3])

    assert stand(yearly(1), thirds).percentile == float(10 + Fraction(80, 3))
