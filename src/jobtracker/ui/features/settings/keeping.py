"""Where the data lies and how it is kept: privacy, and backups with a button to make one."""

from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from jobtracker.ui.features.settings.contract import Intents, Keeping
from jobtracker.ui.features.settings.rows import SectionPane, SettingRow
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel

KEPT_HERE = "The program opens no connection to any network and sends nothing anywhere."
HOLDS = (
    "Applications, their history, letters, profiles and the files added to them, in one file. "
    "The log holds no word of it."
)
SHOWN = 10
"""Backups that are listed; the folder may hold more."""


class PrivacySection(SectionPane):
    """What is stored, and where."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Privacy")
        self._path = ""
        copy = Button("Copy path", icon=theme.icon("copy"))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self._path))
        self._file = SettingRow("Your search lies in", "", copy, path=True)
        self.add(SettingRow("On this computer only", KEPT_HERE))
        self.add(SettingRow("What is stored", HOLDS))
        self.add(self._file)

    def show_keeping(self, keeping: Keeping) -> None:
        self._path = keeping.file
        self._file.say(keeping.file)


class BackupSection(SectionPane):
    """The last backup, a button for the next, and those that lie in the folder."""

    def __init__(self, theme: Theme, intents: Intents) -> None:
        super().__init__(theme, "Backups")
        self._intents = intents
        self._banner = Banner(theme)
        self._folder = SettingRow("Folder", "", path=True)
        self._copies = QWidget()
        self._grid = QGridLayout(self._copies)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(Space.MEDIUM)
        self._grid.setHorizontalSpacing(Space.PAGE)
        self._grid.setColumnStretch(1, 1)
        room = QWidget()
        room.setFixedHeight(Space.LARGE)
        self.add(room)
        self.add(self._banner)
        self.add(self._folder)
        self.add_heading("Recent copies")
        self.add(self._copies)

    def show_keeping(self, keeping: Keeping) -> None:
        if keeping.copies:
            title, tone = f"Last backup {keeping.copies[0].made}", "ok"
            detail = "It was opened and checked after it was written"
        else:
            title, tone = "No backup yet", "warn"
            detail = "A backup is a second copy of everything, beside your search"
        self._banner.say(tone, title, detail, "Back up now", lambda: self._intents.backup.put(None))
        self._folder.say(keeping.folder)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, copy in enumerate(keeping.copies[:SHOWN]):
            for column, words in enumerate(copy):
                self._grid.addWidget(PlainLabel(words, "small"), row, column)
