"""Pay as a person types it into a field."""

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.pay import Pay, checked_pay
from jobtracker.domain.pay_text import read_pay
from jobtracker.domain.text import checked_text, quoted


def understood_pay(text: str, field: str = "pay") -> Pay:
    """What a typed pay means; without figures where it holds none ("competitive").

    Raises InvalidInputError, which names the field, for a negative or reversed range.
    """
    reading = read_pay(checked_text(text, field))
    if reading.mistyped:
        raise InvalidInputError(
            f"The pay {quoted(text)} cannot be meant: {reading.reason}. Nothing was saved. "
            "Type the lower amount first, without a minus.",
            field=field,
        )
    if not reading.is_pay:
        return Pay(text=text)
    read = reading.pay
    checked_pay(read.low, read.high, read.currency, read.period)
    return read
