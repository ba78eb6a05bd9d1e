"""How typed texts are understood while one types: pay and dates, said back in words."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from jobtracker.domain import money
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.pay import Pay
from jobtracker.ui.features.applications.contract import Hint, Readers
from jobtracker.ui.features.applications.typed_dates import typed_date
from jobtracker.ui.features.applications.words import full_day

if TYPE_CHECKING:
    from jobtracker.system.clock import Clock

NO_AMOUNT = "No amount found. It is kept as typed."


def readers(clock: "Clock") -> Readers:
    """The readers of the page; `clock` says what "today" and "fri" mean."""

    def day(text: str, past: bool) -> date | None:
        return typed_date(text, clock.today(), past=past)

    def of(past: bool) -> Callable[[str], Hint]:
        return lambda text: day_hint(text, clock.today(), past=past)

    return Readers(pay_hint, of(past=False), of(past=True), day)


def pay_hint(text: str) -> Hint:
    """What a pay means as the service will read it, with what is assumed."""
    from jobtracker.domain.typed_pay import understood_pay

    if not text.strip():
        return Hint("")
    try:
        return Hint(understood(understood_pay(text)))
    except InvalidInputError as error:
        return Hint("", str(error))


def pay_of(text: str) -> Pay | None:
    """The pay a text means, or None where it holds no amount."""
    from jobtracker.domain.typed_pay import understood_pay

    try:
        read = understood_pay(text)
    except InvalidInputError:
        return None
    return None if read.low is None and read.high is None else read


def understood(pay: Pay) -> str:
    """The pay as it was understood, and which parts of it nobody said."""
    if pay.low is None and pay.high is None:
        return NO_AMOUNT
    said = f"Understood as {money.long_range(pay)}"
    if pay.assumed:
        return f"{said}; {' and '.join(pay.assumed)} assumed"
    return said


def day_hint(text: str, today: date, *, past: bool) -> Hint:
    try:
        day = typed_date(text, today, past=past)
    except InvalidInputError as error:
        return Hint("", str(error))
    return Hint(f"{day:%A}, {full_day(day)}" if day else "")
