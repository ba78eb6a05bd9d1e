"""The range that speaks for a role, and the one that fits a title."""

from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.salary_ranges import SalaryRange, range_for, whole_range


def usd(low: int | None, high: int | None, level: str = "", text: str = "") -> SalaryRange:
    return SalaryRange(level, Pay(low, high, "USD", Period.YEAR, text), source="a page")


def eur(low: int, high: int, level: str = "") -> SalaryRange:
    return SalaryRange(level, Pay(low, high, "EUR", Period.YEAR))


def ends(salary: SalaryRange | None) -> tuple[int | None, int | None]:
    assert salary is not None
    return salary.pay.low, salary.pay.high


def test_without_ranges_there_is_none() -> None:
    assert whole_range(()) is None
    assert range_for((), "Senior Developer") is None


def test_the_range_stated_for_the_whole_role_speaks_for_it() -> None:
    salaries = (usd(50, 60, "junior"), usd(40, 200), usd(90, 120, "senior"))

    assert ends(whole_range(salaries)) == (40, 200)


def test_a_stated_range_goes_before_a_stated_figure() -> None:
    assert ends(whole_range((usd(70, 70), usd(40, 200)))) == (40, 200)
    assert ends(whole_range((usd(70, 70), usd(90, 120, "senior")))) == (70, 70)


def test_levels_together_reach_from_the_lowest_to_the_highest() -> None:
    salaries = (usd(110, 130, "mid"), usd(140, 165, "senior"), usd(60, 80, "junior"))

    whole = whole_range(salaries)

    assert ends(whole) == (60, 165)
    assert whole is not None
    assert (whole.level, whole.experience, whole.source) == ("", "", "a page")


def test_levels_in_another_currency_or_period_are_left_out() -> None:
    hourly = SalaryRange("lead", Pay(1, 2, "USD", Period.HOUR))

    assert ends(whole_range((usd(110, 130, "mid"), eur(1, 999, "senior"), hourly))) == (110, 130)


def test_one_sided_ranges_are_no_measure_while_there_is_a_whole_one() -> None:
    assert ends(whole_range((usd(None, 500), usd(110, 130, "mid")))) == (110, 130)


def test_where_all_are_one_sided_the_first_is_shown() -> None:
    assert ends(whole_range((usd(100, None, "mid"), usd(None, 500)))) == (100, None)


def test_the_level_in_the_title_picks_the_range() -> None:
    salaries = (usd(110, 130, "mid"), usd(140, 165, "senior"))

    assert ends(range_for(salaries, "Sr. Python Developer")) == (140, 165)
    assert ends(range_for(salaries, "Python Developer")) == (110, 165)
    assert ends(range_for(salaries, "Staff Python Developer")) == (110, 165)


def test_a_chosen_level_goes_before_the_title() -> None:
    salaries = (usd(110, 130, "mid"), usd(140, 165, "senior"))

    assert ends(range_for(salaries, "Senior Python Developer", "mid")) == (110, 130)


AMOUNTS = st.integers(0, 10**9)
RANGES = st.builds(
    lambda level, low, high, currency: SalaryRange(
        level, Pay(low, None if high is None else (low or 0) + high, currency, Period.YEAR)
    ),
    st.sampled_from(["", "junior", "mid", "senior", "lead"]),
    st.none() | AMOUNTS,
    st.none() | AMOUNTS,
    st.sampled_from(["USD", "EUR"]),
)


@given(st.lists(RANGES, max_size=6).map(tuple))
def test_the_whole_range_is_made_of_what_was_stated(salaries: tuple[SalaryRange, ...]) -> None:
    whole = whole_range(salaries)

    if whole is None:
        assert salaries == ()
        return
    assert whole.pay.low in {salary.pay.low for salary in salaries}
    assert whole.pay.high in {salary.pay.high for salary in salaries}
    if whole.pay.low is not None and whole.pay.high is not None:
        assert whole.pay.low <= whole.pay.high


@given(
    st.lists(RANGES, max_size=6).map(tuple),
    st.sampled_from(["Developer", "Senior Developer", "Lead", "Junior Dev", ""]),
    st.sampled_from(["", "mid", "staff"]),
)
def test_a_title_never_loses_its_range(
    salaries: tuple[SalaryRange, ...], title: str, level: str
) -> None:
    fitting = range_for(salaries, title, level)

    assert (fitting is None) == (salaries == ())
    assert fitting in {*salaries, whole_range(salaries)}
