"""Lists asked for through a session: with words to search for, conditions, sizes, values."""

from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.listing import ListPage, ListQuery
from jobtracker.domain.silence import WAITING_DAYS
from jobtracker.domain.text import quoted
from jobtracker.storage import listing, search, settings
from jobtracker.storage.listing_filters import Situation, narrowed_by
from jobtracker.storage.listing_sql import Filter, found_filter
from jobtracker.storage.search_index import driver_of

__all__ = ["Situation", "ids", "page", "situation", "sizes", "values"]

_TAGS = (
    "SELECT t.name, count(*) FROM application_tag l JOIN tag t ON t.id = l.tag_id "
    "GROUP BY t.id ORDER BY 2 DESC, t.name_key"
)
_PROFILES = (
    "SELECT p.title, count(*) FROM application_profile l JOIN profile p ON p.id = l.profile_id "
    "GROUP BY p.id ORDER BY 2 DESC, p.title"
)
_COMPANIES = (
    "SELECT c.name, count(*) FROM application a JOIN company c ON c.id = a.company_id "
    "GROUP BY c.id ORDER BY 2 DESC, c.name_key"
)
_COLUMNS: Final = {
    "role": "role_key",
    "location": "location_key",
    "source": "source",
    "channel": "channel",
    "work_mode": "work_mode",
    "employment_type": "employment_type",
    "level": "level",
    "waiting_on": "waiting_on",
}
"""What the values of a field are told apart by."""

_JOINED: Final = {"tag": _TAGS, "profile": _PROFILES, "company": _COMPANIES}


def page(
    session: Session,
    query: ListQuery,
    situation: Situation | None = None,
    after: tuple[object, ...] | None = None,
) -> ListPage:
    """See `listing.page`; a query with conditions needs the situation they are meant in."""
    narrowed = _narrowed(session, query, situation)
    return listing.page(_runner(session), query, after, narrowed, few=bool(query.text))


def ids(session: Session, query: ListQuery, situation: Situation | None = None) -> list[int]:
    """The applications of a list, in its order, without their rows."""
    narrowed = _narrowed(session, query, situation)
    return listing.ids(_runner(session), query, narrowed, few=bool(query.text))


def sizes(session: Session, query: ListQuery, situation: Situation | None = None) -> dict[str, int]:
    narrowed = _narrowed(session, query, situation)
    return listing.sizes(_runner(session), query, narrowed, few=bool(query.text))


def values(session: Session, field: str) -> list[tuple[str, int]]:
    """The values of a field with their counts; one spelling stands for all that fold alike."""
    if field in _JOINED:
        statement = _JOINED[field]
    elif field in _COLUMNS:
        key = _COLUMNS[field]
        statement = (
            f"SELECT min({field}), count(*) FROM application WHERE {key} <> '' "
            f"GROUP BY {key} ORDER BY 2 DESC, {key}"
        )
    else:
        raise InvalidInputError(f"The values of {quoted(field)} are not listed.", field=field)
    return [(value, count) for value, count in _runner(session)(statement, {})]


def situation(session: Session, query: ListQuery, today: date) -> Situation | None:
    """The day, and the waiting times that a person chose, where the query asks for them."""
    if not query.conditions:
        return None
    if not any(condition.field == "quiet" for condition in query.conditions):
        return Situation(today)
    chosen = settings.settings(session).get("waiting_days", {})
    return Situation(today, {**WAITING_DAYS, **chosen})


def _narrowed(session: Session, query: ListQuery, situation: Situation | None) -> Filter:
    narrowed = narrowed_by(query.conditions, situation) if situation else Filter()
    if not query.text:
        return narrowed
    found = found_filter(search.matches(session, query.text, "application"))
    return Filter((*found.conditions, *narrowed.conditions), {**found.values, **narrowed.values})


def _runner(session: Session) -> listing.Run:
    run: listing.Run = driver_of(session).execute
    return run
