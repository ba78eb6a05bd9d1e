"""The short lists a fact of an application is chosen from."""

from enum import StrEnum
from typing import TypeVar

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.text import quoted

T = TypeVar("T", bound=StrEnum)


class WorkMode(StrEnum):
    REMOTE = "remote"
    HYBRID = "hybrid"
    ON_SITE = "on_site"


class EmploymentType(StrEnum):
    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    CONTRACT = "contract"
    TEMPORARY = "temporary"
    FREELANCE = "freelance"
    INTERNSHIP = "internship"
    APPRENTICESHIP = "apprenticeship"
    VOLUNTEER = "volunteer"


class Channel(StrEnum):
    """How an application or a message went."""

    PORTAL = "portal"
    MAIL = "mail"
    REFERRAL = "referral"
    AGENCY = "agency"
    IN_PERSON = "in_person"
    PHONE = "phone"


class Waiting(StrEnum):
    """Whose turn it is."""

    ME = "me"
    THEM = "them"


EXCITEMENT = range(1, 6)


def fact_name(value: str) -> str:
    """A choice as a person reads it: "On site", "Full time"."""
    return value.replace("_", " ").capitalize()


def fact_from(kind: type[T], text: str, field: str) -> T | None:
    """The choice a person named, in any case, with blanks or hyphens; None for "".

    Raises InvalidInputError with the known ones.
    """
    key = text.strip().lower().replace(" ", "_").replace("-", "_")
    if not key:
        return None
    if key in kind.__members__.values():
        return kind(key)
    known = ", ".join(kind)
    raise InvalidInputError(
        f"There is no {field} {quoted(text)}. Use one of: {known}.", field=field
    )
