"""A job posting as it was read: its facts, and the words each of them was read from."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """A part of a posting's text, in characters: text[start:end]."""

    start: int
    end: int


class PostingContact(NamedTuple):
    """Whom a posting names to turn to."""

    name: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""

    @property
    def is_known(self) -> bool:
        return any(self)


FIELDS = (
    "role",
    "company",
    "location",
    "country",
    "work_mode",
    "employment_type",
    "pay",
    "posted_on",
    "deadline",
    "reference",
    "url",
    "contact",
)
"""What is looked for in a posting, in the order a person reads it."""


class Posting(NamedTuple):
    """What was found; a field that was not is empty.

    `work_mode` and `employment_type` are values of `domain.facts`, `country` an ISO 3166 code of
    two letters, `pay` the words of the pay as a person would type them. `text` is the posting as
    it is kept; of each field that was found, `found` says where in `text` its words stand.
    `unsure` has the dates that can be read two ways, day first and month first: their field is
    None, and the person is asked.
    """

    role: str = ""
    company: str = ""
    location: str = ""
    country: str = ""
    work_mode: str = ""
    employment_type: str = ""
    pay: str = ""
    posted_on: date | None = None
    deadline: date | None = None
    reference: str = ""
    url: str = ""
    contact: PostingContact = PostingContact()
    text: str = ""
    found: Mapping[str, Span] = {}
    unsure: Mapping[str, tuple[date, date]] = {}

    def words(self, field: str) -> str:
        """The words a field was read from, "" where it was not found."""
        span = self.found.get(field)
        return self.text[span.start : span.end] if span else ""
