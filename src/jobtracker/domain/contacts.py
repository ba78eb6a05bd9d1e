"""The people one meets in a search, and their part in an application."""

from typing import NamedTuple, TypedDict


class ContactFields(TypedDict, total=False):
    """What may be set of a contact; a missing key is left as it is. `company` is a name."""

    name: str
    company: str
    title: str
    email: str
    phone: str
    url: str
    notes: str


class Contact(NamedTuple):
    id: int
    uid: str
    name: str
    company: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    notes: str = ""


class LinkedContact(NamedTuple):
    """A contact and the part it has in one application ("Recruiter"), which may be empty."""

    contact: Contact
    part: str
