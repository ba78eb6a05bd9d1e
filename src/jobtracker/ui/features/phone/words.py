"""The phone card in words: short lines, to be read while somebody speaks."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain import money
from jobtracker.domain.facts import fact_name
from jobtracker.domain.file_names import shown_name
from jobtracker.domain.interviews import interview_name
from jobtracker.domain.pay import Pay
from jobtracker.domain.phone import Caller, Why
from jobtracker.domain.stages import outcome_name, stage_name
from jobtracker.domain.text import quoted
from jobtracker.ui.widgets.days import day_words, due_words, full_day

if TYPE_CHECKING:
    from jobtracker.domain.contacts import Contact
    from jobtracker.domain.interviews import Interview
    from jobtracker.domain.phone import PhoneCard, SentLetter

LONGEST = 700
"""Characters of a text on the card; all of it is in the application."""
DASH = "\u2013"
READING, STRONG, QUIET = "reading", "section", "muted"
"""Label roles: texts here are large, for they are read while somebody speaks."""


class Line(NamedTuple):
    """A line of a section, in a label role of the style sheet."""

    text: str
    role: str = READING


def standing(caller: Caller) -> str:
    """The key of the glyph that says how far it got."""
    return (caller.outcome or caller.stage).value


def standing_words(caller: Caller) -> str:
    if caller.archived:
        return "Archived"
    return outcome_name(caller.outcome) if caller.outcome else stage_name(caller.stage)


def under_company(caller: Caller) -> str:
    """The second line of a match: who it was found by, else the role."""
    if caller.why in (Why.CONTACT, Why.COLLEAGUE):
        return caller.contact
    return caller.role


def spoken(caller: Caller, place: int, count: int) -> str:
    """A match as a screen reader says it."""
    who = (caller.contact,) if caller.contact else ()
    said = ", ".join((caller.company, *who, caller.role, standing_words(caller)))
    return f"{said}, {place} of {count}"


def nobody(typed: str) -> str:
    return f"Nobody called {quoted(typed)} here." if typed else "There is no application yet."


def add_at(typed: str) -> str:
    return f"Add application at {quoted(typed)}"


def waiting(sheet: str) -> str:
    """Why one can't go on from here to what would open below a sheet."""
    return f"{quoted(sheet)} is open below. Nothing of it is lost. Esc goes back to finish it."


def role_line(card: "PhoneCard") -> str:
    record = card.record
    mode = fact_name(record.work_mode) if record.work_mode else ""
    return " · ".join(filter(None, (record.role, record.location, mode)))


def standing_line(card: "PhoneCard", today: date) -> str:
    """Stage or outcome with its day, and the day of applying."""
    record = card.record
    if record.outcome is not None and record.closed_on is not None:
        now = f"{outcome_name(record.outcome)} on {full_day(record.closed_on)}"
        now += f", after {stage_name(record.stage)}"
    else:
        now = f"{stage_name(record.stage)} since {_on(record.since, today)}"
    applied = record.applied_on
    parts = (
        now,
        f"applied {_on(applied, today)}" if applied and applied != record.since else "",
        "on hold" if record.on_hold else "",
        "archived" if record.archived else "",
    )
    return " · ".join(filter(None, parts))


def step_lines(card: "PhoneCard", today: date) -> list[Line]:
    record = card.record
    if not record.next_action and record.next_action_on is None:
        return [Line("None planned", QUIET)]
    due = record.next_action_on
    when = f"{due_words(due, today)}, {full_day(due)}" if due and due < today else ""
    when = when or (day_words(due, today) if due else "no day yet")
    return [Line(f"{record.next_action or 'Something to do'} · {when}", STRONG)]


def interview_lines(card: "PhoneCard", today: date) -> list[Line]:
    """The next interview; nothing where none is planned."""
    interview = card.interview
    if interview is None:
        return []
    about = (interview_name(interview.kind, interview.round), interview.people, interview.place)
    return [
        Line(_when(interview, today), STRONG),
        Line(" · ".join(filter(None, about))),
    ]


def _when(interview: "Interview", today: date) -> str:
    said = day_words(interview.on, today)
    if "T" in interview.starts:
        said += f" {interview.starts[11:16]}"
    if "T" in interview.ends:
        said += f" {DASH} {interview.ends[11:16]}"
    return f"{said} ({interview.time_zone})" if interview.time_zone else said


