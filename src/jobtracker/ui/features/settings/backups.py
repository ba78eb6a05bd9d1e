"""Backups: the last one, a button to make the next, how they are kept, and the way back to one."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from jobtracker.ui.features.settings import backup_words as words
from jobtracker.ui.features.settings.rows import SectionPane, SettingRow, side_by_side, telling
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import ElidedLabel, PlainLabel, line, plain_tip
from jobtracker.ui.widgets.switch import Switch

SHOWN = 10
"""Backups that are listed at first."""
MADE_WIDTH = 176
ON_CLOSING = "Back up when I close the app"
ALSO = "Also every half hour while something changes, and before anything large"
KEEP = (
    "All of the last two days, then one a day for 12 days, one a week for 10 weeks, "
    "one a month for 9 months"
)
PLAIN = "This search is not encrypted, so its backups are not either. Turn it on under Privacy"
ENCRYPTED = "Backups are encrypted with the key of the search itself"
SHOWS_FIRST = "Shows what would change before it replaces anything"


class Copy(NamedTuple):
    """A backup in words: "Today 09:12", "31 active, 33 closed", "On closing", "4.2 MB"."""

    path: Path
    made: str
    counts: str
    reason: str
    size: str


class Keeping(NamedTuple):
    """How it stands: what the banner says in which tone, the notes of the rows, the copies."""

    tone: str
    title: str
    detail: str
    second: str
    second_is_well: bool
    has_second: bool
    encrypted: bool
    folder: str
    copies: tuple[Copy, ...] = ()


class BackupSection(SectionPane):
    """`wanted` asks for a backup now, `restored` for one to be put back; `folder_wanted` for
    another second place, `folder_dropped` for none; `file_wanted` for a file to restore;
    `on_closing` tells the switch.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Backups")
        self._theme = theme
        self.wanted: Channel[None] = Channel()
        self.restored: Channel[Copy] = Channel()
        self.folder_wanted: Channel[None] = Channel()
        self.folder_dropped: Channel[None] = Channel()
        self.file_wanted: Channel[None] = Channel()
        self.on_closing: Channel[bool] = Channel()
        self._copies: tuple[Copy, ...] = ()
        self._shown = SHOWN
        self._make_controls()
        self._lay_out()

    def show_keeping(self, keeping: Keeping) -> None:
        self.banner.say(
            keeping.tone,
            keeping.title,
            keeping.detail,
            "" if keeping.tone == "danger" else "Back up now",
            lambda: self.wanted.put(None),
        )
        self._second.say(keeping.second)
        self._second.set_error("" if keeping.second_is_well else keeping.second)
        self.drop.setVisible(keeping.has_second)
        self._encryption.say(ENCRYPTED if keeping.encrypted else PLAIN)
        self._folder.setText(keeping.folder)
        self._folder.setToolTip(plain_tip(keeping.folder))
        self._copies = keeping.copies
        self._show_copies()

    def show_on_closing(self, *, wanted: bool) -> None:
        self.switch.setChecked(wanted)

    def _make_controls(self) -> None:
        self.banner = Banner(self._theme)
        self.switch = Switch(self._theme, ON_CLOSING)
        self.switch.setChecked(True)
        self.switch.chosen.subscribe(self.on_closing.put, owner=self)
        self.choose = telling("Choose folder", self.folder_wanted)
        self.drop = telling("Stop", self.folder_dropped, "link")
        self.drop.setAccessibleName("Stop copying to the second folder")
        self.drop.hide()
        self.another = telling("Restore from a file", self.file_wanted)
        self.all = Button("", kind="link")
        self.all.clicked.connect(self._show_all)
        self._folder = ElidedLabel("", "small")

    def _lay_out(self) -> None:
        ways = side_by_side(self.drop, self.choose)
        self._second = SettingRow(
            "Second folder", words.NO_SECOND, ways, described=self.choose, path=True
        )
        self._encryption = SettingRow("Encryption", PLAIN)
        for widget in (
            self.banner,
            SettingRow(ON_CLOSING, ALSO, self.switch),
            self._second,
            SettingRow("Kept", KEEP),
            self._encryption,
            SettingRow("Restore", SHOWS_FIRST, self.another),
        ):
            self.add(widget)
        self.add_heading("Recent copies")
        self.add(self._folder)
        self._list = QWidget()
        self._list.setAccessibleName("Recent copies")
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, Space.SMALL, 0, 0)
        self._grid.setVerticalSpacing(Space.TIGHT)
        self._grid.setHorizontalSpacing(Space.LARGE)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, self._theme.px(MADE_WIDTH))
        self.add(self._list)
        self.add(self.all)

    def _show_all(self) -> None:
        self._shown = len(self._copies)
        self._show_copies()

    def _show_copies(self) -> None:
        """Row by row as they are now; the keyboard stays where it was."""
        focused = next((one for one in self.restore_buttons() if one.hasFocus()), None)
        name = focused.accessibleName() if focused is not None else ""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        shown = self._copies[: self._shown]
        for number, copy in enumerate(shown):
            self._add_row(2 * number, copy)
        self._list.setVisible(bool(shown))
        self.all.setText(f"Show all {len(self._copies)} copies")
        self.all.setVisible(len(self._copies) > len(shown))
        if name and (buttons := self.restore_buttons()):
            same = (one for one in buttons if one.accessibleName() == name)
            next(same, buttons[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, row: int, copy: Copy) -> None:
        button = Button("Restore", kind="link")
        button.setAccessibleName(f"Restore the backup: {copy.made}, {copy.counts}, {copy.reason}")
        button.clicked.connect(lambda: self.restored.put(copy))
        size = PlainLabel(copy.size, "small")
        size.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        cells = (
            PlainLabel(copy.made),
            PlainLabel(copy.counts, "small"),
            PlainLabel(copy.reason, "small"),
            size,
            button,
        )
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, row, column)
            cell.show()  # at once: the layout would only do so later, and the keyboard goes there
        self._grid.addWidget(line(), row + 1, 0, 1, len(cells))

    def restore_buttons(self) -> Sequence[Button]:
        """One a copy that is listed, from new to old."""
        rows = range(0, self._grid.rowCount(), 2)
        items = (self._grid.itemAtPosition(row, 4) for row in rows)
        found = (item.widget() for item in items if item is not None)
        return [one for one in found if isinstance(one, Button)]
