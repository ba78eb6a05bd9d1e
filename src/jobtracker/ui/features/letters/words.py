"""How the page of letters says things."""

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.dates import MONTHS

if TYPE_CHECKING:
    from jobtracker.services.letter_list import ListedLetter
    from jobtracker.storage.letter_templates import Template

SOURCES = {
    "application": "Application",
    "company": "Company",
    "contact": "Contact",
    "role profile": "Role profile",
    "profile": "About you",
    "date": "Date",
    "pay": "Pay",
    "language": "Language",
    "letter": "This letter",
}
"""Where a value comes from, as the panel of fields says it."""
HINTS = {
    "company_product": "Their payments ledger",
    "start_date": "From 4 January",
    "hiring_manager": "Ms Okafor, or: Hiring Manager",
    "years_of_experience": "four years",
    "current_role": "Backend developer",
    "previous_company": "Where you worked last",
    "achievement": "Halved the time a report takes",
    "your_name": "As it stands on the letter",
    "your_email": "you@example.com",
    "your_phone": "+1 512 555 0100",
    "location": "Austin, TX",
    "referrer": "Who told you about it",
    "source": "Where you found it",
    "reference": "The number in the posting",
}
"""What an input shows while it is empty: an example of a value."""


class State(NamedTuple):
    """How far a letter is from leaving: words, an icon and the role of their colour."""

    text: str
    icon: str = ""
    colour: str = "text2"


def state_of(letter: "ListedLetter", today: date) -> State:
    if letter.sent_on is not None:
        return State(f"Sent {short_date(letter.sent_on, today)}")
    if letter.exported_on is not None:
        return State(f"Exported {short_date(letter.exported_on, today)}")
    found = _to_mend(letter)
    if found:
        return State(found, "triangle-alert", "warn")
    return State("Ready to send", "circle-check", "ok")


def _to_mend(letter: "ListedLetter") -> str:
    """What keeps a letter here; where that is of several kinds, how much in all."""
    kinds = (
        (letter.missing, missing(letter.missing)),
        (letter.leftovers, counted(letter.leftovers, "placeholder left")),
        (letter.doubts, counted(letter.doubts, "thing to check")),
    )
    said = [words for count, words in kinds if count]
    if len(said) > 1:
        return counted(sum(count for count, _ in kinds), "thing to mend")
    return said[0] if said else ""


def spoken_letter(letter: "ListedLetter", today: date) -> str:
    state = state_of(letter, today).text
    return f"{letter.company}, {letter.role}, {letter.template}, {state}"


def missing(count: int) -> str:
    return counted(count, "value missing", "values missing")


def counted(count: int, one: str, many: str = "") -> str:
    """A number and its noun: "1 value missing", "2 placeholders left"."""
    noun, _, rest = one.partition(" ")
    return f"{count} {one if count == 1 else many or f'{noun}s {rest}'.rstrip()}"


def short_date(day: date, today: date) -> str:
    """A date in few signs: "26 Oct", with the year where it is another one."""
    words = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return words if day.year == today.year else f"{words} {day.year}"


def moment(stamp: str, today: date) -> str:
    """When something was saved: the time of today, otherwise the date."""
    local = datetime.fromisoformat(stamp).astimezone()
    day = local.date()
    return f"{local:%H:%M}" if day == today else short_date(day, today)


def kind_of(template: "Template") -> str:
    if template.profile_id is not None:
        return "Sample for this role"
    return template.purpose or "Your own template"
