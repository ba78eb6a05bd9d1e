"""What is being typed on the page and not stored yet, kept in case the program is killed.

Notes are kept under "profile/12/notes", and the line that is being typed, one of a profile at
most, under "profile/12/line" as JSON: its part, what is typed (its words, where it can be shown,
or a new line), its place, its former words and the text.
"""

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jobtracker.ui.features.profiles.lines.parts import Line
from jobtracker.ui.features.profiles.lines.typing import NAMES, Typed
from jobtracker.ui.features.profiles.view import ProfileView
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.runtime.drafts import drafts_on

if TYPE_CHECKING:
    from jobtracker.services.workspace import Workspace

TOPIC, NOTES, LINE = "profile", "notes", "line"


class Unfinished(QObject):
    """Watches the profile that is shown; lives as long as its view."""

    def __init__(self, view: ProfileView, commander: Commander, workspace: "Workspace") -> None:
        super().__init__(view)
        self._view = view
        self._drafts = drafts_on(commander, workspace.drafts)
        self._drafts.when_known(self._restore, self)

    def flush(self) -> None:
        """Keep what is being typed, now."""
        self._drafts.flush()

    def _restore(self) -> None:
        """Watch from now on; what was being typed comes back with its profile."""
        self._put_back()
        self._view.notes.textChanged.connect(self._type_notes)
        self._view.typing.subscribe(self._type_line, owner=self)
        self._view.filled.subscribe(lambda _none: self._put_back(), owner=self)

    def _put_back(self) -> None:
        place, notes = self._place(NOTES), self._view.notes
        text = self._drafts.text(place) if place else ""
        if text and text != notes.value():
            notes.put_back(text)
        self._put_back_line()

    def _put_back_line(self) -> None:
        """Open the field that was typed in; a line that is gone takes its draft with it."""
        place, view = self._place(LINE), self._view
        text = self._drafts.text(place) if place else ""
        if not text:
            return
        draft = line_draft(text)
        if draft is None or not view.put_back_line(*draft):
            self._drafts.forget(place)

    def _type_notes(self) -> None:
        place, notes = self._place(NOTES), self._view.notes
        if not place:
            return
        if notes.is_unsaved:
            self._drafts.write(place, notes.value())
        else:
            self._drafts.forget(place)

    def _type_line(self, told: tuple[str, Typed] | None) -> None:
        place = self._place(LINE)
        if not place:
            return
        if told is None:
            self._drafts.forget(place)
        else:
            self._drafts.write(place, line_text(*told))

    def _place(self, field: str) -> str:
        profile_id = self._view.notes.property("profile")
        return f"{TOPIC}/{profile_id}/{field}" if profile_id is not None else ""


def line_text(part: str, typed: Typed) -> str:
    """What is being typed in a part, as JSON."""
    line = typed.line
    return json.dumps([part, typed.what, *line.place, line.lead, line.text, typed.text])


def line_draft(text: str) -> tuple[str, Typed] | None:
    """The part and what was being typed in it; None where this is no such draft."""
    with suppress(ValueError, TypeError):
        part, what, which, item, lead, words, typed = json.loads(text)
        if what in NAMES:
            return part, Typed(Line(words, (which, item), lead=lead), typed, what)
    return None
