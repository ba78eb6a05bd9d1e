"""The fields a letter may ask for, and where each of them gets its value."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

FieldName: TypeAlias = str


class FieldSource(StrEnum):
    """Where a field's value comes from when nobody typed one for this letter."""

    APPLICATION = "application"
    COMPANY = "company"
    CONTACT = "contact"
    ROLE_PROFILE = "role profile"
    PROFILE = "profile"
    """What a person says about themselves: see `services.me`."""
    PERSON = "person"
    """Nothing in the program knows it: it is typed for each letter."""
    DATE = "date"
    PAY = "pay"
    LANGUAGE = "language"
    """The letter's language, its kind, and whom it greets: see `domain.letter_languages`."""


class Field(NamedTuple):
    """A field the program knows. `remembered`: a value once typed is offered in every letter."""

    name: FieldName
    label: str
    source: FieldSource
    remembered: bool = False


KNOWN_FIELDS: Mapping[FieldName, Field] = {
    field.name: field
    for field in (
        Field("company", "Company", FieldSource.APPLICATION),
        Field("role", "Role", FieldSource.APPLICATION),
        Field("de_role", "Role after a French “de”", FieldSource.APPLICATION),
        Field("your_name", "Your name", FieldSource.PROFILE, remembered=True),
        Field("your_email", "Your email", FieldSource.PROFILE, remembered=True),
        Field("your_phone", "Your phone", FieldSource.PROFILE, remembered=True),
        Field("your_address", "Your address", FieldSource.PROFILE, remembered=True),
        Field("your_links", "Your links", FieldSource.PROFILE, remembered=True),
        Field("location", "Your location", FieldSource.PROFILE, remembered=True),
        Field("date", "Date", FieldSource.DATE),
        Field("salutation", "Salutation", FieldSource.LANGUAGE),
        Field("closing", "Closing", FieldSource.LANGUAGE),
        Field("hiring_manager", "Hiring manager", FieldSource.CONTACT),
        Field("contact", "Contact", FieldSource.CONTACT),
        Field("addressee", "Contact in an address", FieldSource.CONTACT),
        Field("contact_role", "Contact's role", FieldSource.CONTACT),
        Field("contact_email", "Contact's email", FieldSource.CONTACT),
        Field("company_address", "Company address", FieldSource.COMPANY),
        Field("company_city", "Company city", FieldSource.COMPANY),
        Field("source", "Where you found it", FieldSource.APPLICATION),
        Field("reference", "Job reference", FieldSource.APPLICATION),
        Field("work_location", "Place of work", FieldSource.APPLICATION),
        Field("applied_on", "Applied on", FieldSource.APPLICATION),
        Field("deadline", "Deadline", FieldSource.APPLICATION),
        Field("posting_url", "Link of the posting", FieldSource.APPLICATION),
        Field("interview_date", "Next interview", FieldSource.APPLICATION),
        Field("last_interview_date", "Last interview", FieldSource.APPLICATION),
        Field("pay", "Pay in the posting", FieldSource.PAY),
        Field("offer", "Offer", FieldSource.PAY),
        Field("ask", "Pay you ask for", FieldSource.PAY),
        Field("role_profile", "Role profile", FieldSource.ROLE_PROFILE),
        Field("role_duty", "First duty of the role", FieldSource.ROLE_PROFILE),
        Field("years_of_experience", "Years of experience", FieldSource.PROFILE, remembered=True),
        Field("current_role", "Current role", FieldSource.PROFILE, remembered=True),
        Field("previous_company", "Previous company", FieldSource.PROFILE, remembered=True),
        Field("company_product", "Company product", FieldSource.PERSON),
        Field("achievement", "Achievement", FieldSource.PERSON),
        Field("start_date", "Start date", FieldSource.PERSON),
        Field("referrer", "Referrer", FieldSource.PERSON),
        Field("enclosures", "Enclosures", FieldSource.PERSON),
    )
}


def field_named(name: FieldName) -> Field:
    """The known field of that name, or a person's own one."""
    known = KNOWN_FIELDS.get(name)
    if known:
        return known
    words = name.replace("_", " ").strip()
    return Field(name, words[:1].upper() + words[1:], FieldSource.PERSON)


def label_of(name: FieldName) -> str:
    """The field as a person reads it: "Company product"."""
    return field_named(name).label
