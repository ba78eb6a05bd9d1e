"""What is known about an application, in the words and the order that help to decide about it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain import money
from jobtracker.domain.companies import memory_words
from jobtracker.domain.documents import DocumentKind
from jobtracker.domain.events import CONTACTS, Event, sentence
from jobtracker.domain.facts import fact_name
from jobtracker.domain.interviews import Interview, interview_name
from jobtracker.domain.pay import Pay
from jobtracker.domain.stages import Stage
from jobtracker.ui.features.review.words import counted, first_line, first_lines
from jobtracker.ui.widgets.days import day_within, day_words, due_words
from jobtracker.ui.widgets.range_words import place_sentence

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationView

MOST_EVENTS = 6
NEWEST = 3
"""Events that are shown whatever they are; interviews have the rest of the room first."""
MOST_PEOPLE = 3
LAST_CONTACT = "last contact"
NOTHING_SENT = "Nothing is kept of what was sent."


class Line(NamedTuple):
    """A line of a section: `day` and `mark` stand beside it, `more` below it, smaller. `tone` is
    a label role of the style sheet.
    """

    text: str
    more: str = ""
    day: str = ""
    mark: str = ""
    tone: str = "body"


class Section(NamedTuple):
    title: str
    lines: tuple[Line, ...]


class Details(NamedTuple):
    """What stands on the card below its head. `place` is one line: where, how, for how much;
    `heard` is what a screen reader adds to the name.
    """

    place: str
    left: tuple[Section, ...]
    right: tuple[Section, ...]
    heard: str


def details(view: "ApplicationView", today: date) -> Details:
    left = (
        ("Planned", _planned(view, today)),
        ("What happened", _happened(view, today)),
        ("Notes", _texts(view.record.notes)),
    )
    right = (
        ("Sent", _sent(view, today)),
        ("Contacts", _people(view)),
        ("This company", _company(view)),
        ("Pay", _pay(view, today)),
        ("Posting", _posting(view, today)),
    )
    return Details(_place(view), _sections(left), _sections(right), _heard(view, today))


def _sections(parts: Sequence[tuple[str, Iterator[Line]]]) -> tuple[Section, ...]:
    """Those that have something to say."""
    made = (Section(title, tuple(lines)) for title, lines in parts)
    return tuple(section for section in made if section.lines)


def _place(view: "ApplicationView") -> str:
    record = view.record
    mode = fact_name(record.work_mode) if record.work_mode else ""
    return "  ·  ".join(filter(None, (record.location, mode, _amount(record.pay))))


def _amount(pay: Pay) -> str:
    """A pay in words; one without an amount in it as it was typed."""
    if pay.low is None and pay.high is None:
        return pay.text.strip() or "Pay not listed"
    return money.long_range(pay)


def _planned(view: "ApplicationView", today: date) -> Iterator[Line]:
    for one in _to_come(view, today):
        time = one.starts[11:16] if "T" in one.starts else ""
        yield Line(_interview(one, time), day=day_words(one.on, today))
    record = view.record
    if record.next_action and record.next_action_on is not None:
        yield Line(record.next_action, day=due_words(record.next_action_on, today))
    if record.promised_on is not None:
        yield Line("Answer promised", day=day_words(record.promised_on, today))


def _to_come(view: "ApplicationView", today: date) -> list[Interview]:
    return [one for one in view.interviews if one.on >= today and not one.result]


def _interview(one: Interview, first: str) -> str:
    """As in "Video interview: 14:00, Ana Torres, Teams"."""
    said = ", ".join(filter(None, (first, first_line(one.people), first_line(one.place))))
    name = interview_name(one.kind, one.round)
    return f"{name}: {said}" if said else name


def _happened(view: "ApplicationView", today: date) -> Iterator[Line]:
    """The newest first: the last contact is always among them, and marked."""
    coming = {one.id for one in _to_come(view, today)}
    past = [event for event in view.events if event.interview_id not in coming]
    contact = last_contact(past)
    shown = _worth_showing(past, contact)
    held = {one.id: one for one in view.interviews}
    for event in shown:
        mark = LAST_CONTACT if event is contact else ""
        words = _event_words(event, held.get(event.interview_id or 0))
        yield Line(words, day=day_words(event.on, today), mark=mark)
    if rest := len(past) - len(shown):
        yield Line(f"And {counted(rest, 'earlier event')}.", tone="cap")


def last_contact(events: Sequence[Event]) -> Event | None:
    """The newest of what passed between the two sides; None before the first."""
    return next((event for event in reversed(events) if event.kind in CONTACTS), None)


def _worth_showing(events: list[Event], contact: Event | None) -> list[Event]:
    """The newest, the last contact, interviews, then more of the newest; the newest first."""
    newest = events[::-1]
    wanted = [*newest[:NEWEST], *(one for one in newest if one is contact)]
    wanted += [*(one for one in newest if one.interview_id), *newest]
    kept = {event.id for event in list(dict.fromkeys(wanted))[:MOST_EVENTS]}
    return [event for event in newest if event.id in kept]


def _event_words(event: Event, interview: Interview | None) -> str:
    """What it was, and its own words; of an interview how it went, with whom and where."""
    if interview is not None:
        return _interview(
            interview, fact_name(interview.result).lower() if interview.result else ""
        )
    text = first_line(event.text)
    return f"{sentence(event)}: {text}" if text else sentence(event)


def _sent(view: "ApplicationView", today: date) -> Iterator[Line]:
    """The letters and documents that went out, with their days; a letter's file is not told
    apart from the letter.
    """
    letters = [(one.sent_on, "Letter", one.name) for one in view.letters if one.sent_on]
    days = {day for day, _kind, _name in letters}
    papers = [
        (one.sent_on, "CV" if one.kind == DocumentKind.CV else fact_name(one.kind), one.name)
        for one in view.documents
        if one.sent_on and not (one.kind == DocumentKind.LETTER and one.sent_on in days)
    ]
    for day, kind, name in sorted([*letters, *papers], reverse=True)[:MOST_EVENTS]:
        yield Line(f"{kind}, {day_within(day, today)}: {first_line(name)}")
    if not letters and not papers and view.record.stage is not Stage.SAVED:
        yield Line(NOTHING_SENT, tone="muted")


def _people(view: "ApplicationView") -> Iterator[Line]:
    """Those who can be reached first."""
    known = sorted(view.contacts, key=lambda one: not (one.contact.phone or one.contact.email))
    for linked in known[:MOST_PEOPLE]:
        contact = linked.contact
        who = ", ".join(filter(None, (contact.name, linked.part or contact.title)))
        yield Line(who, "  ·  ".join(filter(None, (contact.phone, contact.email))))
    if (rest := len(known) - MOST_PEOPLE) > 0:
        yield Line(f"And {rest:,} more.", tone="cap")


def _company(view: "ApplicationView") -> Iterator[Line]:
    """How it behaved towards this application and others, and what one thinks of it."""
    company = view.company
    if company.avoid:
        yield Line(first_line(f"Avoid: {company.avoid_reason or 'no reason kept'}"), tone="warn")
    if view.memory.applications > 1 and (memory := memory_words(view.memory)):
        yield Line(memory)
    yield from _texts(company.notes, most=2)


def _pay(view: "ApplicationView", today: date) -> Iterator[Line]:
    """Offers, and where the posted pay stands in the benchmark."""
    for offer in view.offers[:1]:
        yield Line(f"Offer, {day_within(offer.received_on, today)}: {_amount(offer.pay)}")
    if view.benchmark is not None and view.position.value is not None:
        told = view.benchmark.range
        role = ", ".join(filter(None, (view.benchmark.profile, told.level)))
        place = place_sentence(view.record.pay, view.position)
        yield Line(place, f"{role}: {money.long_range(told.pay)}")


def _posting(view: "ApplicationView", today: date) -> Iterator[Line]:
    """The deadline and how the posting begins, without the words of the card's head."""
    record = view.record
    if record.deadline is not None:
        verb = "was" if record.deadline < today else "is"
        yield Line(f"The deadline {verb} {day_within(record.deadline, today)}.", tone="strong")
    yield from _texts(record.posting, but=(record.role, record.company))


def _texts(text: str, *, most: int = 4, but: tuple[str, ...] = ()) -> Iterator[Line]:
    for line in first_lines(text, most, but):
        yield Line(line)


def _heard(view: "ApplicationView", today: date) -> str:
    """The last contact, what is planned, and what one remembers of the company: short."""
    contact = last_contact(view.events)
    said = f"{day_words(contact.on, today)}, {sentence(contact)}" if contact else ""
    planned = next(_planned(view, today), None)
    memory = memory_words(view.memory) if view.memory.applications > 1 else ""
    parts = (
        f"Last contact: {said}" if said else "",
        f"Planned: {planned.day}, {planned.text}" if planned else "",
        memory.removesuffix("."),
    )
    return ". ".join(filter(None, parts))
