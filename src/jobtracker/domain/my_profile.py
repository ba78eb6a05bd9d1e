"""What a person says about themselves once, for every letter."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.known_fields import KNOWN_FIELDS, FieldName
from jobtracker.domain.text import checked_text, one_line, quoted, required_text

_NAME_LIMIT = 60
_NO_WORD = re.compile(r"[\W_]+")


class OwnField(NamedTuple):
    """A field of the person's own for letters: "Driving licence" is `{{ driving_licence }}`."""

    name: str
    value: str


class MyProfile(NamedTuple):
    """`address` are the lines of a postal address, `city` stands before a letter's date.

    `past_employers`, the latest first, may be named in letters although the person might apply
    to one of them today.
    """

    name: str = ""
    email: str = ""
    phone: str = ""
    address: tuple[str, ...] = ()
    city: str = ""
    links: tuple[str, ...] = ()
    years_of_experience: str = ""
    current_role: str = ""
    past_employers: tuple[str, ...] = ()
    own_fields: tuple[OwnField, ...] = ()


def own_field_name(label: str) -> FieldName:
    """The name in letters of a field of the person's own: "driving_licence"."""
    name = _NO_WORD.sub("_", label.strip().casefold()).strip("_")[:_NAME_LIMIT].rstrip("_")
    return name if name[:1].isalpha() else f"my_{name}".rstrip("_")


def checked_profile(profile: MyProfile) -> MyProfile:
    """The profile without outer blanks, empty lines and repeated names.

    Raises InvalidInputError for text that cannot be stored, an own field without a name or with
    the name of another field.
    """
    return MyProfile(
        name=_line(profile.name, "name"),
        email=_line(profile.email, "email"),
        phone=_line(profile.phone, "phone"),
        address=_kept(profile.address, "address"),
        city=_line(profile.city, "city"),
        links=_kept(profile.links, "link"),
        years_of_experience=_line(profile.years_of_experience, "years of experience"),
        current_role=_line(profile.current_role, "current role"),
        past_employers=tuple(dict.fromkeys(_kept(profile.past_employers, "past employer"))),
        own_fields=tuple(_own_fields(profile.own_fields)),
    )


def _line(text: str, field: str) -> str:
    return one_line(text, field).strip()


def _kept(lines: Iterable[str], field: str) -> tuple[str, ...]:
    return tuple(line for text in lines if (line := _line(text, field)))


def _own_fields(fields: Iterable[OwnField]) -> Iterable[OwnField]:
    met: set[FieldName] = set()
    for own in fields:
        label = required_text(own.name, "name of the field")
        name = own_field_name(label)
        if name in KNOWN_FIELDS or name in met:
            raise InvalidInputError(
                f"There is a field {quoted(label)} already; nothing was changed. "
                "Choose another name.",
                field="own_fields",
            )
        met.add(name)
        yield OwnField(label, checked_text(own.value, label).strip())
