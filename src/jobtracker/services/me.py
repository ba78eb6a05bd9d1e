"""My profile: what a person says about themselves, once for every letter."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jobtracker.domain.changes import Done
from jobtracker.domain.known_fields import FieldName, field_named
from jobtracker.domain.letters import fields_in
from jobtracker.domain.my_profile import MyProfile, OwnField, checked_profile, own_field_name
from jobtracker.services.base import Service, done
from jobtracker.storage import letter_templates, settings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

__all__ = ["Me", "MyProfile", "OwnField", "known", "profile_in", "remember"]

_PREFIX = "person."
"""Settings that hold it: "person.your_name"."""
_EMPLOYERS, _OWN = "past_employers", "own_fields"
_LINE, _DOT = "\n", " · "
_PLAIN = {
    "name": "your_name",
    "email": "your_email",
    "phone": "your_phone",
    "city": "location",
    "years_of_experience": "years_of_experience",
    "current_role": "current_role",
}
"""Parts of the profile that are the value of one field each."""


class Me(Service):
    def profile(self) -> MyProfile:
        """What is known so far, in letters or here."""
        with self._db.read() as session:
            return profile_in(session)

    def uses(self) -> Mapping[FieldName, int]:
        """How many letter templates ask for each field."""
        with self._db.read() as session:
            texts = [template.text for template in letter_templates.every(session)]
        return Counter(name for text in texts for name in fields_in(text))

    def save(self, profile: MyProfile) -> Done[None]:
        """Keep the whole profile; an empty part forgets what was kept.

        Raises InvalidInputError, see `domain.my_profile.checked_profile`.
        """
        checked = checked_profile(profile)
        with self._db.write("edit my profile") as tx:
            held = _held(tx.session)
            if checked != _profile(held):
                _write(tx.session, held, _settings_of(checked))
        return done(None, tx)


def profile_in(session: "Session") -> MyProfile:
    """My profile as it is kept."""
    return _profile(_held(session))


def known(session: "Session") -> dict[FieldName, str]:
    """The values of the fields that my profile knows, own ones too."""
    held = _held(session)
    profile = _profile(held)
    values = {field: getattr(profile, part) for part, field in _PLAIN.items()}
    values["your_address"] = _LINE.join(profile.address) or profile.city
    values["your_links"] = _DOT.join(profile.links)
    values["previous_company"] = next(iter(profile.past_employers), "")
    values |= {own_field_name(own.name): own.value for own in profile.own_fields}
    return {name: value for name, value in values.items() if value}


def remember(session: "Session", values: Mapping[FieldName, str]) -> dict[str, str]:
    """Keep those of the values that say something about the person, not about one letter; the
    settings that hold them.
    """
    kept = {
        f"{_PREFIX}{name}": value
        for name, value in values.items()
        if value.strip() and field_named(name).remembered
    }
    for name, value in kept.items():
        settings.set_setting(session, name, value)
    return kept


def _held(session: "Session") -> dict[str, Any]:
    return {
        name.removeprefix(_PREFIX): value
        for name, value in settings.settings(session).items()
        if name.startswith(_PREFIX)
    }


def _profile(held: Mapping[str, Any]) -> MyProfile:
    latest = [str(held["previous_company"])] if held.get("previous_company") else []
    links = str(held.get("your_links", "")).replace(_DOT, _LINE)
    return MyProfile(
        **{part: str(held.get(field, "")) for part, field in _PLAIN.items()},
        address=_lines(str(held.get("your_address", ""))),
        links=_lines(links),
        past_employers=tuple(dict.fromkeys([*latest, *held.get(_EMPLOYERS, ())])),
        own_fields=tuple(OwnField(name, value) for name, value in held.get(_OWN, ())),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split(_LINE) if line.strip())


def _settings_of(profile: MyProfile) -> dict[str, Any]:
    """The profile as settings; the latest employer is the value of a field of letters."""
    plain = {field: getattr(profile, part) for part, field in _PLAIN.items()}
    return plain | {
        "your_address": _LINE.join(profile.address),
        "your_links": _DOT.join(profile.links),
        "previous_company": next(iter(profile.past_employers), ""),
        _EMPLOYERS: list(profile.past_employers),
        _OWN: [list(own) for own in profile.own_fields],
    }


def _write(session: "Session", held: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    for name, value in wanted.items():
        if value and value != held.get(name):
            settings.set_setting(session, f"{_PREFIX}{name}", value)
        elif not value and name in held:
            settings.drop_setting(session, f"{_PREFIX}{name}")
