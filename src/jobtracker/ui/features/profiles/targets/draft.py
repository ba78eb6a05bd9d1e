"""A target role as texts to edit, and back."""

from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.money import long_range
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.pay_text import read_pay
from jobtracker.domain.target_roles import TargetRole, checked_target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SUMS = ("floor", "target", "stretch")


class Draft(NamedTuple):
    """What the sheet's fields hold. Places are parted by semicolons or lines."""

    title: str = ""
    level: str = ""
    places: str = ""
    work_mode: str = ""
    floor: str = ""
    target: str = ""
    stretch: str = ""
    priority: int = 0
    search_words: str = ""
    profile_id: int | None = None
    notes: str = ""


class Result(NamedTuple):
    """The role as typed, or what is wrong by the name of its field."""

    role: TargetRole | None
    errors: "Mapping[str, str]"


def draft_of(role: TargetRole) -> Draft:
    return Draft(
        title=role.title,
        level=role.level,
        places="; ".join(role.places),
        work_mode=role.work_mode,
        floor=_pay_text(role, role.floor),
        target=_pay_text(role, role.target),
        stretch=_pay_text(role, role.stretch),
        priority=role.priority,
        search_words=role.search_words,
        profile_id=role.profile_id,
        notes=role.notes,
    )


def applied(role: TargetRole, draft: Draft) -> Result:
    """The role with what was typed; all that is wrong with it at once."""
    errors: dict[str, str] = {}
    sums = _sums(draft, errors)
    if not draft.title.strip():
        errors["title"] = "The title is empty. Type the role you look for."
    if errors:
        return Result(None, errors)
    currency, period = _common(list(sums.values()))
    floor, target, stretch = (sums[name].low if name in sums else None for name in SUMS)
    made = role._replace(
        title=draft.title,
        level=draft.level,
        places=tuple(part.strip() for part in draft.places.replace("\n", ";").split(";")),
        work_mode=draft.work_mode,
        floor=floor,
        target=target,
        stretch=stretch,
        currency=currency,
        period=period,
        priority=draft.priority,
        search_words=draft.search_words,
        profile_id=draft.profile_id,
        notes=draft.notes,
    )
    try:
        return Result(checked_target(made), {})
    except InvalidInputError as error:
        return Result(None, {error.field or "title": str(error)})


def _sums(draft: Draft, errors: dict[str, str]) -> dict[str, Pay]:
    """The figures that were typed, by their names; what is wrong goes to `errors`."""
    read: dict[str, Pay] = {}
    for name in SUMS:
        text = getattr(draft, name)
        if text.strip():
            try:
                read[name] = _read(text)
            except InvalidInputError as error:
                errors[name] = str(error)
    currency, period = _common(list(read.values()))
    for name, pay in read.items():
        if pay.currency not in (None, currency) or pay.period not in (None, period):
            errors[name] = "This is in another currency or period. Type all three in one."
    return read


def understood(text: str) -> str:
    """What a typed figure is taken for; empty where it is none."""
    reading = read_pay(text)
    if not reading.is_pay:
        return ""
    taken = {"currency": "US dollars assumed", "period": "a year assumed"}
    assumed = [taken[name] for name in reading.pay.assumed if name in taken]
    return ", ".join([long_range(reading.pay), *assumed])


def _pay_text(role: TargetRole, amount: int | None) -> str:
    if amount is None:
        return ""
    return long_range(Pay(amount, amount, role.currency, role.period))


def _read(text: str) -> Pay:
    reading = read_pay(text)
    if not reading.is_pay:
        why = reading.reason or "it is no amount"
        raise InvalidInputError(f"This cannot be read: {why}. Type it as in $150K a year.")
    if reading.pay.low is None or reading.pay.low != reading.pay.high:
        raise InvalidInputError("This is a range. Type one figure, as in $150K a year.")
    return reading.pay


def _common(known: "Sequence[Pay]") -> tuple[str | None, Period | None]:
    """The currency and period that are said, before those that were only assumed."""
    said = [pay for pay in known if not pay.assumed] or known
    currency = next((pay.currency for pay in said if pay.currency), None)
    period = next((pay.period for pay in said if pay.period), None)
    return currency, period or (Period.YEAR if known else None)
