"""My profile: what a person says about themselves, once for every letter."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jobtracker.domain.changes import Done
from jobtracker.domain.known_fields import FieldName, field_named
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_languages import is_number_of_years
from jobtracker.domain.letters import fields_in
from jobtracker.domain.my_profile import MyProfile, OwnField, checked_profile, own_field_name
from jobtracker.services.base import Service, done
from jobtracker.services.resume_import import BroughtIn, filled_up, keep_skills, skills_of
from jobtracker.storage import letter_templates, my_skills, settings

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

    from jobtracker.exchange.resume import Resume

__all__ = [
    "Me",
    "MyProfile",
    "OwnField",
    "held",
    "known",
    "known_in",
    "profile_in",
    "remember",
]

_PREFIX = "person."
"""Settings that hold it: "person.your_name"."""
_IN_WORDS = ("current_role", "years_of_experience")
"""What is said in the words of a language: typed in a letter it is kept for letters in the same
one ("person.current_role.de"). What my profile says itself serves where there is nothing else.
"""
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

    def offered(self, path: "Path") -> BroughtIn:
        """What `import_resume` would do; saves nothing."""
        from jobtracker.exchange.resume import read_resume

        with self._db.read() as session:
            return self._brought_in(session, read_resume(path))

    def import_resume(self, path: "Path") -> "Done[BroughtIn]":
        """Take the skills of a resume over, and what it says of the person where my profile says
        nothing yet, as one step.

        Raises UnreadableFileError for a file that is no resume; nothing is changed then.
        """
        from jobtracker.exchange.resume import read_resume
        from jobtracker.services import backups

        resume = read_resume(path)
        backups.before(self._db, backups.BEFORE_IMPORT)
        with self._db.write("import resume") as tx:
            found = self._brought_in(tx.session, resume)
            before = held(tx.session)
            if found.filled:
                _write(tx.session, before, _settings_of(checked_profile(found.profile)))
            keep_skills(tx.session, found.skills, self._clock.now())
        return done(found, tx)

    @staticmethod
    def _brought_in(session: "Session", resume: "Resume") -> BroughtIn:
        profile, filled = filled_up(profile_in(session), resume)
        skills = tuple(skills_of(resume))
        new = sum(my_skills.called(session, skill.name) is None for skill in skills)
        return BroughtIn(profile, filled, skills, new, resume.refused)

    def save(self, profile: MyProfile) -> Done[None]:
        """Keep the whole profile; an empty part forgets what was kept.

        Raises InvalidInputError, see `domain.my_profile.checked_profile`.
        """
        checked = checked_profile(profile)
        with self._db.write("edit my profile") as tx:
            before = held(tx.session)
            if checked != _profile(before):
                _write(tx.session, before, _settings_of(checked))
        return done(None, tx)


def profile_in(session: "Session") -> MyProfile:
    """My profile as it is kept."""
    return _profile(held(session))


def known(session: "Session", language: Language | None = None) -> dict[FieldName, str]:
    """The values of the fields that my profile knows, own ones too, for letters in a language."""
    return known_in(held(session), language)


def known_in(held: Mapping[str, Any], language: Language | None) -> dict[FieldName, str]:
    """The same of what is held already, see `held`."""
    profile = _profile(held)
    values = {field: getattr(profile, part) for part, field in _PLAIN.items()}
    if language is not None:
        for name in _IN_WORDS:
            values[name] = str(held.get(_key(name, language)) or held.get(name, ""))
    values["your_address"] = _LINE.join(profile.address) or profile.city
    values["your_links"] = _DOT.join(profile.links)
    values["previous_company"] = next(iter(profile.past_employers), "")
    values |= {own_field_name(own.name): own.value for own in profile.own_fields}
    return {name: value for name, value in values.items() if value}


def remember(
    session: "Session", values: Mapping[FieldName, str], language: Language | None = None
) -> dict[str, str]:
    """Keep those of the values that say something about the person, not about one letter; the
    settings that hold them. `language` is that of the letter they were typed in.
    """
    kept = {
        f"{_PREFIX}{_place_of(name, value, language)}": value
        for name, value in values.items()
        if value.strip() and field_named(name).remembered
    }
    for name, value in kept.items():
        settings.set_setting(session, name, value)
    return kept


def held(session: "Session") -> dict[str, Any]:
    """What is kept of the person, by the name of its field: "current_role", and by language where
    it was typed in a letter: "current_role.de".
    """
    return {
        name.removeprefix(_PREFIX): value
        for name, value in settings.settings(session).items()
        if name.startswith(_PREFIX)
    }


def _key(name: FieldName, language: Language) -> str:
    return f"{name}.{language.value}"


def _place_of(name: FieldName, value: str, language: Language | None) -> str:
    if language is None or name not in _IN_WORDS or is_number_of_years(value):
        return name
    return _key(name, language)


def _shown(held: Mapping[str, Any], name: FieldName) -> str:
    """A value as my profile shows it: its own, else what was typed in some letter."""
    said = (held.get(key) for key in (name, *(_key(name, one) for one in Language)))
    return str(next((value for value in said if value), ""))


def _profile(held: Mapping[str, Any]) -> MyProfile:
    latest = [str(held["previous_company"])] if held.get("previous_company") else []
    links = str(held.get("your_links", "")).replace(_DOT, _LINE)
    return MyProfile(
        **{part: _shown(held, field) for part, field in _PLAIN.items()},
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
    changed = [name for name in _IN_WORDS if wanted[name] != _shown(held, name)]
    for key in held.keys() & {_key(name, one) for name in changed for one in Language}:
        settings.drop_setting(session, f"{_PREFIX}{key}")
    for name, value in wanted.items():
        if name in _IN_WORDS and name not in changed:
            continue
        if value and value != held.get(name):
            settings.set_setting(session, f"{_PREFIX}{name}", value)
        elif not value and name in held:
            settings.drop_setting(session, f"{_PREFIX}{name}")
