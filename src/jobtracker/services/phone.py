"""Somebody calls: who it may be, and one card with all that is good to know while speaking."""

from typing import TYPE_CHECKING

from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.events import effective
from jobtracker.domain.letters import fill
from jobtracker.domain.pay import in_currency
from jobtracker.domain.pay_facts import last_named, unlike_named
from jobtracker.domain.phone import (
    MOST_CALLERS,
    Caller,
    PayCard,
    PhoneCard,
    SentLetter,
    best_first,
    last_contact,
    next_interview,
    pay_said,
)
from jobtracker.domain.text import folded
from jobtracker.services.base import Service
from jobtracker.services.letter_values import known_values
from jobtracker.services.letter_views import values_of
from jobtracker.storage import (
    applications,
    contacts,
    documents,
    events,
    interviews,
    offers,
    pay_facts,
    phone,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.storage.phone import SentVersion

LONGEST = 100
"""Characters of what is typed that are looked for."""


class Phone(Service):
    def callers(self, typed: str) -> tuple[Caller, ...]:
        """The applications somebody may call about, at most eight, the likeliest first.

        Company, alias, contact or role have a word that begins so, case and accents apart; see
        `domain.phone.best_first` for the order. Without anything typed: those with an interview
        today, then the open ones with the newest contact.
        """
        sought = folded(typed)[:LONGEST].strip()
        with self._db.read() as session:
            if not sought:
                return tuple(phone.expected(session, self._clock.today(), MOST_CALLERS))
            found = phone.by_company(session, sought, MOST_CALLERS)
            if sum(caller.is_open for caller in found) < MOST_CALLERS:
                found += phone.by_contact(session, sought, MOST_CALLERS)
            if len({caller.application_id for caller in found}) < MOST_CALLERS:
                found += phone.by_role(session, sought, MOST_CALLERS)
        return best_first(found)[:MOST_CALLERS]

    def card(self, application_id: int) -> PhoneCard:
        """All about one application that a call may be about, in a fixed number of statements.

        Raises NotFoundError where it is gone.
        """
        today, ids = self._clock.today(), [application_id]
        with self._db.read() as session:
            found = applications.records(session, ids)
            if not found:
                raise NotFoundError(
                    "This application is no longer there. Nothing was changed. "
                    "Look for the company again."
                )
            record = found[0]
            sent = phone.sent_versions(session, application_id)
            written = tuple(_as_sent(session, version, application_id) for version in sent)
            log = effective(events.of(session, ids)[application_id])
            meetings = interviews.of(session, ids)[application_id]
            kept = documents.of(session, ids)[application_id]
            offered = offers.of(session, ids)[application_id]
            people = contacts.of(session, ids)[application_id]
            figures = pay_facts.of(session, ids)[application_id]
        asked = in_currency(record.ask, record.pay.currency)
        pay = PayCard(
            offered,
            pay_said(log, meetings, record.notes),
            last_named(figures),
            unlike_named(figures, asked),
        )
        made_here = {version.document_id for version in sent}
        return PhoneCard(
            record=record,
            letters=written,
            documents=tuple(d for d in kept if d.sent_on and d.id not in made_here),
            pay=pay,
            last=last_contact(log, today),
            contacts=people,
            interview=next_interview(meetings, today),
        )


def _as_sent(session: "Session", version: "SentVersion", application_id: int) -> SentLetter:
    """A letter with its fields filled in as on the day it left."""
    if version.frozen is not None:
        values = version.frozen.values
    else:
        known = known_values(session, application_id, version.language, version.on, version.kind)
        values = values_of(version.values, known.values, version.language, version.kind)
    text = fill(version.text, values).text
    return SentLetter(version.letter_id, version.number, version.name, version.on, text)
