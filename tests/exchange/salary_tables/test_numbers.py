"""Numbers as tables write them, whatever marks and signs they use."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.pay import Period
from jobtracker.exchange.salary_tables.numbers import COMMA, POINT, amount, count, decimal_mark

amounts = st.decimals(min_value=0, max_value=9_999_999, places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "mark", "low", "high", "currency", "period"),
    [
        ("$12,780", POINT, "12780", "12780", "USD", None),
        ("€ 52.000,50", POINT, "52000.5", "52000.5", "EUR", None),
        ("45k", POINT, "45000", "45000", None, None),
        ("1 234,5", POINT, "1234.5", "1234.5", None, None),
        ("1 234,5", COMMA, "1234.5", "1234.5", None, None),
        ("12'000", POINT, "12000", "12000", None, None),
        ("98,670", POINT, "98670", "98670", None, None),
        ("98,670", COMMA, "98.670", "98.670", None, None),
        ("12,00,000", POINT, "1200000", "1200000", None, None),
        ("£23,000 pa", POINT, "23000", "23000", "GBP", Period.YEAR),
        ("25,50 € / Std.", COMMA, "25.5", "25.5", "EUR", Period.HOUR),
        ("4.752,58 EUR/Monat", COMMA, "4752.58", "4752.58", "EUR", Period.MONTH),
        ("$90K–$110K", POINT, "90000", "110000", "USD", None),
        ("45.000 - 60.000 €", COMMA, "45000", "60000", "EUR", None),
        ("CA$85,000", POINT, "85000", "85000", "CAD", None),
        ("(1,200)", POINT, "-1200", "-1200", None, None),
    ],
)
def test_one_amount_however_written(
    text: str, mark: str, low: str, high: str, currency: str | None, period: Period | None
) -> None:
    found = amount(text, mark)
    assert found is not None
    assert (found.low, found.high) == (Decimal(low), Decimal(high))
    assert (found.currency, found.period) == (currency, period)


@pytest.mark.parametrize("text", ["competitive", "see note 4", "60%", "12-3", "Inf", "NaN", "1e9"])
def test_what_is_no_amount_is_none(text: str) -> None:
    assert amount(text, POINT) is None


@given(amounts, st.sampled_from(["", "$", "€ ", "USD "]))
def test_english_marks_are_read_back(value: Decimal, sign: str) -> None:
    found = amount(f"{sign}{value:,.2f}", POINT)
    assert found is not None
    assert found.low == value


@given(amounts, st.sampled_from(["", " €", " EUR", " kr"]))
def test_continental_marks_are_read_back(value: Decimal, sign: str) -> None:
    text = f"{value:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")
    found = amount(f"{text}{sign}", COMMA)
    assert found is not None
    assert found.low == value


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_a_number_of_the_workbook_is_itself_or_nothing(value: float) -> None:
    found = amount(value, COMMA)
    if found is not None:
        assert found.low == Decimal(repr(value))


@given(st.text(max_size=120), st.sampled_from([POINT, COMMA]))
def test_no_text_breaks_the_reader(text: str, mark: str) -> None:
    amount(text, mark)
    count(text, mark)


def test_the_decimal_mark_is_that_of_the_whole_table() -> None:
    assert decimal_mark(["1.234", "5.678,90", "12.000"], POINT) == COMMA
    assert decimal_mark(["1,234", "5,678.90"], COMMA) == POINT
    assert decimal_mark(["12.000", "34.500"], COMMA) == COMMA
    assert decimal_mark(["39.9", "58.12"], COMMA) == POINT


def test_an_answer_count_is_whole_or_none() -> None:
    assert count("1,654,440", POINT) == 1_654_440
    assert count("<10", POINT) is None
    assert count("2.5", POINT) is None
