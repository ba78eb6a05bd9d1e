"""What the weekly review says: of an item, of the week, of what was done."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.events import CONTACTS, Event, EventKind, sentence
from jobtracker.domain.review import Coming, Item
from jobtracker.domain.week import Week
from jobtracker.ui.features.review.contract import Answer, Kind, Part, Stop
from jobtracker.ui.widgets.days import day_within, day_words, due_words

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationView

TITLES = {Part.QUIET: "Quiet", Part.UNPLANNED: "No next step"}
WEEK = "The week"
LONGEST_WORD = 24
LONGEST = 160
"""Characters of a note or a text that an item shows."""


class Fact(NamedTuple):
    """A line about an application: "Last contact", "Thu 5 Nov, applied"."""

    name: str
    words: str


def counted(count: int, one: str) -> str:
    """As in "1 day", "3 days"."""
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}s"


def why(stop: Stop, today: date) -> str:
    """Why it is asked about."""
    item = stop.item
    if stop.part is Part.QUIET:
        return f"Quiet {counted(item.days, 'day')}, since {day_within(item.since, today)}"
    if item.next_action:
        return f"“{item.next_action}” has no date"
    return "No next step yet"


def progress(stop: Stop) -> str:
    return f"{stop.number:,} of {stop.total:,}"


def spoken(stop: Stop) -> str:
    """An item as it is announced: "Litware AI, Python Developer, quiet 17 days. 3 of 12"."""
    item = stop.item
    quiet = f"quiet {counted(item.days, 'day')}"
    reason = quiet if stop.part is Part.QUIET else "no next step"
    return f"{item.company}, {item.role}, {reason}. {progress(stop)}"


def decided(answer: Answer, today: date) -> str:
    """What was answered, for who comes back to the item."""
    match answer.kind:
        case Kind.NO_REPLY:
            return "Closed as No reply"
        case Kind.KEEP:
            return "Kept open"
        case Kind.PLAN:
            day = f", {day_within(answer.on, today)}" if answer.on else ""
            return f"{answer.words}{day}"


def told(item: Item, answer: Answer, today: date) -> str:
    """The same in the past tense with whom it was about, for the toast."""
    match answer.kind:
        case Kind.NO_REPLY:
            return f"{item.company} closed as No reply"
        case Kind.KEEP:
            return f"{item.company} kept open"
        case Kind.PLAN:
            return f"{item.company}: {decided(answer, today)}"


def facts(view: "ApplicationView", today: date) -> Iterator[Fact]:
    """What helps to decide, as far as it is known."""
    record = view.record
    contact = next((one for one in reversed(view.events) if one.kind in CONTACTS), None)
    if contact is not None:
        yield Fact("Last contact", _event_words(contact, today))
    if record.promised_on is not None:
        yield Fact("Answer promised", day_words(record.promised_on, today))
    told = [one for one in view.events if one.kind is not EventKind.ADDED] or view.events
    if told[-1] != contact:
        yield Fact("Last activity", _event_words(told[-1], today))
    if record.deadline is not None:
        yield Fact("Deadline", due_words(record.deadline, today))
    if record.next_action and record.next_action_on is not None:
        yield Fact(
            "Next action", f"{record.next_action}, {due_words(record.next_action_on, today)}"
        )
    if first := first_line(record.notes):
        yield Fact("Notes", first)
    if sent := sent_words(view, today):
        yield Fact("Sent", sent)


def sent_words(view: "ApplicationView", today: date) -> str:
    """The letters and documents that went out, with their days."""
    pairs = [
        *((one.name, one.sent_on) for one in view.letters),
        *((one.name, one.sent_on) for one in view.documents),
    ]
    return ", ".join(f"{name} ({day_within(day, today)})" for name, day in pairs if day)


def first_line(text: str) -> str:
    """The first line of a text that says something."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 2]} …"


def breakable(text: str) -> str:
    """The text with places to break a line in words that are longer than a line may be."""
    size = LONGEST_WORD
    return " ".join(
        "\N{ZERO WIDTH SPACE}".join(word[at : at + size] for at in range(0, len(word), size))
        for word in text.split(" ")
    )


def week_title(week: Week) -> str:
    """As in "This week 3 of 5 applications"."""
    if not week.goal:
        return f"This week {counted(week.sent, 'application')}"
    return f"This week {week.sent:,} of {counted(week.goal, 'application')}"


def week_note(week: Week) -> str:
    if not week.goal:
        return "There is no weekly goal. Set one under Settings, Tracking."
    missing = week.goal - week.sent
    if missing <= 0:
        return "The goal is reached."
    left = "today is the last day" if week.days_left == 1 else f"{week.days_left} days left"
    return f"{missing:,} to go, {left}."


def interview_words(one: Coming, today: date) -> str:
    """As in "Tue 24 Nov, 14:00: Litware AI, Python Developer"."""
    begins = datetime.fromisoformat(one.starts)
    time = f", {begins:%H:%M}" if "T" in one.starts else ""
    return f"{day_words(begins.date(), today)}{time}: {one.company}, {one.role}"


def done_lines(answered: Mapping[Kind, int], left: int) -> list[str]:
    """What the review came to, a line each."""
    lines = [
        f"{counted(answered.get(Kind.PLAN, 0), 'next action')} planned",
        f"{answered.get(Kind.NO_REPLY, 0):,} closed as No reply",
        f"{answered.get(Kind.KEEP, 0):,} kept open",
        f"{left:,} left undecided",
    ]
    return [line for line in lines if not line.startswith("0 ")]


def _event_words(event: Event, today: date) -> str:
    text = first_line(event.text)
    what = sentence(event)
    said = f"{day_words(event.on, today)}, {what[:1].lower()}{what[1:]}"
    return f"{said}: {text}" if text else said
