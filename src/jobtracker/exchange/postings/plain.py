"""A job posting as plain text (a copied page, a mail, a card, prose), read into its facts.

Three kinds of evidence are read, in this order: labelled lines ("Location: Berlin"), the head
(the short lines around the role) and sentences. What none of them says stays empty.
"""

import re
from collections.abc import Sequence
from datetime import date

from jobtracker.domain.facts import EmploymentType
from jobtracker.domain.postings import Posting, PostingContact, Span
from jobtracker.exchange.postings.text_companies import companies_in
from jobtracker.exchange.postings.text_contacts import contact_of
from jobtracker.exchange.postings.text_dates import dates_of
from jobtracker.exchange.postings.text_days import read_days
from jobtracker.exchange.postings.text_head import Head, read_head
from jobtracker.exchange.postings.text_labels import Labelled, labelled
from jobtracker.exchange.postings.text_language import language_of
from jobtracker.exchange.postings.text_lines import Line, Piece, lines_of, own_lines, view_of
from jobtracker.exchange.postings.text_names import best_company, is_company_name, own_name
from jobtracker.exchange.postings.text_pay import pay_of
from jobtracker.exchange.postings.text_places import (
    Place,
    country_of,
    place_after,
    place_beside,
    place_in,
    place_in_name,
    place_in_prose,
)
from jobtracker.exchange.postings.text_references import link_in, reference_alone, reference_in
from jobtracker.exchange.postings.text_roles import GENDERS, bare_role, looks_like_role
from jobtracker.exchange.postings.text_work import (
    HOME_LABELS,
    Employment,
    Mode,
    mode_in_prose,
    mode_of_home,
    mode_of_words,
    narrowest,
    short_parts,
    type_in_prose,
    type_of_words,
)

MOST_CHARACTERS = 100_000
MOST_LINES = 2_000
"""What stands behind so much of a text is kept and not read: no posting is that long."""
_HEAD_LINES = 14
_SHORT_LINE = 60
_ONLY = re.compile(r"\b(?:only|based|residents?|remote|hybrid|anywhere|fully)\b", re.IGNORECASE)
_BY_TITLE = (EmploymentType.INTERNSHIP, EmploymentType.APPRENTICESHIP, EmploymentType.PART_TIME)
"""What a title says of the employment more surely than a label ("Werkstudent")."""


