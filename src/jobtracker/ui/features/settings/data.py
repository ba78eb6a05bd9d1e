"""What can be done with everything at once: bring in, take out, bring back, check, delete."""

from functools import partial
from typing import TYPE_CHECKING

from jobtracker.ui.features.settings.rows import SectionPane, SettingRow, side_by_side, telling
from jobtracker.ui.features.settings.sample_row import SampleRow
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button, MenuButton
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.menus import Menu
from jobtracker.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

IMPORT = "An archive of Jobtracker, a salary table, role profiles or a letter template"
EXPORT = (
    "All records, letters and files, to be read without Jobtracker. The archive is not encrypted: "
    "whoever has it can read it"
)
EMPTY_BIN = "Nothing was deleted in the last 90 days"
CHECK = (
    "Reads the whole file and holds every application against its history. Done by itself once a "
    "week"
)
CHECKING = "Reading the whole file…"
DELETE = "Every record, letter, file and setting of this search, for good"
ZIP, JSON = "zip", "json"
FORMATS = ((ZIP, "ZIP, with files"), (JSON, "One JSON file"))


class DataSection(SectionPane):
    """Its channels tell what is wanted: `import_wanted` by kind, `export_wanted` with a format,
    the others without more, `sample` what is to happen to that. `show_*` say how it stands;
    `progress` is for what takes a while.
    """

    def __init__(self, theme: Theme, kinds: dict[str, str]) -> None:
        """`kinds` are what can be imported: its name in the menu, by what is told then."""
        super().__init__(theme, "Data")
        self._theme = theme
        self.import_wanted: Channel[str] = Channel()
        self.export_wanted: Channel[str] = Channel()
        self.bin_wanted: Channel[None] = Channel()
        self.check_wanted: Channel[None] = Channel()
        self.delete_wanted: Channel[None] = Channel()
        self.folder_wanted: Channel[None] = Channel()
        self.sample = SampleRow()
        self.banner = Banner(theme)
        self.progress = ProgressLine(theme)
        self._acting: list[QWidget] = []
        self._lay_out(kinds)

    def show_file(self, path: str) -> None:
        """Where the search lies."""
        self._file.say(path)

    def show_deleted(self, count: int) -> None:
        """How much can be brought back."""
        records = f"{count:,} record{'' if count == 1 else 's'}"
        self._bin.say(
            f"{records}, each kept for 90 days after it was deleted" if count else EMPTY_BIN
        )

    def set_busy(self, *, busy: bool) -> None:
        """One thing at a time: what is under way blocks what would wait for it."""
        for widget in self._acting:
            widget.setEnabled(not busy)

    def _lay_out(self, kinds: dict[str, str]) -> None:
        self.formats: Choice[str] = Choice(self._theme, "Format of the archive")
        self.formats.set_options(list(FORMATS))
        self.check = telling("Check now", self.check_wanted)
        self.export = Button("Export…")
        self.export.clicked.connect(lambda: self.export_wanted.put(self.formats.value() or ZIP))
        self.show_bin = telling("Show", self.bin_wanted)
        self.show_bin.setAccessibleName("Show recently deleted")
        self.delete = telling("Delete all data…", self.delete_wanted, "danger")
        self.importing = self._import_button(kinds)
        self._acting = [self.importing, self.export, self.check, self.delete, self.show_bin]
        self._bin = SettingRow("Recently deleted", EMPTY_BIN, self.show_bin)
        self._file = SettingRow(
            "Your search lies in", "", telling("Show in folder", self.folder_wanted), path=True
        )
        for widget in (self.banner, self.progress):
            self.add(widget)
        self.add(SettingRow("Import", IMPORT, self.importing))
        self.add(
            SettingRow(
                "Export everything",
                EXPORT,
                side_by_side(self.formats, self.export),
                described=self.export,
            )
        )
        self.add(self._bin)
        self.add(self.sample)
        self.add(SettingRow("Check database", CHECK, self.check))
        self.add(self._file)
        self.add(SettingRow("Delete all data", DELETE, self.delete))

    def _import_button(self, kinds: dict[str, str]) -> MenuButton:
        menu = Menu()
        for kind, words in kinds.items():
            menu.addAction(words, partial(self.import_wanted.put, kind))
        made = MenuButton(self._theme, "Import…")
        menu.setParent(made, menu.windowFlags())
        made.clicked.connect(lambda: menu.open_below(made))
        return made
