"""The posting made of what a structure states.

The text that is kept has the facts on its first lines and the description below, so every
field that was found has its words in it. What the structure leaves open is looked for in the
description; the role, the company and the place are never taken from prose.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from jobtracker.domain.postings import Posting, PostingContact, Span
from jobtracker.exchange.postings.countries import country_named
from jobtracker.exchange.postings.descriptions import as_text
from jobtracker.exchange.postings.employers import (
    JOB_SITES,
    company_of_address,
    company_of_brand,
)
from jobtracker.exchange.postings.limits import MOST_LINES, PROSE_A_SECOND, Budget, refused
from jobtracker.exchange.postings.page_titles import names_in_title
from jobtracker.exchange.postings.plain import read_plain
from jobtracker.exchange.postings.stated import (
    Stated,
    day_of,
    employment_of,
    in_words,
    storable,
    work_mode_of,
)
from jobtracker.exchange.postings.text_lines import Piece
from jobtracker.exchange.postings.text_places import place_in

MOST_PROSE = 100_000
"""Characters of descriptions that are searched in one file; a board's whole list has more."""
_DATES = ("posted_on", "deadline")
_OPEN = ("work_mode", "employment_type", "pay", "deadline", "reference", "contact")
_EMPTY = (None, "", PostingContact())


class Composer:
    """Makes postings out of what was stated, within one reading's budget."""

    def __init__(self, today: date, budget: Budget) -> None:
        self._today = today
        self._budget = budget
        self._prose_left = MOST_PROSE

    def posting(self, stated: Stated) -> Posting:
        """One posting; raises UnreadableFileError when the time is up."""
        self._budget.check()
        stated = storable(stated)
        description = as_text(stated.description, self._budget)
        if not stated.company:
            company = company_of_address(stated.url, description)
            company = company or company_of_brand(stated.brand, description)
            stated = stated._replace(company=company)
        posting = _headed(stated)
        if any(words and not day_of(words) for words in (stated.posted_on, stated.deadline)):
            written = self._read(posting.text)
            posting = _with_open(posting, written, _DATES, 0)
        start = len(posting.text) + 2 if posting.text else 0
        posting = posting._replace(text=f"{posting.text}\n\n{description}".strip())
        return _with_open(posting, self._read(description), _OPEN, start)

    def plain(self, text: str, *, title: str = "", url: str = "", site: str = "") -> Posting:
        """What plain text says; for a page's, also what it calls itself.

        The title stands on top of the text where that finds more. `site` is the company where
        the text names it and it is no job board.
        """
        if text.count("\n") > MOST_LINES:
            raise refused(f"The posting has more than {MOST_LINES:,} lines")
        self._budget.check(len(text) / PROSE_A_SECOND)
        posting = read_plain(text, self._today)
        if title and len(text) < MOST_PROSE and not (posting.role and posting.company):
            posting = max(posting, self._titled(title, text), key=_names)
        if not posting.company and site.casefold() not in JOB_SITES:
            posting = _with_words(posting, "company", site)
        if not posting.url and url:
            posting = posting._replace(text=f"{posting.text}\n\n{url}")
            posting = _with_words(posting, "url", url)
        return posting

    def _titled(self, title: str, text: str) -> Posting:
        """The same text under its page's title."""
        posting = read_plain(f"{title}\n\n{text}", self._today)
        role, company = names_in_title(title)
        for field, words in (("role", role), ("company", company)):
            posting = _with_words(posting, field, words)
        return posting

    def _read(self, prose: str) -> Posting:
        """What plain text says, as far as it may still be searched."""
        prose = prose[: self._prose_left]
        if not prose or prose.count("\n") > MOST_LINES:
            return Posting()
        self._prose_left -= len(prose)
        return read_plain(prose, self._today)


def _names(posting: Posting) -> int:
    """How many of the two names that an application needs were found."""
    return bool(posting.role) + bool(posting.company)


