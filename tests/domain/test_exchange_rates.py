"""Money changes currency only at a rate that was typed, and the rate says its day."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.exchange_rates import Rate, converted, exchanged, joins, rate_from
from jobtracker.domain.pay import Pay, Period, convert

TODAY = date(2026, 11, 22)
RATES = st.decimals("0.0001", "10000", places=4).map(lambda rate: Rate("EUR", "JPY", rate, TODAY))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1 EUR = 1.08 USD on 2026-11-01", "1 EUR = 1.08 USD on 2026-11-01"),
        ("eur=1.0800usd", "1 EUR = 1.08 USD on 2026-11-22"),
        ("100 JPY = 0.65 USD on 2026-11-01", "1 JPY = 0.0065 USD on 2026-11-01"),
        ("1 USD = 1,234.5 KRW on 2026-11-01, my bank", "1 USD = 1234.5 KRW on 2026-11-01, my bank"),
    ],
)
def test_a_rate_is_read_as_people_write_it_and_shows_its_day(text: str, words: str) -> None:
    assert rate_from(text, TODAY).words == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1.08", "is no rate"),
        ("1 EUR = 0 USD", "No money changes"),
        ("1 EUR = 1.08 EUR", "between two currencies"),
        ("1 EUR = 1.08 XXQ", "no currency code"),
        ("1 EUR = 1.08 USD on 2026-11-23", "still to come"),
        ("1 EUR = 1.08 USD on Tuesday", "names no day"),
        ("0 EUR = 1.08 USD", "is no rate"),
    ],
)
def test_what_is_no_rate_is_refused_with_what_to_type(text: str, words: str) -> None:
    with pytest.raises(InvalidInputError, match=words) as refused:
        rate_from(text, TODAY)

    assert refused.value.field == "rate"


@given(RATES, st.integers(0, 10**12))
def test_the_inverse_of_a_rate_is_exact(rate: Rate, minor: int) -> None:
    assert exchanged(exchanged(minor, rate, "JPY"), rate, "EUR") == minor


@given(RATES, st.integers(0, 10**10))
def test_a_conversion_keeps_each_currencys_own_minor_unit(rate: Rate, minor: int) -> None:
    found = converted(Pay(minor, None, "EUR", Period.YEAR), rate)

    exact = Fraction(minor, 100) * Fraction(rate.rate)
    assert found.low is not None
    assert abs(found.low - exact) <= Fraction(1, 2)
    assert (found.high, found.currency, found.period) == (None, "JPY", Period.YEAR)


def test_currency_and_period_are_rounded_once() -> None:
    rate = Rate("EUR", "USD", Decimal("1.1"), TODAY)
    told = Pay(100_000_01, 100_000_01, "EUR", Period.YEAR)

    once = converted(told, rate, Period.HOUR)

    assert once.low == int(Fraction(100_000_01) * Fraction(11, 10) / 2080 + Fraction(1, 2))
    assert once.period is Period.HOUR
    assert convert(converted(told, rate), Period.HOUR) == once


def test_a_pay_in_neither_currency_is_refused_not_guessed() -> None:
    rate = Rate("EUR", "USD", Decimal("1.1"), TODAY)

    with pytest.raises(InvalidInputError, match="The pay is in GBP"):
        converted(Pay(1, 1, "GBP", Period.YEAR), rate)
    assert joins(rate, "USD", "EUR")
    assert not joins(rate, "USD", "GBP")
