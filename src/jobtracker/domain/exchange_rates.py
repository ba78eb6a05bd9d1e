"""Rates of exchange that a person typed, each with its day; nothing converts without one."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from jobtracker.domain.currencies import MINOR_DIGITS
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.pay import HOURS_A_WEEK, WEEKS_A_YEAR, Pay, Period, restated, rounded
from jobtracker.domain.text import quoted

_TYPED = re.compile(
    r"\s*(?P<count>[\d.,]+)?\s*(?P<base>[A-Za-z]{3})\s*=\s*(?P<rate>[\d.,]+)\s*(?P<quote>[A-Za-z]{3})"
    r"(?:\s+on\s+(?P<on>\S+))?(?:\s*[,;(]\s*(?P<source>.*?)\)?)?\s*"
)
_PLAIN_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_MOST_DIGITS = 30


class Rate(NamedTuple):
    """One unit of `base` is `rate` units of `quote` (ISO 4217 codes, major units) on a day."""

    base: str
    quote: str
    rate: Decimal
    on: date
    source: str = ""

    @property
    def words(self) -> str:
        """As in "1 EUR = 1.08 USD on 2026-11-01"."""
        said = f"1 {self.base} = {self.rate.normalize():f} {self.quote} on {self.on}"
        return f"{said}, {self.source}" if self.source else said


def checked_rate(rate: Rate) -> Rate:
    """The same rate with its codes in capitals, or InvalidInputError where it cannot be one."""
    base, quote = rate.base.strip().upper(), rate.quote.strip().upper()
    for code in (base, quote):
        if code not in MINOR_DIGITS:
            raise InvalidInputError(
                f"{quoted(code)} is no currency code; nothing was changed. "
                "Use three letters as in USD.",
                field="rate",
            )
    if base == quote:
        raise InvalidInputError(
            f"A rate is between two currencies, not {base} and itself; nothing was changed. "
            "Name two.",
            field="rate",
        )
    if (
        not rate.rate.is_finite()
        or rate.rate <= 0
        or len(rate.rate.as_tuple().digits) > (_MOST_DIGITS)
    ):
        raise InvalidInputError(
            f"No money changes at {quoted(str(rate.rate))}; nothing was changed. "
            "Type a rate above zero, like 1.08.",
            field="rate",
        )
    return rate._replace(base=base, quote=quote)


def rate_from(text: str, today: date) -> Rate:
    """A rate as typed: "1 EUR = 1.08 USD on 2026-11-01"; without a day it is of today.

    Raises InvalidInputError, also for a day still to come.
    """
    found = _TYPED.fullmatch(text)
    count, rate = (_number(found[name] or "1") if found else None for name in ("count", "rate"))
    if found is None or not count or rate is None:
        raise InvalidInputError(
            f"{quoted(text)} is no rate; nothing was changed. "
            "Type it as in “1 EUR = 1.08 USD on 2026-11-01”.",
            field="rate",
        )
    on = _day(found["on"], text) if found["on"] else today
    if on > today:
        raise InvalidInputError(
            f"A rate of {on} is still to come; nothing was changed. "
            f"Name a day up to today, {today}.",
            field="rate",
        )
    return checked_rate(
        Rate(found["base"], found["quote"], rate / count, on, found["source"] or "")
    )


def _number(text: str) -> Decimal | None:
    return Decimal(text.replace(",", "")) if _PLAIN_NUMBER.fullmatch(text) else None


def _day(text: str, typed: str) -> date:
    try:
        return date.fromisoformat(text.rstrip(",;"))
    except ValueError:
        raise InvalidInputError(
            f"{quoted(typed)} names no day; nothing was changed. "
            "Write it as year-month-day, like 2026-11-01.",
            field="rate",
        ) from None


def joins(rate: Rate, one: str | None, other: str | None) -> bool:
    """Whether a rate is between these two currencies, either way."""
    return {rate.base, rate.quote} == {one, other}


def exchanged(minor: int | Fraction, rate: Rate, to: str) -> Fraction:
    """Minor units of the rate's other currency in those of `to`, exactly.

    The inverse of a rate is exact, never a rounded rate of its own.
    """
    factor = Fraction(rate.rate) if to == rate.quote else 1 / Fraction(rate.rate)
    of = rate.base if to == rate.quote else rate.quote
    return Fraction(minor) * factor * Fraction(10) ** (MINOR_DIGITS[to] - MINOR_DIGITS[of])


def converted(
    pay: Pay,
    rate: Rate,
    period: Period | None = None,
    hours_a_week: int | Fraction = HOURS_A_WEEK,
    weeks_a_year: int | Fraction = WEEKS_A_YEAR,
) -> Pay:
    """The same pay in the rate's other currency, for another period too where one is given; each
    end is rounded once, to its minor unit.

    Raises InvalidInputError where the pay is in neither of the two.
    """
    if pay.currency not in (rate.base, rate.quote):
        known = pay.currency or "no known currency"
        raise InvalidInputError(
            f"The pay is in {known}, and the rate is between {rate.base} and {rate.quote}; "
            "nothing was changed. Type a rate of the pay's own currency.",
            field="rate",
        )
    to, of = rate.quote if pay.currency == rate.base else rate.base, pay.period
    for_each = of if of is None or period is None else period

    def exact(end: int) -> Fraction:
        if of is None or for_each is None:
            return exchanged(end, rate, to)
        return exchanged(restated(end, of, for_each, hours_a_week, weeks_a_year), rate, to)

    low, high = (None if end is None else rounded(exact(end)) for end in (pay.low, pay.high))
    return pay._replace(low=low, high=high, currency=to, period=for_each)
