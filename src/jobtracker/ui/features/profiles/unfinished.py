"""Notes that are being typed and not stored yet, kept in case the program is killed.

A place is named "profile/12/notes".
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jobtracker.ui.features.profiles.view import ProfileView
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.drafts import Drafts

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace

TOPIC, FIELD = "profile", "notes"


class UnfinishedNotes(QObject):
    """Watches the notes of the profile that is shown; lives as long as its view."""

    def __init__(self, view: ProfileView, commander: Commander, workspace: "Workspace") -> None:
        super().__init__(view)
        self._view = view
        self._commander = commander
        self._kept = workspace.drafts
        self._drafts = Drafts(self._keep, self)
        commander.read(self._kept.all, self._restore, owner=self)

    def flush(self) -> None:
        """Keep what is being typed, now."""
        self._drafts.flush()

    def _restore(self, texts: Mapping[str, str]) -> None:
        """Watch from now on; what was being typed comes back with its profile."""
        self._drafts.known.update(texts)
        self._put_back()
        self._view.notes.textChanged.connect(self._typed)
        self._view.filled.subscribe(lambda _none: self._put_back(), owner=self)

    def _put_back(self) -> None:
        place, notes = self._place(), self._view.notes
        text = self._drafts.text(place) if place else ""
        if text and text != notes.value():
            notes.put_back(text)

    def _typed(self) -> None:
        place, notes = self._place(), self._view.notes
        if not place:
            return
        if notes.is_unsaved:
            self._drafts.write(place, notes.value())
        else:
            self._drafts.forget(place)

    def _place(self) -> str:
        profile_id = self._view.notes.property("profile")
        return f"{TOPIC}/{profile_id}/{FIELD}" if profile_id is not None else ""

    def _keep(self, texts: Mapping[str, str]) -> None:
        """Where the file can only be read, nothing is to be kept."""
        self._commander.read(
            lambda: self._kept.keep(texts),
            lambda _none: None,
            failed=lambda _error: None,
            owner=self,
        )
