"""Pay as a person types it into a field."""

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.pay import Pay, checked_pay, figure_of
from jobtracker.domain.pay_text import BACKWARDS, BELOW_ZERO, read_pay
from jobtracker.domain.text import checked_text, quoted

_FIGURES = frozenset("123456789")
_HOW_TO_NAME_IT = (
    "Type an amount like “$128,000” or “65/h”, or words like “competitive” where no figure was "
    "named."
)
_MEND = {
    BACKWARDS: "Type the lower amount first.",
    BELOW_ZERO: "Type the amount without a minus.",
}


def understood_pay(text: str, field: str = "pay") -> Pay:
    """What a typed pay means; without figures where it holds none ("competitive").

    Raises InvalidInputError, which names the field, for a negative or reversed range.
    """
    reading = read_pay(checked_text(text, field))
    if reading.mistyped:
        raise InvalidInputError(
            f"The pay {quoted(text)} cannot be meant: {reading.reason}. Nothing was saved. "
            f"{_MEND[reading.reason]}",
            field=field,
        )
    if not reading.is_pay:
        return Pay(text=text)
    read = reading.pay
    checked_pay(read.low, read.high, read.currency, read.period)
    return read


def understood_base(text: str, field: str) -> Pay:
    """What the base pay of an offer means; words alone ("competitive") are kept without a figure.

    Raises InvalidInputError, also for nothing, and for digits that are no amount ("1e9"): a
    figure was meant there, and an offer is not kept without it unseen.
    """
    if not text.strip():
        raise InvalidInputError(
            f"An offer needs its base pay; nothing was saved. {_HOW_TO_NAME_IT}", field=field
        )
    pay = understood_pay(text, field)
    if figure_of(pay) is None and not _FIGURES.isdisjoint(text):
        raise InvalidInputError(
            f"{quoted(text)} is no amount; nothing was saved. {_HOW_TO_NAME_IT}", field=field
        )
    return pay._replace(text=text)
