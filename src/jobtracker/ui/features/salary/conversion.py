"""What the converter understands of an amount, and what it comes to in each period."""

import re
from fractions import Fraction
from typing import NamedTuple

from jobtracker.domain.money import long_range
from jobtracker.domain.pay import Pay, Period, convert
from jobtracker.domain.pay_text import read_pay

MOST_HOURS = 168
MOST_WEEKS = 53
EACH = {
    Period.HOUR: "an hour",
    Period.DAY: "a day",
    Period.WEEK: "a week",
    Period.MONTH: "a month",
    Period.YEAR: "a year",
}
UNPAID = 4
_NUMBER = re.compile(r"[0-9]{1,3}([.,][0-9]{1,2})?")
NOTHING = "Type an amount, as in 65/h or 135,200."


class Understood(NamedTuple):
    """The pay that was typed, the period it names, what was assumed, or what is wrong."""

    pay: Pay | None = None
    said: Period | None = None
    assumed: str = ""
    error: str = ""


class Number(NamedTuple):
    """A number that was typed, exactly, or what is wrong with it."""

    value: Fraction = Fraction()
    error: str = ""


def understand(text: str, period: Period) -> Understood:
    """Read an amount; a text that names no period of its own is for `period`."""
    if not text.strip():
        return Understood()
    alone = read_pay(text)
    said = alone.pay.period if "period" not in alone.pay.assumed else None
    reading = alone if said is not None else read_pay(f"{text} {EACH[period]}")
    if not reading.is_pay:
        why = alone.reason or "it is no amount"
        return Understood(error=f"This cannot be read as pay: {why}. {NOTHING}")
    assumed = "US dollars assumed" if "currency" in reading.pay.assumed else ""
    if reading.pay.currency is None:
        assumed = "currency not stated"
    return Understood(reading.pay, said, assumed)


def number(text: str, most: int) -> Number:
    """A number from 1 to `most`, with at most two decimals behind a dot or a comma."""
    typed = text.strip()
    if _NUMBER.fullmatch(typed):
        value = Fraction(typed.replace(",", "."))
        if 1 <= value <= most:
            return Number(value)
    return Number(error=f"Type a number from 1 to {most}, as in 37.5.")


def restated(pay: Pay, hours: Fraction, weeks: Fraction) -> dict[Period, str]:
    """The amounts for every period, without its words: "$135,200"."""
    return {
        period: long_range(convert(pay, period, hours, weeks)._replace(period=None))
        for period in Period
    }


def with_unpaid_weeks(pay: Pay, hours: Fraction, weeks: Fraction) -> str:
    """What a year comes to with some weeks unpaid, where pay depends on them."""
    if pay.period in {Period.MONTH, Period.YEAR} or weeks <= UNPAID:
        return ""
    year = convert(pay, Period.YEAR, hours, weeks - UNPAID)
    return f"With {UNPAID} unpaid weeks: {long_range(year)}"
