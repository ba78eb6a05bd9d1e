"""How typed texts are understood while one types: pay and dates, said back in words."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from jobtracker.domain import money
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.pay import Pay, figure_of
from jobtracker.domain.text import quoted
from jobtracker.ui.widgets.days import full_day
from jobtracker.ui.widgets.hints import Hint, Readers
from jobtracker.ui.widgets.typed_dates import typed_date, typed_when

if TYPE_CHECKING:
    from jobtracker.system.clock import Clock

FIELDS = {"link": "url", "next action": "next_action", "date of applying": "applied_on"}
"""Where a service names a field by its words, the window's name of it."""
NO_AMOUNT = "No figure in this. It is kept as words."
NEEDS_AMOUNT = "No figure in this. Type one, as in 150K or 72/h."
MOST_NAMED = 12
DASH = "\N{EN DASH}"


def readers(clock: "Clock") -> Readers:
    """The readers of the page; `clock` says what "today" and "fri" mean."""

    def day(text: str, past: bool) -> date | None:
        return typed_date(text, clock.today(), past=past)

    def of(past: bool) -> Callable[[str], Hint]:
        return lambda text: day_hint(text, clock.today(), past=past)

    def when(text: str) -> tuple[str, str]:
        return typed_when(text, clock.today())

    return Readers(pay_hint, of(past=False), of(past=True), day, when)


def pay_hint(text: str, *, keeps_words: bool = True) -> Hint:
    """What a pay means as the service will read it, with what is assumed. Without a figure it is
    kept as words, or wrong where the field keeps none.
    """
    from jobtracker.domain.typed_pay import understood_pay

    if not text.strip():
        return Hint("")
    try:
        pay = understood_pay(text)
    except InvalidInputError as error:
        return Hint("", str(error))
    if not keeps_words and figure_of(pay) is None:
        return Hint("", NEEDS_AMOUNT)
    return Hint(understood(pay))


def offer_hint(text: str) -> Hint:
    """The same for what an offer names, which counts in the posting's currency if in no other."""
    hint, pay = pay_hint(text), pay_of(text)
    unsaid = pay is not None and pay.currency is None
    return hint._replace(words=f"{hint.words}, in the posting's currency") if unsaid else hint


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
    if past and day is not None and day > today:
        return Hint("", f"{full_day(day)} is still to come. Type a day up to today.")
    return Hint(f"{day:%A}, {full_day(day)}" if day else "")


def when_hint(text: str, readers: Readers) -> Hint:
    """An appointment as it was understood: "Tuesday, 24 Nov 2026, 14:00"."""
    if not text.strip():
        return Hint("")
    try:
        return Hint(when_words(*readers.when(text), weekday="%A, "))
    except InvalidInputError as error:
        return Hint("", str(error))


def when_words(starts: str, ends: str, *, weekday: str = "") -> str:
    """An appointment in words; one on a single day names the day once."""
    begin = datetime.fromisoformat(starts)
    said = f"{begin.strftime(weekday)}{full_day(begin.date())}"
    if "T" in starts:
        said += f", {begin:%H:%M}"
    if not ends:
        return said
    end = datetime.fromisoformat(ends)
    if end.date() != begin.date():
        said += (
            f" {DASH} {full_day(end.date())}," if "T" in ends else f" {DASH} {full_day(end.date())}"
        )
        return f"{said} {end:%H:%M}" if "T" in ends else said
    return f"{said} {DASH} {end:%H:%M}"


def number_hint(text: str, label: str) -> Hint:
    if not text.strip() or text.strip().isdecimal():
        return Hint("")
    return Hint("", f"{label} is a number, as in 2.")


def choice_hint(text: str, choices: Iterable[str]) -> Hint:
    """Nothing to say of one of the choices, in any case; else what they are."""
    known = list(choices)
    if not text.strip() or text.strip().lower() in (one.lower() for one in known):
        return Hint("")
    if len(known) > MOST_NAMED:
        return Hint("", f"{quoted(text)} is not on the list. Choose one of it.")
    return Hint("", f"{quoted(text)} is none of: {', '.join(known)}.")