def read_plain(text: str, today: date) -> Posting:
    """What a careful reader finds in a posting; never raises, reads in linear time.

    `today` is what "3 days ago" and a date without a year count from.
    """
    view = view_of(text[:MOST_CHARACTERS])
    lines = own_lines(lines_of(view)[:MOST_LINES])
    return _Reader(text, view, lines, today).posting()


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
        role = self._labelled_role()
        head = read_head(self._lines, role)
        company = self._company(head)
        place = self._place(head, company)
        mode = self._mode()
        country, country_piece = self._country(place, mode)
        employment = self._employment(head)
        contact = contact_of(self._lines, self._named)
        language = language_of(self._view)
        american = (
            country == "US" if country in ("US", "GB", "IE", "AU", "NZ", "DE", "FR") else None
        )
        dates = dates_of(self._view, language, american=american, today=self._today)
        days = read_days(self._lines, self._named, dates)
        sure = {name: day for name, day in days._asdict().items() if day is not None}
        for name, day in sure.items():
            self._found[name] = day.span.span
        url = link_in(self._view, self._end, self._named)
        reference = reference_in(self._view, self._end, self._named) or reference_alone(self._lines)
        pay = pay_of(self._view, self._end, self._named)
        return Posting(
            role=_without_genders(self._take("role", head.role)),
            company=self._take("company", company),
            location=self._take("location", place.piece if place else None),
            country=country if self._take("country", country_piece) else "",
            work_mode=mode[0] if mode and self._take("work_mode", mode[1]) else "",
            employment_type=employment[0]
            if employment and self._take("employment_type", employment[1])
            else "",
            pay=self._take("pay", pay),
            posted_on=days.posted_on.day if days.posted_on and not days.posted_on.other else None,
            deadline=days.deadline.day if days.deadline and not days.deadline.other else None,
            reference=self._take("reference", reference),
            url=self._take("url", url),
            contact=PostingContact(
                contact.name.text, contact.title.text, contact.email.text, contact.phone.text
            )
            if self._take("contact", contact.first)
            else PostingContact(),
            text=self._text,
            found=self._found,
            unsure={name: (day.day, day.other) for name, day in sure.items() if day.other},
        )

    def _take(self, field: str, piece: Piece | None) -> str:
        """The words of a field, remembered as found."""
        if piece is None or not piece.text:
            return ""
        self._found[field] = piece.span
        return " ".join(piece.text.split())

    def _values(self, field: str) -> list[Piece]:
        return [each.value for each in self._named if each.field == field]

    def _labelled_role(self) -> Piece | None:
        for each in self._named:
            if each.field == "role" and len(each.value.text) <= 140:
                bare = bare_role(each.value)
                if looks_like_role(bare.text[:1].upper() + bare.text[1:]) or (each.line < _HEAD_LINES and _is_plain(bare.text)):
                    return bare
        return None

    def _company(self, head: Head) -> Piece | None:
        for value in self._values("company"):
            name = own_name(value)
            if is_company_name(name.text.rstrip(".")):
                return name
        return best_company([*head.companies, *companies_in(self._lines)], self._view)

    def _place(self, head: Head, company: Piece | None) -> Place | None:
        for value in self._values("location"):
            place = place_in(value)
            if place.piece.text and len(place.piece.text) <= 120:
                return place
        if head.place:
            return head.place
        beside = place_beside(self._view, self._end, company.text) if company else None
        after = place_after(self._view, head.role.span.end, self._end) if head.role else None
        said = after or beside or place_in_prose(self._view, self._end)
        return said or (place_in_name(company) if company else None)

    def _country(self, place: Place | None, mode: Mode | None) -> tuple[str, Piece | None]:
        for value in self._values("country"):
            if code := country_of(value.text):
                return code, value
        if place and place.country:
            return place.country, place.piece
        for value in self._values("location"):
            if code := country_of(value.text):
                return code, value
        return self._country_beside(mode[1]) if mode else ("", None)

    def _country_beside(self, mode: Piece) -> tuple[str, Piece | None]:
        """"Remote - US only": a country is named on the short line that says the work mode."""
        for line in self._lines:
            if line.start <= mode.start < line.piece.span.end and len(line.text) <= _SHORT_LINE:
                words = _ONLY.sub("", line.text)
                if code := country_of(words):
                    return code, line.piece
        return "", None

    def _mode(self) -> Mode | None:
        for each in self._named:
            if each.label in HOME_LABELS and (mode := mode_of_home(each.value)):
                return mode
        for field in ("work_mode", "location"):
            for value in self._values(field):
                if mode := mode_of_words(value):
                    return mode
        for line in self._lines[:_HEAD_LINES]:
            if mode := next(filter(None, map(mode_of_words, short_parts(line.piece))), None):
                return mode
        return next(filter(None, (mode_in_prose(line.piece) for line in self._lines)), None)

    def _employment(self, head: Head) -> Employment | None:
        if head.role and (employment := type_of_words(head.role)) and employment[0] in _BY_TITLE:
            return employment
        if labelled := narrowest(map(type_of_words, self._values("employment_type"))):
            return labelled
        if head.role and (employment := type_of_words(head.role)):
            return employment
        for line in self._lines[:_HEAD_LINES]:
            if employment := narrowest(map(type_of_words, short_parts(line.piece))):
                return employment
        return type_in_prose(line.piece for line in self._lines)


def _without_genders(role: str) -> str:
    """ "Pflegefachkraft (m/w/d) im Nachtdienst" without its marks; others as they are."""
    return " ".join(GENDERS.sub(" ", role).split())


def _is_plain(text: str) -> bool:
    """Whether a labelled value may be a title without a word of the lexicon."""
    return 2 < len(text) <= 80 and text[0].isupper() and not text.endswith((".", "!", "?"))
