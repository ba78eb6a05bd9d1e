"""The sheets and dialogs that the page asks with."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobtracker.ui.features.profiles.contract import Export, Intents, OpenApplication, Problem
from jobtracker.ui.features.profiles.notice import Notice
from jobtracker.ui.features.profiles.use_sheet import CompareSheet, LetterSheet, UseSheet
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.dialogs import open_file, open_folder, save_file

if TYPE_CHECKING:
    from jobtracker.domain.profiles import ProfileSummary, RoleProfile
    from jobtracker.ui.features.profiles.previewing import FilePreview, Told

READ = ("Profiles (*.txt *.html *.htm *.md *.csv *.json *.zip)", "All files (*)")
WRITTEN = ("Jobtracker profile (*.json)",)

NO_APPLICATION = Problem(
    "There is no open application.",
    "Add one under Applications; then a profile can be used for it.",
)

Opening = Callable[[tuple[Path, ...]], object]


class Asking:
    """What is chosen goes to the page's intents; `opener` is what the sheets cover."""

    def __init__(self, theme: Theme, opener: QWidget, intents: Intents, notice: Notice) -> None:
        self._theme = theme
        self._opener = opener
        self._intents = intents
        self._notice = notice

    def application(
        self, profile: tuple[int, str], applications: Sequence[OpenApplication]
    ) -> None:
        """Which application a profile (id, title) is used for."""
        if not applications:
            self._notice.say_news(NO_APPLICATION)
            return
        sheet = UseSheet(self._theme, self._opener, profile, applications)
        sheet.used.subscribe(self._intents.used.put, owner=self._opener)
        sheet.open(sheet.filter)

    def addressee(
        self, applications: Sequence[OpenApplication], write: Callable[[int], object]
    ) -> None:
        """Which application a sample letter is written for."""
        if not applications:
            self._notice.say_news(NO_APPLICATION)
            return
        sheet = LetterSheet(self._theme, self._opener, applications)
        sheet.picked.subscribe(lambda row: write(row.id), owner=self._opener)
        sheet.open(sheet.filter)

    def other(self, mine: "RoleProfile", rows: "Sequence[ProfileSummary]") -> None:
        """Which profile this one is compared with; those of its category come first."""
        others = [row for row in rows if row.id != mine.id]
        others.sort(key=lambda row: (row.category != mine.category, row.archived))
        sheet = CompareSheet(self._theme, self._opener, (mine.id, mine.title), others)
        sheet.chosen.subscribe(self._intents.compared.put, owner=self._opener)
        sheet.open(sheet.filter)

    def preview(self, name: str, told: "Told") -> "FilePreview":
        """What the file of this name would bring; the sheet tells whether it is to."""
        from jobtracker.ui.features.profiles.previewing import FilePreview

        sheet = FilePreview(self._theme, self._opener, name, told)
        sheet.open(sheet.go if sheet.go.isEnabled() else None)
        return sheet

    def files(self, then: Opening) -> None:
        open_file(self._opener, "Open a profile file", READ, lambda path: then((path,)))

    def folder(self, then: Opening) -> None:
        title = "Open a folder of O*NET files"
        open_folder(self._opener, title, Path.home(), lambda path: then((path,)))

    def export(self, profile: "RoleProfile") -> None:
        """Where a profile is written to."""
        name = "".join(sign if sign.isalnum() else "-" for sign in profile.title.lower())
        save_file(
            self._opener,
            "Export profile",
            Path.home() / f"{name}.json",
            WRITTEN,
            lambda path: self._intents.exported.put(Export(profile.id, path)),
        )
