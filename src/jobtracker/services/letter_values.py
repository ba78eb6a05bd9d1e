"""What letters are filled with where nobody typed a value: each with where it comes from."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from jobtracker.domain.addressees import address_line, name_of
from jobtracker.domain.addresses import city_of, without_name
from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.interviews import Interview, InterviewResult
from jobtracker.domain.known_fields import FieldName, FieldSource, field_named
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_languages import closing, long_day, role_in, salutation, years_in
from jobtracker.domain.letter_pay import pay_words
from jobtracker.domain.letter_roles import after_de, plain_role
from jobtracker.services import me
from jobtracker.storage.letter_facts import LetterFacts, facts_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.domain.contacts import Contact, LinkedContact

_DECIDES = ("hiring manager", "manager")
_RECRUITS = ("recruit", "talent", "hr", "human resources", "personal", "people")
_NO_NAMES = frozenset({"company site", "company website", "careers page", "referral", "other"})
"""Sources that no sentence like "which I found on ..." can name."""
_NOT_HELD = frozenset({InterviewResult.CANCELLED, InterviewResult.NO_SHOW})


class KnownValues(NamedTuple):
    """`sources` names, for each value, what it comes from: a `FieldSource`."""

    values: Mapping[FieldName, str]
    sources: Mapping[FieldName, str]


class KnownFor(NamedTuple):
    """What is known for the letters of some applications, read once."""

    facts: Mapping[int, LetterFacts]
    about_me: Mapping[str, Any]
    """As `services.me.held` has it."""
    today: date

    def of(
        self, application_id: int, language: Language, kind: LetterKind = LetterKind.COVER_LETTER
    ) -> KnownValues:
        """For a letter to one of them. Raises NotFoundError for another application."""
        if application_id not in self.facts:
            raise NotFoundError(
                "This application is no longer there; nothing was changed. Choose another one."
            )
        told = _told(self.facts[application_id], language, kind, self.today)
        mine = me.known_in(self.about_me, language)
        values = {**mine, **{name: text for name, text in told.items() if text}}
        if "years_of_experience" in values:
            values["years_of_experience"] = years_in(language, values["years_of_experience"])
        if "current_role" in values:
            values["current_role"] = role_in(language, values["current_role"])
        own = dict.fromkeys(mine, FieldSource.PROFILE.value)
        return KnownValues(values, own | {name: field_named(name).source.value for name in told})


def known_values(
    session: "Session",
    application_id: int,
    language: Language,
    today: date,
    kind: LetterKind = LetterKind.COVER_LETTER,
) -> KnownValues:
    """What is known for a letter to this application, dates, pay, salutation and closing in the
    letter's language. Raises NotFoundError where the application is gone.
    """
    return known_for(session, [application_id], today).of(application_id, language, kind)


def known_for(session: "Session", application_ids: Sequence[int], today: date) -> KnownFor:
    """The same for many letters, in a fixed number of statements."""
    return KnownFor(facts_of(session, application_ids), me.held(session), today)


def main_contact(people: Iterable["LinkedContact"]) -> "Contact | None":
    """Whom a letter is to: who decides, else who recruits, else whoever was linked first."""
    linked = list(people)
    for wanted in (_DECIDES, _RECRUITS):
        for one in linked:
            if one.part.casefold().startswith(wanted):
                return one.contact
    return linked[0].contact if linked else None


def _told(
    facts: LetterFacts, language: Language, kind: LetterKind, today: date
) -> dict[FieldName, str]:
    contact = main_contact(facts.contacts)
    name = name_of(contact) if contact else ""
    role = plain_role(facts.role)

    def day(value: date | None) -> str:
        return long_day(value, language) if value else ""

    return {
        "company": facts.company,
        "company_address": without_name(facts.address, facts.company),
        "company_city": city_of(facts.address),
        "role": role,
        "de_role": after_de(role) if language is Language.FRENCH else "",
        "work_location": facts.location,
        "posting_url": facts.url,
        "source": "" if facts.source.casefold() in _NO_NAMES else facts.source,
        "reference": facts.reference,
        "applied_on": day(facts.applied_on),
        "deadline": day(facts.deadline),
        "interview_date": day(_next(facts.interviews, today)),
        "last_interview_date": day(_last(facts.interviews, today)),
        "pay": pay_words(facts.pay, language),
        "ask": pay_words(facts.ask, language),
        "offer": pay_words(facts.offer, language),
        "role_profile": facts.profile,
        "role_duty": facts.duty,
        "contact": name,
        "hiring_manager": name,
        "addressee": address_line(name, language),
        "contact_role": contact.title if contact else "",
        "contact_email": contact.email if contact else "",
        "date": long_day(today, language),
        "salutation": salutation(language, contact, kind),
        "closing": closing(language, kind, contact),
    }


def _next(meetings: Iterable[Interview], today: date) -> date | None:
    return min((one.on for one in meetings if one.on >= today and not one.result), default=None)


def _last(meetings: Iterable[Interview], today: date) -> date | None:
    """The newest one that took place, as far as is known; one of today counts."""
    held = (one.on for one in meetings if one.on <= today and one.result not in _NOT_HELD)
    return max(held, default=None)
