"""The words of a pay that a structure states mean exactly the amounts of the structure."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobtracker.domain.currencies import MINOR_DIGITS
from jobtracker.domain.pay import Period, to_minor
from jobtracker.domain.typed_pay import understood_pay
from jobtracker.exchange.postings.stated_pay import period_of, stated_pay

_HOURS = {Period.HOUR: 1, Period.DAY: 8, Period.WEEK: 40, Period.MONTH: 160, Period.YEAR: 2_000}
_AN_HOUR = st.integers(10, 200) | st.decimals("10", "200", places=2)
_UNITS = {
    Period.HOUR: ("HOUR", "per-hour-wage", "1 HOUR", "hourly"),
    Period.DAY: ("DAY", "daily", "per day"),
    Period.WEEK: ("WEEK", "1 WEEK", "weekly"),
    Period.MONTH: ("MONTH", "monthly", "pro Monat"),
    Period.YEAR: ("YEAR", "per-year-salary", "1 YEAR", "annually", "ANNUAL", "Jahr"),
}


@given(
    an_hour=_AN_HOUR,
    width=st.integers(1, 2),
    missing=st.sampled_from(["none", "low", "high"]),
    currency=st.sampled_from(sorted(MINOR_DIGITS)),
    period=st.sampled_from(list(Period)),
)
@settings(max_examples=500, deadline=None)
def test_amounts_currency_and_period_come_back_as_they_were(
    an_hour: Decimal, width: int, missing: str, currency: str, period: Period
) -> None:
    # Arrange
    amount = an_hour * _HOURS[period]
    low = None if missing == "low" else amount
    high = None if missing == "high" else amount * width

    # Act
    words = stated_pay(low, high, currency, period.value)

    # Assert
    if words:
        pay = understood_pay(words)
        wanted = [None if end is None else to_minor(Decimal(end), currency) for end in (low, high)]
        assert [pay.low, pay.high] == wanted
        assert (pay.currency, pay.period, pay.assumed) == (currency, period, ())
    else:
        # two codes are English words too, and there are no cents of a yen
        assert currency in ("ALL", "TOP") or MINOR_DIGITS[currency] == 0


@pytest.mark.parametrize(
    ("period", "words"), [(period, words) for period, all_ in _UNITS.items() for words in all_]
)
def test_the_unit_of_a_pay_is_known_in_many_writings(period: Period, words: str) -> None:
    assert period_of(words) is period


@pytest.mark.parametrize("words", ["BIWEEKLY", "2 WEEK", "1 TIME", "QUARTER", "NONE", ""])
def test_a_unit_of_another_length_is_none_of_ours(words: str) -> None:
    assert period_of(words) is None
