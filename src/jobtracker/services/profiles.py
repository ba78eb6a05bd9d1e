"""What a person does with role profiles: look, import, edit, tick, archive, remove."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Done
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.matching import keys_within
from jobtracker.domain.profiles import (
    LIBRARY,
    SHOWN_SECTIONS,
    NamedRole,
    ProfileSummary,
    RoleProfile,
    Tick,
)
from jobtracker.domain.progress import Progress
from jobtracker.domain.text import checked_text, one_line, quoted, required_text, shortened
from jobtracker.services import profile_files
from jobtracker.services.base import Service, done
from jobtracker.storage import applications, can_show, profile_marks, profiles, target_roles

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

    from jobtracker.domain.matching import Alternates
    from jobtracker.exchange.profile_records import ProfilePage
    from jobtracker.exchange.role_files import RoleFile
    from jobtracker.services.profile_files import ImportedRoles


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

    def named(self) -> list[NamedRole]:
        """Every profile by the titles of its role, a person's own first."""
        with self._db.read() as session:
            return profiles.named(session)

    def alternates(self, title: str) -> "Alternates":
        """The alternate titles of profiles whose words are all in `title`, by their key."""
        with self._db.read() as session:
            return profiles.alternates(session, keys_within(title))

    def skills(self) -> list[tuple[int, str, str]]:
        """Every skill that a profile names, as (id, title, skill), archived profiles left out."""
        with self._db.read() as session:
            return profiles.skills(session)

    def ticks(self, profile_id: int) -> dict[Tick, str]:
        """The lines of a profile that the person can show, each with its note on where."""
        with self._db.read() as session:
            return can_show.of(session, [profile_id]).get(profile_id, {})

    def tick(
        self, profile_id: int, section: str, text: str, *, shown: bool = True, note: str = ""
    ) -> Done[int]:
        """Say whether one can show a line, and in `note` where. `section` is "duty",
        "qualification" or "skill". A tick stays through every version of the profile and goes
        along with its copy.
        """
        if section not in SHOWN_SECTIONS:
            raise InvalidInputError(
                f"There is nothing to tick in {quoted(section)}; nothing was changed. "
                f"Use one of: {', '.join(SHOWN_SECTIONS)}.",
                field="section",
            )
        line, where = required_text(text, "text"), one_line(note, "note").strip()
        with self._db.write(f"{'' if shown else 'no longer '}can show {shortened(line)}") as tx:
            profiles.load(tx.session, profile_id)
            if shown:
                can_show.put(tx.session, profile_id, section, line, where)
            else:
                can_show.take_off(tx.session, profile_id, section, line)
        return done(profile_id, tx)

    def set_notes(self, profile_id: int, notes: str) -> Done[int]:
        """Keep what the person writes about a profile, the library's too."""
        kept = checked_text(notes, "notes")
        with self._db.write("notes on profile", run=f"profile/{profile_id}/notes") as tx:
            mark = profile_marks.of(tx.session, profiles.load(tx.session, profile_id).id)
            profile_marks.put(tx.session, profile_id, mark._replace(notes=kept))
        return done(profile_id, tx)

    def archive(self, profile_id: int, *, archived: bool = True) -> Done[int]:
        """Put a profile away, the library's too, or take it out again."""
        with self._db.write(f"{'archive' if archived else 'unarchive'} profile") as tx:
            mark = profile_marks.of(tx.session, profiles.load(tx.session, profile_id).id)
            profile_marks.put(tx.session, profile_id, mark._replace(archived=archived))
        return done(profile_id, tx)

    def read_page(self, text: str) -> "ProfilePage":
        """What a page says, as text or HTML; saves nothing."""
        from jobtracker.exchange.profile_page import read_profile_page

        return read_profile_page(text)

    def import_page(self, text: str) -> Done[int]:
        """Store a page as a person's own profile; its id.

        A page that was imported before under the same title is brought up to date, so that
        the applications linked to it stay linked. Undo brings the former one back.
        """
        profile = self._profile_on(text)
        self._back_up_first()
        return self.store(profile)

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
        self._back_up_first()
        with self._db.write(label) as tx:
            keys = [self._keep(tx.session, profile) for profile in found]
        return done(keys, tx)

    def read_files(self, paths: "Sequence[Path]") -> "RoleFile":
        """What files and folders of roles say, see `exchange.role_files`; saves nothing."""
        with self._db.read() as session:
            return profile_files.read_files(session, paths)

    def import_files(
        self,
        paths: "Sequence[Path]",
        texts: Sequence[tuple[str, str]] = (),
        watch: Progress = lambda _at, _of: True,
    ) -> "Done[ImportedRoles]":
        """Store the roles of files, folders and (name, text), all or none, as one step.

        One that is there under the same title as an own profile is brought up to date and
        keeps its links. Raises UnreadableFileError and InvalidInputError, and StoppedError when
        `watch` says so; nothing is stored then.
        """
        with self._db.read() as session:
            found = profile_files.read_files(session, paths, texts)
        self._back_up_first()
        with self._db.write(profile_files.label_of(found)) as tx:
            ids = profile_files.keep_all(tx.session, found, self._clock.now(), watch)
        return done(profile_files.ImportedRoles(tuple(ids), found), tx)

    def _back_up_first(self) -> None:
        from jobtracker.services import backups

        backups.before(self._db, backups.BEFORE_IMPORT)

    def export(self, references: Sequence[str], path: "Path") -> list[RoleProfile]:
        """Write profiles to a file in the program's own form, see docs/profile-format.md;
        nothing of them is left out. Raises NotFoundError and WorkspaceError.
        """
        told = [self.show(one) for one in references]
        profile_files.write(path, told)
        return told

    def store(self, profile: RoleProfile) -> Done[int]:
        """Keep a profile as the person's own, over an own one of the same title."""
        title = required_text(profile.title, "title")
        with self._db.write(f"import {shortened(title)}") as tx:
            key = self._keep(tx.session, profile)
        return done(key, tx)

    def _profile_on(self, text: str) -> RoleProfile:
        from jobtracker.exchange.page_profile import from_page, says_anything

        profile = from_page(self.read_page(text))
        if not profile.title or not says_anything(profile):
            raise InvalidInputError(
                "No role profile was found in this text. Nothing was saved. "
                "Copy the whole page, with its title, and try again.",
                field="page",
            )
        return profile

    def _keep(self, session: "Session", profile: RoleProfile) -> int:
        own = profile_files.as_own(profile)
        held = profiles.own_titled(session, own.title)
        if held is None:
            return profiles.insert(session, own, self._clock.now())
        profiles.replace(session, held, own, self._clock.now())
        return held

    def edit(
        self, profile_id: int, profile: RoleProfile, *, reworded: tuple[Tick, str] | None = None
    ) -> Done[int]:
        """Save an edited profile. One of the library is copied first: the copy is the
        person's own, and the applications linked to the library's are linked to it. `reworded`
        is a line that was ticked and its new words, "" where it was taken away; its tick follows.
        """
        own, now = profile_files.as_own(profile), self._clock.now()
        with self._db.write(f"edit {shortened(own.title)}") as tx:
            held = profiles.load(tx.session, profile_id)
            if held.origin == LIBRARY:
                key = profiles.insert(tx.session, own, now)
                applications.relink(tx.session, profile_id, key)
                target_roles.relink(tx.session, profile_id, key)
                can_show.carry(tx.session, profile_id, key)
            else:
                key = profile_id
                profiles.replace(tx.session, key, own, now)
            if reworded is not None:
                can_show.reword(tx.session, key, *reworded)
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
