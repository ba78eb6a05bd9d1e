"""What a person does with role profiles: look, import a page, edit, remove."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.profiles import LIBRARY, OWN, ProfileSummary, RoleProfile
from jobtracker.domain.text import checked_text, quoted, required_text, shortened
from jobtracker.services.base import Service, done
from jobtracker.storage import applications, profiles

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobtracker.exchange.profile_records import ProfilePage

_PARTS = (
    "glance",
    "duties",
    "overview",
    "qualifications",
    "outlook",
    "salaries",
    "related",
    "letter",
    "questions",
)
"""A page that has none of these is some other text."""


class Profiles(Service):
    def summaries(self) -> list[ProfileSummary]:
        """All profiles by title, each with its whole range and its linked applications."""
        with self._db.read() as session:
            return profiles.summaries(session)

    def show(self, reference: str) -> RoleProfile:
        """The profile of this title, number, uid or library key."""
        with self._db.read() as session:
            return profiles.load(session, profiles.id_of(session, reference))

    def load(self, profile_id: int) -> RoleProfile:
        with self._db.read() as session:
            return profiles.load(session, profile_id)

    def read_page(self, text: str) -> "ProfilePage":
        """What a page says, as text or HTML; saves nothing."""
        from jobtracker.exchange.profile_page import read_profile_page

        return read_profile_page(text)

    def import_page(self, text: str) -> Done[int]:
        """Store a page as a person's own profile; its id.

        A page that was imported before under the same title is brought up to date, so that
        the applications linked to it stay linked. Undo brings the former one back.
        """
        return self.store(self._profile_on(text))

    def import_pages(self, pages: Sequence[tuple[str, str]]) -> Done[list[int]]:
        """The same for several (name, text), all or none, as one step; their ids.

        Raises InvalidInputError that begins with the name of the page at fault.
        """
        found = []
        for name, text in pages:
            try:
                found.append(self._profile_on(text))
            except InvalidInputError as error:
                raise InvalidInputError(f"{quoted(name)}: {error}", field="page") from error
        label = (
            f"import {shortened(found[0].title)}"
            if len(found) == 1
            else f"import {len(found)} profiles"
        )
        with self._db.write(label) as tx:
            keys = [self._keep(tx.session, profile) for profile in found]
        return done(keys, tx)

    def store(self, profile: RoleProfile) -> Done[int]:
        """Keep a profile as the person's own, over an own one of the same title."""
        title = required_text(profile.title, "title")
        with self._db.write(f"import {shortened(title)}") as tx:
            key = self._keep(tx.session, profile)
        return done(key, tx)

    def _profile_on(self, text: str) -> RoleProfile:
        from jobtracker.services.profile_sources import from_page

        profile = from_page(self.read_page(text))
        if not profile.title or not any(getattr(profile, part) for part in _PARTS):
            raise InvalidInputError(
                "No role profile was found in this text. Nothing was saved. "
                "Copy the whole page, with its title, and try again.",
                field="page",
            )
        return profile

    def _keep(self, session: "Session", profile: RoleProfile) -> int:
        own = _own(profile)
        held = profiles.own_titled(session, own.title)
        if held is None:
            return profiles.insert(session, own, self._clock.now())
        profiles.replace(session, held, own, self._clock.now())
        return held

    def edit(self, profile_id: int, profile: RoleProfile) -> Done[int]:
        """Save an edited profile. One of the library is copied first: the copy is the
        person's own, and the applications linked to the library's are linked to it.
        """
        own, now = _own(profile), self._clock.now()
        with self._db.write(f"edit {shortened(own.title)}") as tx:
            held = profiles.load(tx.session, profile_id)
            if held.origin == LIBRARY:
                key = profiles.insert(tx.session, own, now)
                applications.relink(tx.session, profile_id, key)
            else:
                key = profile_id
                profiles.replace(tx.session, key, own, now)
        return done(key, tx)

    def remove(self, profile_id: int) -> Done[int]:
        """Take a person's own profile away; applications linked to it lose the link."""
        with self._db.write("delete profile") as tx:
            if profiles.load(tx.session, profile_id).origin == LIBRARY:
                raise InvalidInputError(
                    "This profile belongs to the bundled library and stays. "
                    "Edit it to make a copy of your own."
                )
            applications.relink(tx.session, profile_id, None)
            profiles.remove(tx.session, profile_id)
        return done(profile_id, tx)


def _own(profile: RoleProfile) -> RoleProfile:
    """The profile as a person's own; InvalidInputError where a text of it cannot be kept."""
    for part in fields(profile):
        for text in _texts(getattr(profile, part.name)):
            checked_text(text, part.name)
    title = required_text(profile.title, "title")
    return replace(profile, title=title, origin=OWN, library_key=None, version=1)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
