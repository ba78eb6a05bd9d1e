"""Before naming a figure one is told if it is not the one named last."""

from datetime import date

import pytest

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.pay_facts import (
    FactKind,
    PayFact,
    fact_words,
    kind_from,
    last_named,
    warning,
)


def fact(
    kind: FactKind, amount: int, day: int, period: Period | None = Period.YEAR, number: int = 0
) -> PayFact:
    pay = Pay(amount * 100, amount * 100, "USD", period, str(amount))
    return PayFact(number, 1, kind, date(2026, 11, day), pay)


SAID = fact(FactKind.STATED, 145_000, 3, number=1)


def test_naming_another_number_says_both_and_their_days() -> None:
    new = fact(FactKind.STATED, 140_000, 20)

    assert warning([SAID], new) == (
        "You named $145,000 a year on 3 Nov 2026; "
        "this is $140,000 a year on 20 Nov 2026, which is lower."
    )


@pytest.mark.parametrize(
    "new",
    [
        fact(FactKind.STATED, 145_000, 20),
        fact(FactKind.VERBAL, 130_000, 20),
        fact(FactKind.ADVERTISED, 90_000, 20),
        fact(FactKind.STATED, 99_000, 2),
    ],
)
def test_the_same_number_theirs_and_what_came_before_warn_of_nothing(new: PayFact) -> None:
    assert warning([SAID], new) == ""


def test_the_same_pay_by_the_hour_is_the_same_number() -> None:
    hourly = fact(FactKind.STATED, 65, 3, Period.HOUR, 1)

    assert warning([hourly], fact(FactKind.DESIRED, 135_200, 20)) == ""
    assert "higher" in warning([hourly], fact(FactKind.DESIRED, 136_000, 20))
    rounded = PayFact(1, 1, FactKind.STATED, date(2026, 11, 3), Pay(6731, 6731, "USD", Period.HOUR))
    assert warning([rounded], fact(FactKind.STATED, 140_000, 20)) == ""


def test_a_range_another_currency_and_an_unsaid_period_are_held_against_it_too() -> None:
    wider = SAID._replace(id=0, pay=SAID.pay._replace(high=160_000_00))
    euros = SAID._replace(id=0, pay=SAID.pay._replace(currency="EUR"))
    unsaid = SAID._replace(id=0, pay=SAID.pay._replace(period=None))

    assert "$145,000 – $160,000" in warning([SAID], wider)
    assert "€145,000 a year on" in warning([SAID], euros)
    assert warning([SAID], euros).endswith(", in another currency.")
    assert warning([SAID], unsaid) == ""


def test_the_last_named_is_that_of_the_day_and_of_it_the_one_recorded_last() -> None:
    later = fact(FactKind.DESIRED, 150_000, 3, number=2)
    theirs = fact(FactKind.WRITTEN, 120_000, 10, number=3)

    assert last_named([theirs, later, SAID]) == later
    assert last_named([theirs, later, SAID], date(2026, 11, 2)) is None
    assert warning([SAID, later], SAID._replace(pay=SAID.pay, id=1)).startswith("You wanted")


def test_before_anything_was_named_what_the_application_asks_for_counts() -> None:
    asked = Pay(150_000_00, 150_000_00, "USD", Period.YEAR)
    new = SAID._replace(id=0)

    assert warning([], new, asked) == (
        "The application says that you ask for $150,000 a year; this is $145,000 a year."
    )
    assert warning([], new, new.pay) == ""
    assert warning([SAID], new._replace(on=date(2026, 11, 9)), asked) == ""
    assert warning([], new._replace(kind=FactKind.VERBAL), asked) == ""


def test_a_fact_is_one_line_with_who_and_how() -> None:
    said = SAID._replace(who="Maria", how="phone", note="first call")

    assert fact_words(said) == "3 Nov 2026: You said $145,000 a year (Maria, by phone, first call)"


def test_a_kind_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    assert kind_from(" Verbal ") is FactKind.VERBAL
    with pytest.raises(InvalidInputError, match="desired, advertised, stated, verbal"):
        kind_from("shouted")
