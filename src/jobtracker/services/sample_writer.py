"""Writing the made-up search into a workspace, around the day of today."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from jobtracker.domain.applications import ApplicationFields
from jobtracker.domain.dates import long_date
from jobtracker.domain.documents import DocumentKind
from jobtracker.domain.events import INCOMING, OUTGOING, Event, EventKind, changing
from jobtracker.domain.stages import Stage
from jobtracker.domain.typed_pay import understood_pay
from jobtracker.services import application_steps, letter_steps, log_steps
from jobtracker.services.letter_views import view_of
from jobtracker.storage import (
    companies,
    contacts,
    documents,
    interviews,
    letter_templates,
    letter_versions,
    letters,
    offers,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.exchange.sample_search import (
        SampleApplication,
        SampleContact,
        SampleEvent,
        SampleInterview,
        SampleLetter,
        SampleOffer,
    )

_SAME = (
    "company",
    "role",
    "location",
    "country",
    "days_on_site",
    "url",
    "reference",
    "source",
    "pay",
    "ask",
    "excitement",
    "tags",
    "notes",
    "posting",
    "next_action",
    "on_hold",
    "archived",
)
"""What a sample says as a person would type it."""

_CHOICES = ("work_mode", "employment_type", "channel", "waiting_on")
_DAYS = {
    "posted_day": "posted_on",
    "deadline_day": "deadline",
    "next_action_day": "next_action_on",
    "promised_day": "promised_on",
}


class SampleWriter:
    """Writes applications with all that hangs on them, inside somebody's transaction.

    Somebody with this name and this CV, as plain text, applies.
    """

    def __init__(
        self, session: "Session", now: datetime, today: date, *, name: str, cv: str
    ) -> None:
        self._session = session
        self._now = now
        self._today = today
        self._cv_name = f"CV {name}.txt"
        self._cv = cv.strip() + "\n"

    def write(self, entry: "SampleApplication") -> None:
        log = changing((), self._events(entry))
        key = application_steps.insert_new(self._session, self._fields(entry), log, self._now)
        for interview in entry.interviews:
            self._interview(key, interview)
        if entry.offer is not None:
            self._offer(key, entry.offer)
        for contact in entry.contacts:
            self._contact(key, contact, entry.company)
        for letter in entry.letters:
            self._letter(key, letter, entry.company)
        if entry.cv_day is not None:
            self._file(key, self._cv_name, DocumentKind.CV, self._cv, entry.cv_day)

    def _day(self, day: int) -> date:
        return self._today + timedelta(days=day)

    def _fields(self, entry: "SampleApplication") -> ApplicationFields:
        fields: dict[str, Any] = {name: getattr(entry, name) for name in _SAME}
        for name in _CHOICES:
            choice = getattr(entry, name)
            fields[name] = choice.value if choice else ""
        for name, field in _DAYS.items():
            day = getattr(entry, name)
            fields[field] = None if day is None else self._day(day)
        if entry.deadline_day is not None:
            deadline = long_date(self._day(entry.deadline_day))
            fields["posting"] = entry.posting.replace("{deadline}", deadline)
        if entry.profile is not None:
            fields["profile"] = entry.profile
        return cast("ApplicationFields", fields)

    def _events(self, entry: "SampleApplication") -> Iterator[Event]:
        yield Event(EventKind.ADDED, self._day(entry.day), to_value=Stage.SAVED.value)
        for event in entry.events:
            yield from _said(event, self._day(event.day))

    def _interview(self, key: int, entry: "SampleInterview") -> None:
        day = self._day(entry.day)
        values = entry.model_dump(include={"place", "people", "preparation", "notes", "round"})
        thanked = None if entry.thanked_day is None else self._day(entry.thanked_day)
        values |= {
            "starts": f"{day}T{entry.time}",
            "ends": f"{day}T{entry.ends}",
            "time_zone": entry.zone,
            "kind": entry.kind.value if entry.kind else "",
            "result": entry.result.value if entry.result else "",
            "thanked_on": thanked.isoformat() if thanked else None,
        }
        interview = interviews.insert(self._session, key, values, self._now)
        event = Event(EventKind.INTERVIEW, day, interview_id=interview)
        log_steps.append(self._session, key, [event], self._now)

    def _offer(self, key: int, entry: "SampleOffer") -> None:
        day, pay = self._day(entry.day), understood_pay(entry.amount, "amount")
        offer = offers.insert_received(
            self._session, key, day, pay._replace(text=entry.amount), entry.notes, self._now
        )
        event = Event(EventKind.OFFER, day, text=entry.amount, offer_id=offer)
        log_steps.append(self._session, key, [event], self._now)

    def _contact(self, key: int, entry: "SampleContact", company: str) -> None:
        values: dict[str, Any] = entry.model_dump(exclude={"part"})
        values["company_id"] = companies.found_or_made(self._session, company, self._now).id
        contact = contacts.insert(self._session, values, self._now)
        contacts.link(self._session, key, contact, entry.part)

    def _letter(self, key: int, entry: "SampleLetter", company: str) -> None:
        session = self._session
        moment = self._now + timedelta(days=entry.sent_day or 0)
        template = letter_templates.load(session, letter_templates.id_of(session, entry.template))
        letter = letters.insert(session, key, template, moment)
        said = letters.load(session, letter).wording._replace(values=entry.values)
        letters.save(session, letter, said, moment)
        letter_versions.keep(session, letter, said, moment, name=template.name)
        if entry.sent_day is not None:
            day, name = self._day(entry.sent_day), f"{company} - {template.name}.txt"
            view = view_of(session, letter, day)
            file = letter_steps.File(name, "text/plain", view.composed().text.encode())
            version = letter_steps.leave(session, view, file, moment, sent_on=day)
            letters.freeze(session, letter, version, day)
            left = Event(EventKind.LETTER, day, to_value=str(version), text=name)
            log_steps.append(session, key, [left], moment)

    def _file(self, key: int, name: str, kind: DocumentKind, text: str, day: int) -> int:
        return documents.store(
            self._session,
            key,
            name,
            kind.value,
            "text/plain",
            text.encode(),
            sent_on=self._day(day),
            now=self._now,
        )


def _said(event: "SampleEvent", on: date) -> Iterator[Event]:
    """What happened on one day, as events of the log."""
    if event.stage is not None:
        yield Event(EventKind.STAGE, on, to_value=event.stage.value)
    if event.note:
        yield Event(EventKind.NOTE, on, text=event.note)
    if event.sent:
        yield Event(EventKind.MESSAGE, on, OUTGOING, event.channel.value, event.sent)
    if event.heard:
        yield Event(EventKind.MESSAGE, on, INCOMING, event.channel.value, event.heard)
    if event.outcome is not None:
        yield Event(EventKind.OUTCOME, on, to_value=event.outcome.value, text=event.reason)
