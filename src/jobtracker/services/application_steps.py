"""What one step writes of an application, inside a transaction that somebody else opened."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from jobtracker.domain import matching
from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.events import Event, EventKind, changing, project
from jobtracker.domain.stages import Stage
from jobtracker.domain.text import checked_text, required_text
from jobtracker.domain.typed_pay import understood_pay
from jobtracker.storage import applications, events, profiles

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FIELD_NAMES = {
    "url": "link",
    "applied_on": "date of applying",
    "next_action": "next action",
    "next_action_on": "next action",
}
"""A field as a person reads it, where that differs from its key."""

_PLAIN_FIELDS = ("location", "url", "posting", "notes", "next_action")


def opening(fields: ApplicationFields, today: date) -> list[Event]:
    """The first events of an application: added, and applied where it was."""
    stage, applied_on = fields.get("stage", Stage.SAVED), fields.get("applied_on")
    if applied_on is not None and "stage" not in fields:
        stage = Stage.APPLIED
    if applied_on is None and stage is Stage.APPLIED:
        applied_on = today
    log = [Event(EventKind.ADDED, today, to_value=stage.value)]
    if applied_on is not None:
        log.append(Event(EventKind.APPLIED, applied_on, to_value=applied_on.isoformat()))
    return log


def insert_new(
    session: "Session", fields: ApplicationFields, log: Sequence[Event], now: datetime
) -> int:
    """A new application with its log so far, which begins with ADDED; its id."""
    role = required_text(fields.get("role", ""), "role")
    company = required_text(fields.get("company", ""), "company")
    values = columns(fields, log[0].on) | {"role": role}
    values["company_id"] = applications.company_id(session, company, now)
    key = applications.insert(session, values, project(log), now)
    for event in log:
        events.append(session, key, event, now)
    profile_id = chosen_profile(session, fields, role)
    if profile_id is not None:
        applications.add_link(session, key, profile_id, chosen_level(fields))
    return key


def to_stage(stage: Stage, on: date) -> tuple[Event, Event]:
    """What moving an application means: it is open, and in that stage."""
    return Event(EventKind.REOPENED, on), Event(EventKind.STAGE, on, to_value=stage.value)


def append(session: "Session", application_id: int, steps: Iterable[Event], now: datetime) -> None:
    """Append those events that change something, and write the new standing beside."""
    log = events.of(session, [application_id])[application_id]
    new = changing(log, steps)
    for event in new:
        events.append(session, application_id, event, now)
    applications.set_standing(session, application_id, project([*log, *new]), now)


def columns(fields: ApplicationFields, today: date) -> dict[str, Any]:
    """The column values of the fields that are plain facts; InvalidInputError for a bad one."""
    given: Mapping[str, Any] = fields
    values: dict[str, Any] = {
        name: checked_text(given[name], FIELD_NAMES.get(name, name))
        for name in _PLAIN_FIELDS
        if name in given
    }
    if values.get("posting"):
        values["posting_captured_on"] = today.isoformat()
    if "next_action_on" in fields:
        on = fields["next_action_on"]
        values["next_action_on"] = on.isoformat() if on else None
    if "pay" in fields:
        values |= _pay_columns(fields["pay"])
    return values


def _pay_columns(text: str) -> dict[str, Any]:
    read = understood_pay(text)
    return {
        "pay_text": text,
        "pay_low": read.low,
        "pay_high": read.high,
        "pay_currency": read.currency,
        "pay_period": read.period.value if read.period else None,
        "pay_assumed": ",".join(read.assumed),
    }


def chosen_level(fields: ApplicationFields) -> str:
    """The level as ranges have it: lower case, without outer blanks."""
    return checked_text(fields.get("level", ""), "level").strip().lower()


def chosen_profile(session: "Session", fields: ApplicationFields, role: str) -> int | None:
    """The profile that was named, else the one that fits the role's title well."""
    if "profile" in fields:
        return profiles.id_of(session, fields["profile"]) if fields["profile"].strip() else None
    best = matching.best_matches(role, profiles.titles(session), limit=1)
    return best[0].profile_id if best and best[0].score >= matching.STRONG else None
