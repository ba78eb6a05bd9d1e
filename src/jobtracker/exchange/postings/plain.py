"""A job posting as plain text (a copied page, a mail, a card, prose), read into its facts.

Three kinds of evidence are read, in this order: labelled lines ("Location: Berlin"), the head
(the short lines around the role) and sentences. What none of them says stays empty: a wrong
value is worse than none.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from jobtracker.domain.facts import EmploymentType
from jobtracker.domain.postings import FIELDS, Posting, PostingContact, Span
from jobtracker.exchange.postings.text_companies import companies_in
from jobtracker.exchange.postings.text_contacts import contact_of
from jobtracker.exchange.postings.text_dates import Day, dates_of
from jobtracker.exchange.postings.text_days import Days, read_days
from jobtracker.exchange.postings.text_employment import (
    Employment,
    narrowest,
    type_in_prose,
    type_of_words,
)
from jobtracker.exchange.postings.text_head import Head, read_head
from jobtracker.exchange.postings.text_labels import labelled
from jobtracker.exchange.postings.text_language import language_of
from jobtracker.exchange.postings.text_lines import (
    Line,
    Piece,
    lines_of,
    own_lines,
    short_parts,
    view_of,
)
from jobtracker.exchange.postings.text_modes import (
    HOME_LABELS,
    Mode,
    mode_in_prose,
    mode_of_home,
    mode_of_words,
)
from jobtracker.exchange.postings.text_names import best_company, is_company_name, own_name
from jobtracker.exchange.postings.text_pay import in_dollars_of, pay_of
from jobtracker.exchange.postings.text_people import NOTHING
from jobtracker.exchange.postings.text_place_prose import (
    place_after,
    place_beside,
    place_in_name,
    place_in_prose,
)
from jobtracker.exchange.postings.text_places import (
    Place,
    country_of,
    is_place,
    is_remote_place,
    place_in,
    without_name,
)
from jobtracker.exchange.postings.text_quotes import unquoted
from jobtracker.exchange.postings.text_references import link_in, reference_alone, reference_in
from jobtracker.exchange.postings.text_roles import GENDERS, bare_role, looks_like_role
from jobtracker.exchange.postings.text_sections import first_posting

MOST_CHARACTERS = 100_000
MOST_LINES = 2_000
"""What stands behind so much of a text is kept and not read: no posting is that long."""

_HEAD_LINES = 14
_SHORT_LINE = 60
_LONGEST_ROLE, _LONGEST_BARE_ROLE = 140, 80
_LONGEST_PLACE = 120
_ONLY = re.compile(r"\b(?:only|based|residents?|remote|hybrid|anywhere|fully)\b", re.IGNORECASE)
_WITHIN = re.compile(
    r",? ?\(?(?:(?:anywhere|based|from|only|but)\s){0,2}(?:within|in|across|from|aus|en|au"
    r"|depuis)\s"
    r"(?:the |der |la )?([A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+){0,2}|U\.?[SK]\.?A?\.?)(?!\w)"
)
_LEADS_TO_PLACE = re.compile(r"\s(?:within|in|across|from|aus)$")
_IN_BRACKETS = re.compile(r"\(([^()\n]{2,60})\)")
_BY_TITLE = (EmploymentType.INTERNSHIP, EmploymentType.APPRENTICESHIP, EmploymentType.PART_TIME)
"""What a title says of the employment more surely than a label ("Werkstudent")."""
_DAY_FIRST = ("GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR")
"""Countries that write the day before the month; the USA alone write the month first."""


def read_plain(text: str, today: date) -> Posting:
    """What a careful reader finds in a posting; never raises, reads in linear time.

    `today` is what "3 days ago" and a date without a year count from.
    """
    quoted = unquoted(view_of(text[:MOST_CHARACTERS]))
    view = first_posting(quoted.view)
    lines = own_lines(lines_of(view)[:MOST_LINES])
    posting = _Reader(text, view, lines, today).posting()
    found = {name: quoted.origin(span) for name, span in posting.found.items()}
    return posting._replace(found=found)


class _Reader:
    """One reading: what was found so far, each value with its words."""

    def __init__(self, text: str, view: str, lines: Sequence[Line], today: date) -> None:
        self._text = text
        self._view = view
        self._lines = lines
        self._end = lines[-1].piece.span.end if lines else 0
        self._today = today
        self._named = labelled(lines)
        self._found: dict[str, Span] = {}

    def posting(self) -> Posting:
        head = read_head(self._lines, self._labelled_role())
        company = self._company(head)
        place = self._place(head, company)
        mode = self._mode()
        employment = self._employment(head)
        country = self._country(place, mode)
        days = self._days(country)
        unsure = {name: (day.day, day.other) for name, day in _known(days) if day.other}
        pay = pay_of(self._view, self._end, self._named)
        reference = reference_in(self._view, self._end, self._named)
        return Posting(
            role=_without_genders(self._take("role", head.role)),
            company=self._take("company", company),
            location=self._take("location", place.piece if place else None),
            country=country,
            work_mode=mode[0] if mode and self._take("work_mode", mode[1]) else "",
            employment_type=self._take_employment(employment),
            pay=in_dollars_of(country, self._take("pay", pay)),
            posted_on=_sure(days.posted_on),
            deadline=_sure(days.deadline),
            reference=self._take("reference", reference or reference_alone(self._lines)),
            url=self._take("url", link_in(self._view, self._end, self._named)),
            contact=self._contact(head.role),
            text=self._text,
            found={name: self._found[name] for name in FIELDS if name in self._found},
            unsure=unsure,
        )

    def _take(self, field: str, piece: Piece | None) -> str:
        """The words of a field, remembered as found."""
        if piece is None or not piece.text:
            return ""
        self._found[field] = piece.span
        return " ".join(piece.text.split())

    def _take_employment(self, employment: Employment | None) -> str:
        if employment is None:
            return ""
        self._take("employment_type", employment[1])
        return employment[0]

    def _values(self, field: str) -> list[Piece]:
        return [each.value for each in self._named if each.field == field]

    def _labelled_role(self) -> Piece | None:
        for each in self._named:
            if each.field == "role" and len(each.value.text) <= _LONGEST_ROLE:
                bare = bare_role(each.value)
                is_role = looks_like_role(bare.text[:1].upper() + bare.text[1:])
                if is_role or (each.line < _HEAD_LINES and _is_plain(bare.text)):
                    return bare
        return None

    def _company(self, head: Head) -> Piece | None:
        for value in self._values("company"):
            name = own_name(value)
            if is_company_name(name.text.rstrip(".")):
                return name
        return best_company([*head.companies, *companies_in(self._lines)], self._view)

    def _place(self, head: Head, company: Piece | None) -> Place | None:
        values = (value for value in self._values("location") if not value.text.endswith(":"))
        labelled_places = [place_in(value) for value in values]
        for place in sorted(labelled_places, key=lambda each: not is_place(each.piece.text)):
            if place.piece.text and len(place.piece.text) <= _LONGEST_PLACE:
                return place
        if head.place:
            return without_name(head.place, company)
        after = place_after(self._view, head.role.span.end, self._end) if head.role else None
        beside = place_beside(self._view, self._end, company.text) if company else None
        said = after or beside or place_in_prose(self._view, self._end)
        return said or (place_in_name(company) if company else None)

    def _country(self, place: Place | None, mode: Mode | None) -> str:
        """The country that a label names, or that the place makes certain."""
        pieces = self._values("country")
        pieces += [place.piece] if place else []
        pieces += self._values("location")
        for piece in pieces:
            if code := country_of(piece.text):
                self._take("country", piece)
                return code
        return self._country_beside(mode[1]) if mode else ""

    def _country_beside(self, mode: Piece) -> str:
        """The country on the short line that says the work mode: "Remote - US only"."""
        for line in self._lines:
            if line.start <= mode.start < line.piece.span.end and len(line.text) <= _SHORT_LINE:
                code = country_of(_ONLY.sub("", line.text))
                self._take("country", line.piece if code else None)
                return code
        return self._country_behind(mode)

    def _country_behind(self, mode: Piece) -> str:
        """The country that a sentence goes on with: "fully remote within Canada"."""
        led = _LEADS_TO_PLACE.search(mode.text)
        found = _WITHIN.match(self._view, mode.start + led.start() if led else mode.span.end)
        words = found[1].split() if found else []
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            if found and (code := country_of(name)):
                self._take("country", Piece(name, found.start(1)))
                return code
        return ""

    def _mode(self) -> Mode | None:
        for each in self._named:
            if each.label in HOME_LABELS and (mode := mode_of_home(each.value)):
                return mode
        labelled_pieces = [*self._values("work_mode"), *self._values("location")]
        facts = [part for line in self._lines[:_HEAD_LINES] for part in short_parts(line.piece)]
        for piece in (*labelled_pieces, *facts, *self._asides()):
            if mode := mode_of_words(piece):
                return mode
        return next(filter(None, (mode_in_prose(line.piece) for line in self._lines)), None)

    def _asides(self) -> Iterator[Piece]:
        """What brackets of the head say of nothing but the work mode: "(Leeds, hybrid)"."""
        for line in self._lines[:_HEAD_LINES]:
            for bracket in _IN_BRACKETS.finditer(line.text):
                for part in re.finditer(r"[^,;/|]+", bracket[1]):
                    if is_remote_place(part[0].strip()):
                        start = bracket.start(1)
                        yield line.piece.part(start + part.start(), start + part.end())

    def _employment(self, head: Head) -> Employment | None:
        by_title = type_of_words(head.role) if head.role else None
        if by_title and by_title[0] in _BY_TITLE:
            return by_title
        if by_label := narrowest(map(type_of_words, self._values("employment_type"))):
            return by_label
        if by_title:
            return by_title
        for line in self._lines[:_HEAD_LINES]:
            if fact := narrowest(map(type_of_words, short_parts(line.piece))):
                return fact
        return type_in_prose(line.piece for line in self._lines)

    def _days(self, country: str) -> Days:
        """The two days, those that can be read two ways with both readings."""
        american = None if country not in ("US", *_DAY_FIRST) else country == "US"
        language = language_of(self._view)
        dates = dates_of(self._view, language, american=american, today=self._today)
        days = read_days(self._lines, self._named, dates)
        for name, day in _known(days):
            self._take(name, day.span)
        return days

    def _contact(self, role: Piece | None) -> PostingContact:
        contact = contact_of(self._lines, self._named)
        if role and contact.name.text and contact.name.text in role.text:
            contact.name = contact.title = NOTHING
        if not self._take("contact", contact.first):
            return PostingContact()
        return PostingContact(
            contact.name.text, contact.title.text, contact.email.text, contact.phone.text
        )


def _known(days: Days) -> list[tuple[str, Day]]:
    named = (("posted_on", days.posted_on), ("deadline", days.deadline))
    return [(name, day) for name, day in named if day is not None]


def _sure(day: Day | None) -> date | None:
    return day.day if day and day.other is None else None


def _without_genders(role: str) -> str:
    """A title without its marks wherever they stand: "Pfleger (m/w/d) im Nachtdienst"."""
    return " ".join(GENDERS.sub(" ", role).split())


def _is_plain(text: str) -> bool:
    """Whether a labelled value may be a title without a word of the lexicon."""
    is_short = 1 < len(text) <= _LONGEST_BARE_ROLE
    return is_short and text[0].isupper() and not text.endswith((".", "!", "?"))
