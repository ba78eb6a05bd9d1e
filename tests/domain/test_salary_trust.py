"""A range says how old it is, and how few stand behind it."""

from datetime import date

import pytest

from jobtracker.domain.pay import Pay
from jobtracker.domain.salary_ranges import SalaryRange, age, trust_words

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("told", "first_old_day"),
    [
        ("2025-05", date(2026, 12, 1)),
        ("2024", date(2026, 7, 1)),
        ("May 2024 estimates, 2025-05-21", date(2026, 11, 22)),
        ("2024-08-31", date(2026, 3, 1)),
        ("2023–2024", date(2026, 7, 1)),
        ("2025-13", date(2027, 7, 1)),
    ],
)
def test_a_source_is_old_once_eighteen_months_have_passed_since_it_ended(
    told: str, first_old_day: date
) -> None:
    salary = SalaryRange("", Pay(), source_date=told)

    assert age(salary, first_old_day) == "old"
    assert age(salary, date.fromordinal(first_old_day.toordinal() - 1)) == ""


@pytest.mark.parametrize("told", ["", "undated, about 2019", "last spring", "0000-00"])
def test_a_source_without_a_day_has_no_age(told: str) -> None:
    assert age(SalaryRange("", Pay(), source_date=told), TODAY) == ""


def test_what_weakens_a_range_is_said_and_nothing_else() -> None:
    thin = SalaryRange("", Pay(), source_date="2023", n=6)
    official = SalaryRange("", Pay(), source_date="2025-05", employment=1_654_440, rse="0.6")

    assert trust_words(thin, TODAY) == ("from 2023", "only 6 answers")
    assert trust_words(thin._replace(n=1), TODAY)[1] == "only 1 answer"
    assert trust_words(official, TODAY) == ("employment 1,654,440, RSE 0.6 %",)
    assert trust_words(SalaryRange("", Pay(), source_date="2026", n=10), TODAY) == ()
    assert not SalaryRange("", Pay()).is_thin
