"""What a person has said about themselves in one letter, remembered for the next."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jobtracker.domain.letters import FieldName, FieldSource, field_named
from jobtracker.storage import settings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_PREFIX = "person."
"""Settings that remember it: "person.your_name"."""


def known(session: "Session") -> dict[FieldName, str]:
    """Every value that is remembered."""
    return {
        name.removeprefix(_PREFIX): str(value)
        for name, value in settings.settings(session).items()
        if name.startswith(_PREFIX)
    }


def remember(session: "Session", values: Mapping[FieldName, str]) -> None:
    """Keep those of the values that say something about the person, not about one letter."""
    for name, value in values.items():
        field = field_named(name)
        if value.strip() and field.remembered and field.source is FieldSource.PROFILE:
            settings.set_setting(session, f"{_PREFIX}{name}", value)
