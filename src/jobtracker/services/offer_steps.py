"""How an offer that was made stands in its application's log: an event, and the stage Offer."""

from typing import TYPE_CHECKING

from jobtracker.domain import recording
from jobtracker.domain.events import Event, EventKind, effective
from jobtracker.services import log_steps
from jobtracker.storage import events, offers

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.domain.offers import OfferRecord
    from jobtracker.domain.recording import Moment


def receive(session: "Session", offer: "OfferRecord", at: "Moment") -> int:
    """Keep an offer that was made, with its event; its id."""
    key = offers.insert(session, offer, at.now)
    record_event(session, offer._replace(id=key), at)
    return key


def record_event(session: "Session", offer: "OfferRecord", at: "Moment") -> None:
    """Write the event of an offer that is kept already, and move its application to that stage."""
    assert offer.application_id is not None
    event = Event(
        EventKind.OFFER, offer.received_on, text=offer.package.base.text, offer_id=offer.id
    )
    log_steps.record(
        session, offer.application_id, lambda log: recording.offered(log, event), at.now
    )


def correct_event(
    session: "Session", before: "OfferRecord", after: "OfferRecord", at: "Moment"
) -> None:
    """Give the event of an offer its right day and amount. See `recording.redating`."""
    found = event_of(session, before)
    if found is None or after.application_id is None:
        return
    number, key = found.id, after.application_id
    if before.received_on != after.received_on:
        log_steps.record(
            session,
            key,
            lambda log: recording.redating(log, number, after.received_on, at),
            at.now,
        )
    words = after.package.base.text
    if before.package.base.text != words:
        log_steps.record(
            session, key, lambda log: recording.rewording(log, number, words, at), at.now
        )


def retract_event(session: "Session", offer: "OfferRecord", at: "Moment") -> None:
    """Take back that an offer was made; the stage stays."""
    found = event_of(session, offer)
    if found is not None:
        log_steps.retract(session, found.id, at)


def event_of(session: "Session", offer: "OfferRecord") -> Event | None:
    """The event of an offer; None for a what-if, and where it was taken back."""
    if offer.application_id is None or offer.what_if:
        return None
    log = events.of(session, [offer.application_id]).get(offer.application_id, [])
    return next((event for event in effective(log) if event.offer_id == offer.id), None)
