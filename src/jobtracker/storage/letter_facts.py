"""What the program knows that letters may say, for any number of applications at once."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from jobtracker.domain.contacts import LinkedContact
from jobtracker.domain.interviews import Interview
from jobtracker.domain.pay import Pay
from jobtracker.storage import contacts, interviews, offers, rows
from jobtracker.storage.pay_columns import PARTS, pay_in
from jobtracker.storage.schema import ApplicationRow, CompanyRow

_TABLE = rows.table_of(ApplicationRow)
_SAME = ("id", "role", "location", "url", "source", "reference")
_FACTS = (
    select(
        *(_TABLE.c[name] for name in (*_SAME, "applied_on", "deadline")),
        *(_TABLE.c[f"{of}_{part}"] for of in ("pay", "ask") for part in PARTS),
        CompanyRow.name.label("company"),
        CompanyRow.address.label("address"),
    )
    .join(CompanyRow, CompanyRow.id == _TABLE.c.company_id)
    .where(rows.named(_TABLE.c.id))
)
_PROFILES = (
    "SELECT l.application_id, p.title, (SELECT i.body FROM profile_item i "
    "WHERE i.profile_id = p.id AND i.section = 'duty' ORDER BY i.ordinal LIMIT 1) "
    "FROM application_profile l JOIN profile p ON p.id = l.profile_id "
    "WHERE l.ordinal = 0 AND l.application_id IN (SELECT value FROM json_each(:ids))"
)


class LetterFacts(NamedTuple):
    """An application as a letter may speak of it: `offer` is the newest one, `duty` the first
    of the linked role profile.
    """

    company: str
    address: str
    role: str
    location: str
    url: str
    source: str
    reference: str
    applied_on: date | None
    deadline: date | None
    pay: Pay
    ask: Pay
    offer: Pay
    contacts: tuple[LinkedContact, ...]
    interviews: tuple[Interview, ...]
    profile: str = ""
    duty: str = ""


def facts_of(session: Session, ids: Sequence[int]) -> dict[int, LetterFacts]:
    """The facts of each of these applications that is there; five statements however many."""
    connection, chosen = session.connection(), rows.bound(ids)
    people, meetings = contacts.of(session, ids), interviews.of(session, ids)
    offered = offers.of(session, ids)
    profiles = {
        key: (title, duty or "")
        for key, title, duty in connection.exec_driver_sql(_PROFILES, chosen)
    }
    found: dict[int, LetterFacts] = {}
    for row in connection.execute(_FACTS, chosen).mappings():
        key = row["id"]
        found[key] = LetterFacts(
            **{name: row[name] for name in ("company", "address", *_SAME[1:])},
            applied_on=_day(row, "applied_on"),
            deadline=_day(row, "deadline"),
            pay=pay_in("pay", row),
            ask=pay_in("ask", row),
            offer=offered[key][0].pay if offered[key] else Pay(),
            contacts=people[key],
            interviews=meetings[key],
            **dict(zip(("profile", "duty"), profiles.get(key, ("", "")), strict=True)),
        )
    return found


def _day(row: RowMapping, name: str) -> date | None:
    return date.fromisoformat(row[name]) if row[name] else None
