"""What a list is narrowed by, as SQL. Nothing typed becomes SQL: every value is bound."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final, NamedTuple

from jobtracker.domain.currencies import MINOR_DIGITS, USUAL_MINOR_DIGITS
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.listing import Condition
from jobtracker.domain.silence import WAITING_DAYS, quiet_before
from jobtracker.domain.text import folded, quoted
from jobtracker.storage.listing_sql import Filter

_TAGGED = (
    "id IN (SELECT l.application_id FROM application_tag l JOIN tag t ON t.id = l.tag_id "
    "WHERE t.name_key = {})"
)
_LINKED = "id IN (SELECT application_id FROM application_profile WHERE profile_id = {})"
_DIGITS = " ".join(
    f"WHEN '{code}' THEN {10**digits}"
    for code, digits in MINOR_DIGITS.items()
    if digits != USUAL_MINOR_DIGITS
)
_PAID = f"pay_rank >= {{}} * CASE pay_currency {_DIGITS} ELSE {10**USUAL_MINOR_DIGITS} END"
_THIS_WEEK = 6
"""Days after today that "week" reaches."""


class Situation(NamedTuple):
    """What the meaning of a filter depends on: the day, and a person's waiting times."""

    today: date
    waiting_days: Mapping[str, int] = WAITING_DAYS


def narrowed_by(conditions: Iterable[Condition], situation: Situation) -> Filter:
    """The conditions as SQL. Raises InvalidInputError for a value that means nothing."""
    texts: list[str] = []
    values: dict[str, Any] = {}
    ordered = sorted(conditions, key=lambda condition: condition.field)
    for _field, some in groupby(ordered, key=lambda condition: condition.field):
        wide = [_one(condition, situation, values) for condition in some]
        texts.append(f"({' OR '.join(wide)})" if len(wide) > 1 else wide[0])
    return Filter(tuple(texts), values)


def _one(condition: Condition, situation: Situation, values: dict[str, Any]) -> str:
    def bound(value: object) -> str:
        name = f"c{len(values)}"
        values[name] = value
        return f":{name}"

    field, value = condition
    if field in _BY_TEXT:
        text, read = _BY_TEXT[field]
        return text.format(bound(read(value)))
    if field == "due":
        return _due(value, situation.today, bound)
    if field == "quiet":
        return _quiet(situation, bound)
    if field == "on_hold":
        return "on_hold = 1"
    raise InvalidInputError(f"A list cannot be narrowed by {quoted(field)}.", field=field)


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        raise InvalidInputError(
            f"{quoted(value)} is no number. Type one, as in 3.", field="filter"
        ) from None


def _choice(value: str) -> str:
    return value.strip().lower().replace(" ", "_").replace("-", "_")


def _plain(value: str) -> str:
    return value.strip().lower()


_BY_TEXT: Final[dict[str, tuple[str, Callable[[str], object]]]] = {
    "stage": ("stage = {}", _choice),
    "role": ("role_key = {}", folded),
    "company": ("company_key = {}", folded),
    "location": ("location_key = {}", folded),
    "source": ("source = {} COLLATE NOCASE", str.strip),
    "channel": ("channel = {}", _choice),
    "work_mode": ("work_mode = {}", _choice),
    "employment_type": ("employment_type = {}", _choice),
    "level": ("level = {}", _plain),
    "profile": (_LINKED, _number),
    "tag": (_TAGGED, folded),
    "waiting_on": ("waiting_on = {}", _choice),
    "excitement": ("excitement >= {}", _number),
    "pay": (_PAID, _number),
    "deadline": ("deadline <= {}", str.strip),
}
"""Each field's condition, and how its value is read."""


def _due(value: str, today: date, bound: Callable[[object], str]) -> str:
    day = today.isoformat()
    if value == "late":
        return f"next_action_on < {bound(day)}"
    if value == "today":
        return f"next_action_on = {bound(day)}"
    if value == "week":
        last = (today + timedelta(days=_THIS_WEEK)).isoformat()
        return f"next_action_on BETWEEN {bound(day)} AND {bound(last)}"
    if value == "none":
        return "next_action_on IS NULL"
    raise InvalidInputError(
        f"{quoted(value)} is no time to be due. Use one of: late, today, week, none.", field="due"
    )


def _quiet(situation: Situation, bound: Callable[[object], str]) -> str:
    """Open, not on hold, and without a word for the stage's waiting time; see `domain.silence`."""
    stages = " OR ".join(
        f"(standing = {bound(stage)} AND max(contact_on, coalesce(promised_on, '')) <= "
        f"{bound(quiet_before(stage, situation.today, situation.waiting_days).isoformat())})"
        for stage in situation.waiting_days
    )
    return f"(on_hold = 0 AND ({stages or '0'}))"