def _with_words(posting: Posting, field: str, words: str) -> Posting:
    """The posting with a field that has these words, if its text has them."""
    start = posting.text.find(words) if words else -1
    if start < 0:
        return posting
    found = {**posting.found, field: Span(start, start + len(words))}
    change: dict[str, Any] = {field: words}
    return posting._replace(found=found, **change)


class _Head:
    """The first lines of a posting's text, and where each field's words stand in them."""

    def __init__(self) -> None:
        self.text = ""
        self.found: dict[str, Span] = {}

    def say(self, field: str, words: str, label: str = "") -> None:
        """A line with a field's words; an empty field has none."""
        if not words:
            return
        self.text += "\n" if self.text else ""
        self.text += f"{label}: " if label else ""
        self.found[field] = Span(len(self.text), len(self.text) + len(words))
        self.text += words


def _headed(stated: Stated) -> Posting:
    """The facts as a posting whose text is its first lines."""
    place = place_in(Piece(stated.location, 0))
    posting = Posting(
        role=stated.role,
        company=stated.company,
        location=place.piece.text,
        country=country_named(stated.country) or _country_of(place.piece.text),
        work_mode=work_mode_of(in_words(stated.work_mode)) or work_mode_of(stated.location),
        employment_type=employment_of(stated.employment_type),
        pay=stated.pay,
        posted_on=day_of(stated.posted_on),
        deadline=day_of(stated.deadline),
        reference=stated.reference,
        url=stated.url,
        contact=stated.contact,
    )
    head = _head_of(stated)
    spans = head.found
    if "location" in spans:
        whole = spans["location"]
        start = whole.start + place.piece.start
        spans["location"] = Span(start, start + len(place.piece.text))
        if not country_named(stated.country):
            spans["country"] = spans["location"]
        if not work_mode_of(in_words(stated.work_mode)):
            spans["work_mode"] = whole
    found = {field: span for field, span in spans.items() if getattr(posting, field) not in _EMPTY}
    return posting._replace(text=head.text, found=found)


def _country_of(place: str) -> str:
    """The country that every one of the places is in, where that is certain."""
    countries = {
        place_in(Piece(part, 0)).country or country_named(part) for part in place.split("; ")
    }
    return countries.pop() if len(countries) == 1 else ""


def _code_or_name(country: str) -> str:
    return country.upper() if country.upper() == country_named(country) else country


def _day(words: str) -> str:
    """An ISO time as its day, anything else as it is."""
    day = day_of(words)
    return day.isoformat() if day else words


def _head_of(stated: Stated) -> _Head:
    head = _Head()
    head.say("role", stated.role)
    head.say("company", stated.company)
    head.say("location", stated.location, "Location")
    head.say("country", _code_or_name(stated.country), "Country")
    head.say("work_mode", in_words(stated.work_mode), "Work mode")
    head.say("employment_type", in_words(stated.employment_type), "Employment type")
    head.say("pay", stated.pay, "Pay")
    head.say("posted_on", _day(stated.posted_on), "Posted")
    head.say("deadline", _day(stated.deadline), "Deadline")
    head.say("reference", stated.reference, "Reference")
    head.say("url", stated.url, "Link")
    head.say("contact", ", ".join(filter(None, stated.contact)), "Contact")
    return head


def _with_open(posting: Posting, read: Posting, fields: Iterable[str], start: int) -> Posting:
    """The posting with those of the fields it has not as the text from `start` on was read."""
    wanted = [
        field
        for field in fields
        if getattr(posting, field) in _EMPTY and field not in posting.unsure
    ]
    spans = {
        field: Span(read.found[field].start + start, read.found[field].end + start)
        for field in wanted
        if field in read.found
    }
    return posting._replace(
        found={**posting.found, **spans},
        unsure={
            **posting.unsure,
            **{field: read.unsure[field] for field in wanted if field in read.unsure},
        },
        **{field: getattr(read, field) for field in wanted if field in read.found},
    )
