"""The pay timeline of an application: who named which figure, when and how."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from jobtracker.domain import money
from jobtracker.domain.dates import short_date
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.pay import Pay, yearly
from jobtracker.domain.text import quoted


class FactKind(StrEnum):
    """What a figure was: what I want, what the posting says, what I told them, what they said,
    wrote, and what was signed.
    """

    DESIRED = "desired"
    ADVERTISED = "advertised"
    STATED = "stated"
    VERBAL = "verbal"
    WRITTEN = "written"
    SIGNED = "signed"


MINE = frozenset({FactKind.DESIRED, FactKind.STATED})
"""The figures that the person names, and may not name differently without knowing it."""

KIND_WORDS = {
    FactKind.DESIRED: "You want",
    FactKind.ADVERTISED: "Advertised",
    FactKind.STATED: "You said",
    FactKind.VERBAL: "They said",
    FactKind.WRITTEN: "They wrote",
    FactKind.SIGNED: "Signed",
}


NO_PAY = Pay()


class PayFact(NamedTuple):
    """A figure that somebody named on a day: `who` said it, `how` (phone, mail), and a note."""

    id: int
    application_id: int
    kind: FactKind
    on: date
    pay: Pay
    who: str = ""
    how: str = ""
    note: str = ""


def kind_from(text: str) -> FactKind:
    """The kind a person named, in any case; InvalidInputError with the known ones."""
    key = text.strip().lower()
    if key in FactKind.__members__.values():
        return FactKind(key)
    known = ", ".join(FactKind)
    raise InvalidInputError(
        f"There is no pay fact {quoted(text)}; nothing was recorded. Use one of: {known}.",
        field="kind",
    )


def in_order(facts: Sequence[PayFact]) -> list[PayFact]:
    """By day, those of one day as they were recorded."""
    return sorted(facts, key=lambda fact: (fact.on, fact.id))


def last_named(facts: Sequence[PayFact], by: date | None = None) -> PayFact | None:
    """The last figure that the person named, as of a day."""
    mine = [fact for fact in in_order(facts) if fact.kind in MINE and _is_figure(fact.pay)]
    return next((fact for fact in reversed(mine) if by is None or fact.on <= by), None)


def warning(facts: Sequence[PayFact], new: PayFact, asked: Pay = NO_PAY) -> str:
    """What to know before naming this figure: that it is not the one named last; else "".

    Only what the person names is warned about. An hour's and a year's figure are the same where
    one comes to the other at 40 hours and 52 weeks, to the nearest unit of what was typed.
    `asked` is what the application says one asks for; it counts where nothing was named yet.
    """
    if new.kind not in MINE or not _is_figure(new.pay):
        return ""
    others = [fact for fact in facts if not new.id or fact.id != new.id]
    last = last_named(others, new.on)
    if last is None:
        return _unlike_asked(new, asked) if last_named(others) is None else ""
    if _same(last.pay, new.pay):
        return ""
    named = "wanted" if last.kind is FactKind.DESIRED else "named"
    return (
        f"You {named} {money.long_range(last.pay)} on {short_date(last.on)}{_bracketed(last)}; "
        f"this is {money.long_range(new.pay)} on {short_date(new.on)}{_lower_or_higher(last, new)}."
    )


def unlike_named(facts: Sequence[PayFact], asked: Pay) -> str:
    """What to know while speaking of pay: that what the application says one asks for is not the
    figure named last; else "".
    """
    last = last_named(facts)
    if last is None or not _is_figure(asked) or _same(last.pay, asked):
        return ""
    return (
        f"You named {money.long_range(last.pay)} on {short_date(last.on)}{_bracketed(last)}; "
        f"your ask here is {money.long_range(asked)}."
    )


def _unlike_asked(new: PayFact, asked: Pay) -> str:
    if not _is_figure(asked) or _same(asked, new.pay):
        return ""
    said, named = money.long_range(asked), money.long_range(new.pay)
    return f"The application says that you ask for {said}; this is {named}."


def fact_words(fact: PayFact) -> str:
    """As in "22 Nov 2026: You said $145,000 a year (to Maria, by phone)"."""
    around = ", ".join(filter(None, (fact.who, f"by {fact.how}" if fact.how else "", fact.note)))
    figure = money.long_range(fact.pay) if _is_figure(fact.pay) else quoted(fact.pay.text)
    said = f"{short_date(fact.on)}: {KIND_WORDS[fact.kind]} {figure}"
    return f"{said} ({around})" if around else said


def _bracketed(fact: PayFact) -> str:
    """To whom and how it was named: " (Dana, phone)"."""
    around = ", ".join(filter(None, (fact.who, fact.how)))
    return f" ({around})" if around else ""


def _is_figure(pay: Pay) -> bool:
    return pay.low is not None or pay.high is not None


def _same(one: Pay, other: Pay) -> bool:
    """Whether two pays say the same; what only one of them left unsaid does not part them."""
    if None not in (one.currency, other.currency) and one.currency != other.currency:
        return False
    if one.period is other.period or None in (one.period, other.period):
        return (one.low, one.high) == (other.low, other.high)
    return all(_near(one, other, end) for end in ("low", "high"))


def _near(one: Pay, other: Pay, end: str) -> bool:
    """Whether an end is the same in a year, within the rounding of its shorter period."""
    first, second = getattr(one, end), getattr(other, end)
    if first is None or second is None:
        return first is second
    assert one.period is not None
    assert other.period is not None
    within = max(yearly(1, one.period), yearly(1, other.period)) / 2
    return abs(yearly(first, one.period) - yearly(second, other.period)) <= within


def _lower_or_higher(last: PayFact, new: PayFact) -> str:
    if last.pay.currency != new.pay.currency:
        return "" if None in (last.pay.currency, new.pay.currency) else ", in another currency"
    if None in (last.pay.period, new.pay.period):
        return ""
    assert last.pay.period is not None
    assert new.pay.period is not None
    before = yearly(_end(last.pay), last.pay.period)
    after = yearly(_end(new.pay), new.pay.period)
    if before == after:
        return ""
    return ", which is " + ("lower" if after < before else "higher")


def _end(pay: Pay) -> int:
    """The figure one is held to: the low end, else the high one."""
    end = pay.high if pay.low is None else pay.low
    assert end is not None
    return end
