"""Target roles: what one looks for, where, and for how much."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple, TypeVar

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.facts import WorkMode, fact_from
from jobtracker.domain.pay import Pay, Period, checked_pay, in_currency
from jobtracker.domain.text import checked_text, one_line, quoted, required_text
from jobtracker.domain.typed_pay import understood_pay

T = TypeVar("T")

MOST_PRIORITY = 1_000_000
FLOOR, TARGET, STRETCH = "floor", "target", "stretch"


class TargetRole(NamedTuple):
    """A role that one looks for; the lowest `priority` comes first.

    `floor`, `target` and `stretch` are integer minor units of one `currency` for one `period`:
    below the floor one walks away, the target is what one asks for, the stretch what one opens
    with. `search_words` are words for job boards, as typed. `work_mode` is a value of
    `domain.facts.WorkMode` or "".
    """

    id: int = 0
    uid: str = ""
    title: str = ""
    level: str = ""
    places: tuple[str, ...] = ()
    work_mode: str = ""
    floor: int | None = None
    target: int | None = None
    stretch: int | None = None
    currency: str | None = None
    period: Period | None = None
    priority: int = 0
    search_words: str = ""
    notes: str = ""
    profile_id: int | None = None
    archived: bool = False


def checked_target(role: TargetRole) -> TargetRole:
    """The target role without outer blanks, empty and repeated places.

    Raises InvalidInputError for a title that is missing, text or a priority that cannot be, and pay
    whose floor, target and stretch do not rise.
    """
    if abs(role.priority) > MOST_PRIORITY:
        raise InvalidInputError(
            f"The priority {role.priority} is too large; nothing was saved. "
            f"Type a number up to {MOST_PRIORITY:,}.",
            field="priority",
        )
    places = (one_line(place, "place").strip() for place in role.places)
    mode = fact_from(WorkMode, role.work_mode, "work mode")
    _check_pay(role)
    return role._replace(
        title=required_text(role.title, "title"),
        level=one_line(role.level, "level").strip().lower(),
        places=tuple(dict.fromkeys(place for place in places if place)),
        work_mode=mode.value if mode else "",
        search_words=checked_text(role.search_words, "search words"),
        notes=checked_text(role.notes, "notes"),
    )


def _check_pay(role: TargetRole) -> None:
    named = [
        (name, amount)
        for name, amount in ((FLOOR, role.floor), (TARGET, role.target), (STRETCH, role.stretch))
        if amount is not None
    ]
    for _, amount in named:
        checked_pay(amount, amount, role.currency, role.period)
    for (lower, low), (higher, high) in pairwise(named):
        if low > high:
            raise InvalidInputError(
                f"The {lower} is above the {higher}; nothing was saved. "
                "The floor is the lowest of the three, the stretch the highest.",
                field=higher,
            )


def asked_pay(role: TargetRole) -> Pay:
    """From the floor (else the target) to the stretch (else the target), as one pay."""
    low = role.target if role.floor is None else role.floor
    high = role.target if role.stretch is None else role.stretch
    return Pay(low, high, role.currency, role.period)


def with_pay(role: TargetRole, typed: Mapping[str, str]) -> TargetRole:
    """The role with "floor", "target" or "stretch" as typed ("$120,000 a year", "130k"); "" takes
    one away, and one that is not among them stays.

    What a figure leaves unsaid is that of the others. Raises InvalidInputError for what is no
    single amount, and for figures of different currencies or periods.
    """
    read = {name: _one_figure(text, name) for name, text in typed.items() if text.strip()}
    stays = {FLOOR, TARGET, STRETCH} - typed.keys()
    held = any(getattr(role, name) is not None for name in stays)
    known = [Pay(None, None, role.currency, role.period)] if held else []
    currency = _agreed("currency", [pay.currency for pay in (*known, *read.values())])
    period = _agreed("period", [pay.period for pay in (*known, *read.values())])
    amounts = {name: in_currency(pay, currency).low for name, pay in read.items()}
    for name in typed.keys() - read.keys():
        amounts[name] = None
    return role._replace(
        floor=amounts.get(FLOOR, role.floor),
        target=amounts.get(TARGET, role.target),
        stretch=amounts.get(STRETCH, role.stretch),
        currency=currency,
        period=period,
    )


def _one_figure(text: str, name: str) -> Pay:
    pay = understood_pay(text, name)
    if pay.low is None or pay.low != pay.high:
        raise InvalidInputError(
            f"The {name} {quoted(text)} is no single amount; nothing was saved. "
            "Type one, like $120,000 a year.",
            field=name,
        )
    return pay


def _agreed(what: str, said: Iterable[T | None]) -> T | None:
    """The one that all name who name any."""
    named = {one for one in said if one is not None}
    if len(named) > 1:
        raise InvalidInputError(
            f"The floor, target and stretch have more than one {what}; nothing was saved. "
            "Type all three in the same.",
            field=TARGET,
        )
    return next(iter(named), None)
