"""Pay that a structure states in figures, as the words a person would type for it."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from jobtracker.domain.currencies import MINOR_DIGITS, SYMBOLS, USUAL_MINOR_DIGITS
from jobtracker.domain.pay import LARGEST_MINOR, Period, to_major, to_minor
from jobtracker.domain.pay_text import read_pay
from jobtracker.exchange.postings.values import line

_PLAIN_NUMBER = re.compile(r"\d{1,13}(?:\.\d{1,2})?")
_PERIODS = (
    (Period.HOUR, re.compile(r"hour|\bhr\b|stunde|heure", re.IGNORECASE)),
    (Period.DAY, re.compile(r"\bday|daily|\btag\b|jour", re.IGNORECASE)),
    (Period.WEEK, re.compile(r"week|woche|semaine", re.IGNORECASE)),
    (Period.MONTH, re.compile(r"month|monat|mois|mensuel", re.IGNORECASE)),
    (
        Period.YEAR,
        re.compile(r"year|annual|annum|\byr\b|\bann\b|jahr|jährlich|\ban\b", re.IGNORECASE),
    ),
)
# what is paid every two weeks or four times a year has no period of ours
_OTHER_PERIOD = re.compile(
    r"bi-?\s?week|bi-?\s?month|semi|fortnight|quarter|one.?time|\btime\b|\b(?:[02-9]|1\d)\s*\w",
    re.IGNORECASE,
)


def period_of(words: str) -> Period | None:
    """The period that "YEAR", "per-hour-wage", "1 MONTH" or "annually" names."""
    words = words.replace("_", " ").replace("-", " ")
    if _OTHER_PERIOD.search(words):
        return None
    return next((period for period, pattern in _PERIODS if pattern.search(words)), None)


def stated_pay(low: Any, high: Any, currency: Any = "", period: Any = "") -> str:
    """The words of a pay, "EUR 60,000 – 75,000 a year", which mean exactly these amounts.

    An amount is in major units, a number or its text; 0 and None say nothing. Empty where an
    amount, the currency or the period cannot be understood: pay is never half right.
    """
    least, most = _amount(low), _amount(high)
    code, unit = _code(line(currency)), period_of(line(period))
    if code is None or (line(period) and unit is None):
        return ""
    words = _worded(least, most, code) + _a(unit)
    pay = read_pay(words).pay
    wanted = (None if end is None else to_minor(end, pay.currency) for end in (least, most))
    is_exact = (pay.low, pay.high) == tuple(wanted) != (None, None)
    is_named = code in ("", "$") or pay.currency == code
    return words if is_exact and is_named and unit in (None, pay.period) else ""


def pay_of_text(text: Any, currency: Any = "", period: Any = "") -> str:
    """Pay that a structure has as text: a number, or words such as "$60k - $70k a year"."""
    words = line(text)
    if _PLAIN_NUMBER.fullmatch(words.replace(" ", "")):
        return stated_pay(words, words, currency, period)
    reading = read_pay(words)
    if not reading.is_pay:
        return ""
    code, unit = _code(line(currency)), period_of(line(period))
    if code and reading.pay.currency is None:
        words = f"{code} {words}"
    if unit and (reading.pay.period is None or "period" in reading.pay.assumed):
        words += _a(unit)
    return words


def _a(period: Period | None) -> str:
    if period is None:
        return ""
    return f" an {period}" if period is Period.HOUR else f" a {period}"


def _amount(value: Any) -> Decimal | None:
    text = line(value).replace(" ", "")
    if isinstance(value, str) and not _PLAIN_NUMBER.fullmatch(text):
        pay = read_pay(text).pay
        return to_major(pay.low, pay.currency) if pay.low and pay.low == pay.high else None
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 < amount < LARGEST_MINOR else None


def _code(currency: str) -> str | None:
    """A currency as its code or "$"; "" where none is said, None where it is not known."""
    if not currency:
        return ""
    if currency.upper() in MINOR_DIGITS:
        return currency.upper()
    sign = SYMBOLS.get(currency)
    if sign is None or sign.code is None:
        return None
    return currency if sign.assumed else sign.code


def _worded(low: Decimal | None, high: Decimal | None, code: str) -> str:
    sign = code if code == "$" else f"{code} ".lstrip()
    if low is None:
        return f"Up to {sign}{_figure(high, code)}" if high else ""
    if high is None:
        return f"From {sign}{_figure(low, code)}"
    figure = _figure(low, code)
    return sign + (figure if low == high else f"{figure} – {_figure(high, code)}")


def _figure(amount: Decimal, code: str) -> str:
    if amount == amount.to_integral_value():
        return f"{int(amount):,}"
    digits = MINOR_DIGITS.get(code, USUAL_MINOR_DIGITS)
    # "10.010" would be read as ten thousand and ten: the third digit stands only where it counts
    is_short = amount == round(amount, USUAL_MINOR_DIGITS)
    return f"{amount:,.{min(digits, USUAL_MINOR_DIGITS) if is_short else digits}f}"