def figures(card: "PhoneCard", today: date) -> list[tuple[str, str]]:
    """What was named as pay, each with by whom."""
    record = card.record
    offered = [
        (f"Offer {_on(offer.received_on, today)}", _amount(offer.pay)) for offer in card.pay.offers
    ]
    ask = _amount(record.ask, "Not said yet")
    return [("Advertised", _amount(record.pay)), ("I ask", ask), *_named(card, today), *offered]


def _named(card: "PhoneCard", today: date) -> list[tuple[str, str]]:
    """The figure that the person named last, with the day, to whom and how."""
    named = card.pay.named
    if named is None:
        return []
    around = ", ".join(filter(None, (named.who, named.how)))
    said = _amount(named.pay)
    return [(f"I named {_on(named.on, today)}", f"{said} ({around})" if around else said)]


def said_lines(card: "PhoneCard", today: date) -> list[Line]:
    """Each sentence about pay, and below it where it was said."""
    lines = [Line(card.pay.warning, "warn")] if card.pay.warning else []
    lines += [Line(_cut(offer.notes)) for offer in card.pay.offers if offer.notes]
    for quote in card.pay.said:
        where = f"{quote.what}, {_on(quote.on, today)}" if quote.on else quote.what
        lines += [Line(f"“{quote.words}”"), Line(where, "cap")]
    return lines


def last_lines(card: "PhoneCard", today: date) -> list[Line]:
    last = card.last
    if last is None:
        return [Line("None yet", QUIET)]
    head = Line(f"{day_words(last.on, today)} · {last.what}", STRONG)
    return [head, Line(_cut(last.words))] if last.words else [head]


def contact_lines(card: "PhoneCard") -> list[Line]:
    lines = []
    reachable = sorted(card.contacts, key=lambda one: not _reach(one.contact))
    for linked in reachable:
        contact = linked.contact
        about = filter(None, (contact.name, linked.part, contact.title))
        lines.append(Line(", ".join(about), STRONG))
        if _reach(contact):
            lines.append(Line(_reach(contact)))
    return lines or [Line("Nobody yet", QUIET)]


def _reach(contact: "Contact") -> str:
    return " · ".join(filter(None, (contact.phone, contact.email)))


def sent_lines(card: "PhoneCard", today: date) -> list[Line]:
    """Letters, then the other documents that were sent."""
    lines = [Line(f"Letter, {_on(one.on, today)}: {one.name}") for one in card.letters]
    for document in card.documents:
        kind = "CV" if document.kind == "cv" else fact_name(document.kind)
        day = f", {_on(document.sent_on, today)}" if document.sent_on else ""
        lines.append(Line(f"{kind}{day}: {shown_name(document.name)}"))
    return lines or [Line("Nothing is kept of what was sent", QUIET)]


def note_lines(card: "PhoneCard") -> list[Line]:
    notes = card.record.notes.strip()
    return [Line(_cut(notes))] if notes else []


def posting_head(card: "PhoneCard") -> str:
    if not card.record.posting:
        return "The posting was not kept"
    captured = card.record.posting_captured_on
    return f"Posting, kept on {full_day(captured)}" if captured else "Posting"


def letter_head(letter: "SentLetter | None") -> str:
    """The day a letter left, and its document, which is kept with the application."""
    if letter is None:
        return "No letter was sent from here"
    return f"Letter as sent on {full_day(letter.on)}, kept as {letter.name}"


def whole(card: "PhoneCard", today: date) -> str:
    """All of the card's middle in sentences, for a screen reader."""
    return "\n".join(_spoken_parts(card, today))


def _spoken_parts(card: "PhoneCard", today: date) -> Iterator[str]:
    yield card.record.company
    yield role_line(card)
    yield standing_line(card, today)
    for head, lines in (
        ("Next step", step_lines(card, today)),
        ("Interview", interview_lines(card, today)),
        ("Pay", [Line(f"{name} {words}") for name, words in figures(card, today)]),
        ("Said about pay", said_lines(card, today)),
        ("Last contact", last_lines(card, today)),
        ("Contacts", contact_lines(card)),
        ("I sent", sent_lines(card, today)),
        ("My notes", note_lines(card)),
    ):
        if lines:
            yield f"{head}: {'. '.join(line.text for line in lines)}"


def _amount(pay: Pay, unknown: str = money.NOT_LISTED) -> str:
    """A pay in words; one without an amount in it as it was typed."""
    if pay.low is None and pay.high is None:
        return pay.text.strip() or unknown
    return money.long_range(pay)


def _on(day: date, today: date) -> str:
    words = day_words(day, today)
    return words.lower() if words in ("Today", "Yesterday", "Tomorrow") else words


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
