"""What one step writes of an application, inside a transaction that somebody else opened."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from jobtracker.domain import matching
from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.custom_fields import checked_value
from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.events import Event, project
from jobtracker.domain.text import checked_text, quoted, required_text
from jobtracker.services import profile_matching
from jobtracker.services.application_facts import columns, tag_names
from jobtracker.storage import applications, companies, custom_fields, events, profiles, tags

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def insert_new(
    session: "Session", fields: ApplicationFields, log: Sequence[Event], now: datetime
) -> int:
    """A new application with its log so far, which begins with ADDED; its id."""
    role = required_text(fields.get("role", ""), "role")
    name = required_text(fields.get("company", ""), "company")
    company = companies.found_or_made(session, name, now)
    values = columns(fields) | {"company_id": company.id, "company_key": company.key}
    key = applications.insert(session, values, project(log), now)
    events.append_many(session, {key: log}, now)
    set_hanging(session, [key], fields, log[0].on)
    profile_id = chosen_profile(session, fields, role)
    if profile_id is not None:
        applications.add_link(session, key, profile_id)
    return key


def set_hanging(
    session: "Session", ids: Sequence[int], fields: ApplicationFields, today: date
) -> None:
    """Set what has rows of its own: the posting's text, tags, values of own fields."""
    if "posting" in fields:
        text = checked_text(fields["posting"], "posting")
        for key in ids:
            applications.set_posting(session, key, text, today)
    if "tags" in fields:
        tags.set_all(session, ids, tag_names(fields["tags"]))
    if "custom" in fields:
        _set_custom(session, ids, fields["custom"])


def _set_custom(session: "Session", ids: Sequence[int], typed: Mapping[str, str]) -> None:
    for name, value in typed.items():
        field = custom_fields.called(session, name)
        if field is None:
            raise NotFoundError(
                f"There is no field {quoted(name)} of yours; nothing was changed. "
                "Add the field first."
            )
        custom_fields.set_value(session, ids, field.id, checked_value(field, value))


def chosen_profile(session: "Session", fields: ApplicationFields, role: str) -> int | None:
    """The profile that was named, else the one that fits the role's title well."""
    if "profile" in fields:
        return profiles.id_of(session, fields["profile"]) if fields["profile"].strip() else None
    best = profile_matching.matches(session, role, limit=1)
    return best[0].profile_id if best and best[0].score >= matching.STRONG else None
