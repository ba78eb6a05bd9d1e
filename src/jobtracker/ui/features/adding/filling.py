"""From a posting that was read to the fields of the sheet: what fills which, and what is kept."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from jobtracker.domain.postings import Posting, Span
from jobtracker.ui.features.adding.draft import CHOSEN, Draft
from jobtracker.ui.widgets.days import full_day

USUAL = (
    "role",
    "company",
    "location",
    "pay",
    "work_mode",
    "employment_type",
    "deadline",
    "url",
)
"""What one looks for in every posting; what else is found counts on top."""
RARE = ("posted_on", "reference")
CONTACT = ("contact_name", "contact_email", "contact_phone")
APPLY = "Apply"
TOGETHER = (
    ("next_action", "due"),
    ("location", "country"),
    ("contact_title", *CONTACT),
)
"""Fields that say one thing: none of them is filled while another was typed by hand."""


class Mark(NamedTuple):
    """Where in the posting's text the value of a field stands."""

    name: str
    value: str
    span: Span


def values_of(posting: Posting, today: date) -> dict[str, str]:
    """What each field shows for a posting, "" where it says nothing.

    A deadline that is still to come proposes to apply by then.
    """
    deadline, contact = posting.deadline, posting.contact
    open_until = full_day(deadline) if deadline and deadline >= today else ""
    return {
        "role": posting.role,
        "company": posting.company,
        "location": posting.location,
        "country": posting.country,
        "pay": posting.pay,
        "work_mode": posting.work_mode,
        "employment_type": posting.employment_type,
        "deadline": full_day(deadline) if deadline else "",
        "posted_on": full_day(posting.posted_on) if posting.posted_on else "",
        "reference": posting.reference,
        "url": posting.url,
        "contact_name": contact.name,
        "contact_title": contact.title,
        "contact_email": contact.email,
        "contact_phone": contact.phone,
        "next_action": APPLY if open_until else "",
        "due": open_until,
    }


def refilled(draft: Draft, before: Mapping[str, str], after: Mapping[str, str]) -> Draft:
    """The draft with what a new reading gave; what a person typed or chose stays.

    `before` is what the reading before it had put there.
    """

    def untouched(name: str) -> bool:
        return draft.value(name) in ("", before.get(name, ""))

    kept = {name for group in TOGETHER if not all(map(untouched, group)) for name in group}
    return draft.with_values(
        {name: value for name, value in after.items() if untouched(name) and name not in kept}
    )


def is_as_read(draft: Draft, values: Mapping[str, str]) -> bool:
    """Whether all that stands in the fields was read, and nothing typed."""
    return all(
        draft.value(name) in ("", values.get(name, ""))
        for name in Draft._fields
        if name not in (*CHOSEN, "posting")
    )


def count_words(values: Mapping[str, str]) -> str:
    """How much was found: "6 of 8 fields found"."""
    usual = sum(bool(values[name]) for name in USUAL)
    more = sum(bool(values[name]) for name in RARE) + any(values[name] for name in CONTACT)
    return f"{usual + more} of {len(USUAL) + more} fields found"


def marks_of(posting: Posting, values: Mapping[str, str]) -> list[Mark]:
    """Where the words of each field stand in the posting's text."""
    spans = {name: posting.found.get(name) for name in (*USUAL, *RARE)}
    for name in CONTACT:
        at = posting.text.find(values[name]) if values[name] else -1
        spans[name] = Span(at, at + len(values[name])) if at >= 0 else None
    return [Mark(name, values[name], span) for name, span in spans.items() if span is not None]
