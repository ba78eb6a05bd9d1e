"""The section Data on the settings page, and the commands that lead there."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobtracker.desktop.settings_room import Room
from jobtracker.system.clock import SystemClock
from jobtracker.ui.actions import Action
from jobtracker.ui.features.settings.contract import Section

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jobtracker.desktop.first_run import FirstRun
    from jobtracker.ui.features.settings.data_presenter import DataPresenter
    from jobtracker.ui.features.settings.sample_row import SampleRow

DATA = "data"
ARCHIVE = "archive"
KINDS = {
    ARCHIVE: "Archive of Jobtracker…",
    "salary import": "Salary table…",
    "import profiles": "Role profiles…",
    "import letter template": "Letter template…",
}
"""What can be imported; all but the archive by a command of its own."""


class Data:
    """The section, made when it is first looked at or one of its commands is run."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._presenter: DataPresenter | None = None

    def section(self, first_run: "FirstRun") -> Section:
        return Section(DATA, "Data", "hard-drive", partial(self._build, first_run))

    def actions(self) -> list[Action]:
        """What the menu and the palette offer of it."""
        steps: tuple[tuple[str, str, str, Callable[[DataPresenter], object]], ...] = (
            ("import archive", "Import an archive…", "upload", lambda one: one.ask_import()),
            ("export everything", "Export everything…", "download", lambda one: one.ask_export()),
            ("recently deleted", "Recently deleted…", "trash-2", lambda one: one.show_bin()),
            ("check database", "Check database", "shield-check", lambda one: one.check()),
        )
        return [
            Action(key, words, "File", partial(self._run, act), icon=icon, section=4)
            for key, words, icon, act in steps
        ]

    def offer_import(self, path: "Path") -> None:
        """Show what an archive would bring, over the section."""
        self._run(lambda one: one.offer_import(path))

    def _run(self, act: "Callable[[DataPresenter], object]") -> None:
        self._room.lead(DATA)
        assert self._presenter is not None, "going there builds it"
        act(self._presenter)

    def _build(self, first_run: "FirstRun") -> QWidget:
        from jobtracker.bootstrap import finish_opening
        from jobtracker.ui.features.settings.data import DataSection
        from jobtracker.ui.features.settings.data_presenter import DataPresenter

        room = self._room
        pane = DataSection(room.theme, KINDS)
        made = self._presenter = DataPresenter(
            room.theme, pane, room.commander, finish_opening, SystemClock().today
        )
        pane.import_wanted.subscribe(self._import, owner=pane)
        follow_sample(pane.sample, first_run)
        room.join(made)
        return pane

    def _import(self, kind: str) -> None:
        if kind != ARCHIVE:
            self._room.book[kind].trigger()
        elif self._presenter is not None:
            self._presenter.ask_import()


def follow_sample(row: "SampleRow", first_run: "FirstRun") -> None:
    """Let a row put the sample in and take it out, and know which can be done now."""
    row.filled.subscribe(lambda _none: first_run.fill(), owner=row)
    row.removed.subscribe(lambda _none: first_run.remove(), owner=row)

    def show(_none: None = None) -> None:
        row.show_sample(is_empty=first_run.is_empty, has_sample=first_run.has_sample)

    first_run.known.subscribe(show, owner=row)
    show()
