"""How money reads in lists and details."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.money import amount, long_range, short_range
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.pay_text import read_pay

YEAR, HOUR = Period.YEAR, Period.HOUR


@pytest.mark.parametrize(
    ("pay", "short", "long"),
    [
        (Pay(14_000_000, 16_500_000, "USD", YEAR), "$140K – $165K", "$140,000 – $165,000 a year"),
        (Pay(6500, 6500, "USD", HOUR), "$65.00 an hour", "$65.00 an hour"),
        (Pay(9_000_000, None, "USD", YEAR), "From $90K", "From $90,000 a year"),
        (Pay(None, 13_000_000, "USD", YEAR), "Up to $130K", "Up to $130,000 a year"),
        (Pay(6_500_000, 6_500_000, "EUR", YEAR), "€65K", "€65,000 a year"),
        (Pay(13_145_000, 13_145_000, "USD", YEAR), "$131.5K", "$131,450 a year"),
        (Pay(12_000_000, 12_000_000, "CHF", YEAR), "CHF\u00a0120K", "CHF\u00a0120,000 a year"),
        (Pay(6_000_000, 6_000_000, "JPY", YEAR), "¥6M", "¥6,000,000 a year"),
        (Pay(14_000_000, 16_500_000, None, None), "140K – 165K", "140,000 – 165,000"),
        (Pay(450_000, 450_000, "EUR", Period.MONTH), "€4,500 a month", "€4,500 a month"),
        (Pay(), "Not listed", "Not listed"),
        (Pay(None, None, "USD", YEAR), "Not listed", "Not listed"),
    ],
)
def test_money_reads_as_the_design_says(pay: Pay, short: str, long: str) -> None:
    assert short_range(pay) == short
    assert long_range(pay) == long


def test_an_amount_shows_cents_only_where_there_are_any() -> None:
    assert amount(6500, "USD") == "$65"
    assert amount(6550, "USD") == "$65.50"
    assert amount(-6550, "GBP") == "-£65.50"
    assert amount(850_500, "KWD") == "KWD\u00a0850.500"


@given(st.integers(20, 500), st.integers(0, 499), st.sampled_from(["USD", "EUR", "GBP", "CHF"]))
def test_a_short_range_of_whole_thousands_reads_back(low: int, width: int, currency: str) -> None:
    pay = Pay(low * 100_000, (low + width) * 100_000, currency, YEAR)

    read = read_pay(short_range(pay)).pay

    assert (read.low, read.high, read.currency, read.period) == pay[:4]


def test_formatting_money_loads_nothing_heavy() -> None:
    program = (
        "import sys; import jobtracker.domain.money; "
        "print([m for m in sys.modules if m.startswith('jobtracker.domain.pay_')])"
    )

    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout

    assert printed.strip() == "[]"
