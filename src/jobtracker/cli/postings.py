"""A posting read from a file: as JSON, as lines for a person, and as fields to add."""

from collections.abc import Iterable, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jobtracker.cli import shapes
from jobtracker.cli.common import is_read, pay_words, table
from jobtracker.cli.fields import Values
from jobtracker.domain import money
from jobtracker.domain.contacts import ContactFields
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.facts import fact_name
from jobtracker.domain.postings import FIELDS, Posting
from jobtracker.domain.stages import Stage, stage_from, stage_name
from jobtracker.domain.text import shortened
from jobtracker.domain.typed_pay import understood_pay

if TYPE_CHECKING:
    from jobtracker.domain.repeats import Repeat

_MOST_NAMED = 5
_OPTION_OF = {"posted_on": "posted"}
"""Where a field's option is not its name."""
_WHY = {
    "link": "the same link",
    "role": "the same company and a similar role",
    "company": "the same company",
}


def read(source: str) -> tuple[Posting, ...]:
    """The postings in a text; raises UnreadableFileError."""
    from jobtracker.exchange.postings.reading import read_postings
    from jobtracker.system.clock import SystemClock

    return read_postings(source, SystemClock().today())


def picked(postings: Sequence[Posting], number: int | None) -> Posting:
    """The posting of that number from 1; the only one without a number.

    Raises InvalidInputError that names the postings there are.
    """
    if number is None and len(postings) == 1:
        return postings[0]
    if number is not None and number <= len(postings):
        return postings[number - 1]
    roles = [each.role for each in postings]
    named = ", ".join(
        f"{each} {shortened(posting.role or 'a posting without a title')}"
        + (f" ({posting.location})" if posting.location and roles.count(posting.role) > 1 else "")
        for each, posting in enumerate(postings[:_MOST_NAMED], 1)
    )
    more = len(postings) - _MOST_NAMED
    count = "1 posting" if len(postings) == 1 else f"{len(postings)} postings"
    raise InvalidInputError(
        f"The file has {count}: {named}{f' and {more} more' if more > 0 else ''}; "
        "nothing was added. Choose one with --pick N.",
        field="pick",
    )


def with_found(values: Values, posting: Posting, today: date) -> Values:
    """What was typed, and where nothing was what the posting says; both as text.

    A deadline that is still to come proposes to apply by then, as in the window.

    Raises InvalidInputError where the role or the company is in neither.
    """
    found = {
        _OPTION_OF.get(field, field): str(value)
        for field in FIELDS
        if field != "contact" and (value := getattr(posting, field))
    }
    open_until = posting.deadline
    planned = {"next_action", "next_action_on", "deadline"} & values.keys()
    is_saved = stage_from(values.get("stage", Stage.SAVED.value)) is Stage.SAVED
    if open_until and open_until >= today and is_saved and not planned:
        found |= {"next_action": "Apply", "next_action_on": str(open_until)}
    merged = {**found, **values, "posting": posting.text}
    for name, metavar in (("role", "TITLE"), ("company", "NAME")):
        if name not in merged:
            raise InvalidInputError(
                f"No {name} was found in the posting; nothing was added. "
                f"Say it with --{name} {metavar}.",
                field=name,
            )
    return merged


def contact_of(posting: Posting) -> ContactFields | None:
    """Whom it names to turn to, if anybody."""
    name, title, email, phone = posting.contact
    if not (name or email or phone):
        return None
    return {"name": name, "title": title, "email": email, "phone": phone}


def shape(postings: Sequence[Posting]) -> dict[str, Any]:
    """The first posting; where there are several, all of them as well."""
    first = _shape(postings[0])
    return first | {"postings": [_shape(each) for each in postings]} if postings[1:] else first


def _shape(posting: Posting) -> dict[str, Any]:
    return {
        **{field: getattr(posting, field) for field in FIELDS},
        "pay": shapes.amount(understood_pay(posting.pay)),
        "posted_on": posting.posted_on.isoformat() if posting.posted_on else None,
        "deadline": posting.deadline.isoformat() if posting.deadline else None,
        "contact": posting.contact._asdict() if posting.contact.is_known else None,
        "text": posting.text,
        "found": {field: posting.words(field) for field in FIELDS if field in posting.found},
        "unsure": {field: [*map(str, days)] for field, days in posting.unsure.items()},
    }


def words(postings: Sequence[Posting]) -> str:
    """What was found, for a person: the facts of one, a table of several."""
    if postings[1:]:
        rows = (
            (number, each.role, each.company, each.location)
            for number, each in enumerate(postings, 1)
        )
        return table(rows, ("N", "ROLE", "COMPANY", "LOCATION"))
    return _facts(postings[0])


def _facts(posting: Posting) -> str:
    from jobtracker.cli.pages import facts

    pay = understood_pay(posting.pay)
    named: dict[str, object] = {
        "Location": ", ".join(filter(None, (posting.location, posting.country))),
        "Work mode": fact_name(posting.work_mode),
        "Employment": fact_name(posting.employment_type),
        "Pay": pay_words(pay, money.long_range) if is_read(pay) else "",
        "Posted": posting.posted_on,
        "Deadline": posting.deadline,
        "Reference": posting.reference,
        "Link": posting.url,
        "Contact": ", ".join(filter(None, posting.contact)),
    }
    title = ", ".join(filter(None, (posting.role, posting.company)))
    missing = [_name(field) for field in FIELDS if field not in posting.found]
    lines = [title or "No role and no company found", "", *facts(named), *unsure_lines(posting)]
    if missing:
        lines += ["", f"Not found: {', '.join(missing)}"]
    return "\n".join(lines)


def _name(field: str) -> str:
    return {"url": "link", "posted_on": "day of posting"}.get(field, field.replace("_", " "))


def unsure_lines(posting: Posting, typed: Values = MappingProxyType({})) -> list[str]:
    """A line on each date that can be read two ways and was not typed."""
    return [
        f"“{posting.words(field)}” is {days[0]} or {days[1]}. Say which with --{option} DATE."
        for field, days in posting.unsure.items()
        if (option := _OPTION_OF.get(field, field)) not in typed
    ]


def repeat_lines(repeats: Iterable["Repeat"]) -> list[str]:
    """A line on each application that the posting may repeat."""
    return [
        f"Note: {each.application_id} {each.role}, {each.company} "
        f"({stage_name(each.stage).lower()} since {each.since}) has {_WHY[each.why]}."
        for each in repeats
    ]


def repeat_shape(repeat: "Repeat") -> dict[str, Any]:
    return {
        "id": repeat.application_id,
        "company": repeat.company,
        "role": repeat.role,
        "stage": repeat.stage.value,
        "outcome": repeat.outcome.value if repeat.outcome else None,
        "since": repeat.since.isoformat(),
        "why": repeat.why,
    }
