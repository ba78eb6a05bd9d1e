"""Money in words for lists and details: "$140K – $165K", "$145,000 – $170,000 a year"."""

from collections.abc import Callable

from jobtracker.domain.currencies import MINOR_DIGITS, USUAL_MINOR_DIGITS
from jobtracker.domain.pay import Pay, Period

NOT_LISTED, UNKNOWN = "Not listed", "–"
_Form = Callable[[int, str | None, bool], str]
_SYMBOLS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "INR": "₹",
    "JPY": "¥",
    "CAD": "CA$",
    "AUD": "A$",
    "NZD": "NZ$",
    "SGD": "S$",
    "HKD": "HK$",
    "MXN": "MX$",
    "BRL": "R$",
    "KRW": "₩",
    "ILS": "₪",
}
_A_PERIOD = {
    Period.HOUR: " an hour",
    Period.DAY: " a day",
    Period.WEEK: " a week",
    Period.MONTH: " a month",
    Period.YEAR: " a year",
}
_THOUSANDS_FROM, _MILLION = 10_000, 1_000_000
"""From these on, amounts are shown in thousands and millions where room is short."""


def amount(minor: int, currency: str | None, *, cents: bool | None = None) -> str:
    """One amount, "$65.50" or "CHF 120,000"; `cents` None shows them where there are any."""
    digits = _digits(currency)
    whole, rest = divmod(abs(minor), 10**digits)
    shown = f"{whole:,}"
    if digits and (rest if cents is None else cents):
        shown += f".{rest:0{digits}}"
    return ("-" if minor < 0 else "") + _sign(currency) + shown


def known_amount(minor: int | None, currency: str | None) -> str:
    """The same, and a dash for an amount that is not known."""
    return UNKNOWN if minor is None else amount(minor, currency)


def short_range(pay: Pay) -> str:
    """For lists: "$140K – $165K", "From $90K", "$65 – $80 an hour", "Not listed"."""
    by_the_year = pay.period in (Period.YEAR, None)
    return _worded(pay, _short) + ("" if by_the_year else _period(pay))


def long_range(pay: Pay) -> str:
    """For details: "$145,000 – $170,000 a year", "$65.00 an hour", "Not listed"."""
    return _worded(pay, _long) + _period(pay)


def _period(pay: Pay) -> str:
    if pay.period is None or (pay.low is None and pay.high is None):
        return ""
    return _A_PERIOD[pay.period]


def _worded(pay: Pay, form: _Form) -> str:
    cents = _has_cents(pay)

    def shown(minor: int) -> str:
        return form(minor, pay.currency, cents)

    if pay.low is None:
        return NOT_LISTED if pay.high is None else f"Up to {shown(pay.high)}"
    if pay.high is None:
        return f"From {shown(pay.low)}"
    if pay.low == pay.high:
        return shown(pay.low)
    return f"{shown(pay.low)} – {shown(pay.high)}"


def _has_cents(pay: Pay) -> bool:
    """Cents for both ends where one has them, and always for an hour's pay."""
    one = 10 ** _digits(pay.currency)
    return pay.period is Period.HOUR or any((end or 0) % one for end in (pay.low, pay.high))


def _long(minor: int, currency: str | None, cents: bool) -> str:
    return amount(minor, currency, cents=cents)


def _short(minor: int, currency: str | None, cents: bool) -> str:
    one = 10 ** _digits(currency)
    if minor < _THOUSANDS_FROM * one:
        return amount(minor, currency, cents=cents)
    if minor < _MILLION * one:
        return _sign(currency) + _rounded(minor, 1_000 * one, 1) + "K"
    return _sign(currency) + _rounded(minor, _MILLION * one, 2) + "M"


def _rounded(minor: int, unit: int, places: int) -> str:
    """`minor` in `unit`s to at most so many decimal places, half rounded up."""
    tens = 10**places
    whole, rest = divmod((2 * minor * tens + unit) // (2 * unit), tens)
    decimals = f"{rest:0{places}}".rstrip("0")
    return f"{whole:,}" + (f".{decimals}" if decimals else "")


def _digits(currency: str | None) -> int:
    return MINOR_DIGITS.get(currency or "", USUAL_MINOR_DIGITS)


def _sign(currency: str | None) -> str:
    """The symbol where it says the currency plainly, else the code and a no-break space."""
    if currency is None:
        return ""
    return _SYMBOLS.get(currency, f"{currency}\u00a0")
