"""Bringing the bundled reference library into a workspace, and keeping it up to date."""

from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.changes import NOTHING_CHANGED, Changes
from jobtracker.domain.profiles import LIBRARY
from jobtracker.services.base import Service
from jobtracker.storage import letter_templates, profiles, settings
from jobtracker.storage.files import free_bytes

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from jobtracker.exchange.library import LibraryLetter, LibraryProfile

_STATE = "library"
_ROOM = 8 << 20
"""Bytes free on the disk below which the last room is left to what a person types: the library
takes 1.2 MB, as much in the log that brings it in, and again in each backup.
"""


def has_room(path: Path) -> bool:
    """Whether the disk of a workspace has room for the library."""
    return free_bytes(path.parent) >= _ROOM


class LibraryService(Service):
    """The library's rows are read-only, outside undo, and never touch a person's copy.

    `waits` tells that it was not brought in, or not up to date, because the disk is nearly full.
    """

    waits = False

    def bring_up_to_date(self, folder: Path) -> Changes:
        """Load what is new or newer in `folder`; nothing where its fingerprint is the same, or
        the disk is nearly full: then it is for a later start.
        """
        from jobtracker.exchange.library_files import fingerprint

        current = fingerprint(folder)
        with self._db.read() as session:
            if settings.state(session, _STATE) == current:
                return NOTHING_CHANGED
        self.waits = self._db.path is not None and not has_room(self._db.path)
        if self.waits:
            return NOTHING_CHANGED
        with self._db.write("update the reference library", journalled=False) as tx:
            load_library(tx.session, folder, self._clock.now())
        return tx.changes


def load_library(session: "Session", folder: Path, now: "datetime") -> None:
    """Bring the rows of a workspace up to what the library in `folder` holds."""
    from jobtracker.exchange.library import fingerprint, read_library

    library = read_library(folder)
    _update_profiles(session, library.profiles, now)
    _update_letters(session, library.letters, now)
    settings.set_state(session, _STATE, fingerprint(folder))


def _update_profiles(
    session: "Session", entries: "tuple[LibraryProfile, ...]", now: "datetime"
) -> None:
    from jobtracker.services.profile_sources import from_library

    held = {item.key: item for item in profiles.held_library(session)}
    for entry in entries:
        known = held.pop(entry.key, None)
        if known is None:
            profiles.insert(session, from_library(entry), now)
        elif known.version != entry.version:
            profiles.replace(session, known.id, from_library(entry), now)
    for gone in held.values():
        if not profiles.is_linked(session, gone.id):
            profiles.remove(session, gone.id)


def _update_letters(
    session: "Session", entries: "tuple[LibraryLetter, ...]", now: "datetime"
) -> None:
    held = {item.key: item for item in letter_templates.held(session)}
    for entry in entries:
        template = letter_templates.Template(
            0,
            entry.name,
            entry.purpose,
            LIBRARY,
            None,
            entry.text,
            kind=entry.kind,
            language=entry.language,
        )
        known = held.get(entry.key)
        if known is None:
            letter_templates.insert(session, template, now, entry.key, entry.version)
        elif known.version != entry.version:
            letter_templates.replace(session, known, template, entry.version)
