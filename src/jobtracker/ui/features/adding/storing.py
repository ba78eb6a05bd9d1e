"""From the texts of the sheet to what is stored, and what is wrong with them."""

from typing import TYPE_CHECKING

from jobtracker.ui.features.adding.draft import Draft
from jobtracker.ui.widgets.hints import Hint, Readers

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields
    from jobtracker.domain.contacts import ContactFields

NEEDED = ("role", "company")
LONGEST_NAME = 200
"""Characters of a role or a company; more are a text in the wrong field."""


def understood(name: str, draft: Draft, readers: Readers) -> Hint:
    """What was understood of a field, or what is wrong with it."""
    text = draft.value(name)
    if name == "pay":
        return readers.pay(text)
    if name in ("due", "deadline"):
        return readers.due(text)
    return readers.applied(text) if name == "posted_on" else Hint("")


def errors_of(draft: Draft, readers: Readers) -> dict[str, str]:
    """What keeps the draft from being added, by field."""
    errors = {name: f"Type the {name}." for name in NEEDED if not draft.value(name).strip()}
    for name in NEEDED:
        length = len(draft.value(name).strip())
        if length > LONGEST_NAME:
            errors[name] = f"The {name} has {length:,} characters. Use {LONGEST_NAME} at most."
    for name in Draft._fields:
        error = understood(name, draft, readers).error
        if error:
            errors[name] = error
    return errors


def fields_of(draft: Draft, profile: str, readers: Readers) -> "ApplicationFields":
    """The application as the services take it; `profile` is an id as text, "" for none."""
    return {
        "role": draft.role,
        "company": draft.company,
        "location": draft.location,
        "country": draft.country,
        "pay": draft.pay,
        "profile": profile,
        "stage": draft.stage,
        "next_action": draft.next_action,
        "next_action_on": readers.day(draft.due, False),
        "work_mode": draft.work_mode,
        "employment_type": draft.employment_type,
        "deadline": readers.day(draft.deadline, False),
        "posted_on": readers.day(draft.posted_on, True),
        "reference": draft.reference,
        "url": draft.url,
        "posting": draft.posting,
    }


def contact_of(draft: Draft) -> "ContactFields | None":
    """Whom the posting names, at the company; None for nobody."""
    fields: ContactFields = {
        "name": draft.contact_name.strip(),
        "title": draft.contact_title,
        "email": draft.contact_email.strip(),
        "phone": draft.contact_phone.strip(),
        "company": draft.company,
    }
    return fields if fields["name"] or fields["email"] or fields["phone"] else None
