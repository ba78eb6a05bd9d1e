"""Before everything is deleted: what goes, what stays elsewhere, and a last copy."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from jobtracker.ui.features.settings.rows import SettingRow
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet
from jobtracker.ui.widgets.switch import Switch

SIZE = (660, 500)
WORD = "delete"
GOES = (
    "What goes: every application with its history, all letters, templates, contacts, files, "
    "imported tables and settings of this search, what is being typed, and all that could be "
    "undone or brought back. This can't be undone."
)
STAYS = (
    "What stays: copies and archives you saved elsewhere, copies in the second place for backups, "
    "an entry in the system's keyring, and how the window looks. A disk may keep old blocks for a "
    "while."
)
COPY = "A whole copy of the search, in a place of your choice"
COPIED = "Saved and checked as {name}"


class WipeSheet(Sheet):
    """`copy_wanted` asks for a copy of it all; `confirmed` tells whether the backups beside the
    file go too. The button is dead until the word is typed. `copied` names the copy saved last.
    """

    def __init__(self, theme: Theme, opener: QWidget) -> None:
        super().__init__(theme, opener, "Delete all data", SIZE)
        self.copy_wanted: Channel[None] = Channel()
        self.confirmed: Channel[bool] = Channel()
        self.copied = ""
        self.banner = Banner(theme)
        self.save = Button("Save a copy…")
        self.save.clicked.connect(lambda: self.copy_wanted.put(None))
        self._copy = SettingRow("Save a copy first", COPY, self.save)
        self.with_backups = Switch(theme, "Delete the backups too")
        self._backups = SettingRow("Delete the backups too", "", self.with_backups)
        self.word = QLineEdit()
        keep_not(self.word)
        self.go = Button("Delete all data", kind="danger")
        self.go.setEnabled(False)
        self.word.textChanged.connect(lambda _text: self._judge())
        self.go.clicked.connect(self._confirm)
        self._lay_out_words(theme)

    def show_backups(self, count: int, folder: str) -> None:
        """How many backups lie beside the file."""
        copies = "one backup" if count == 1 else f"{count:,} backups"
        note = f"{copies} in {folder}" if count else "There are none beside the file"
        self._backups.say(note[0].upper() + note[1:])
        self.with_backups.setEnabled(count > 0)

    def say_copied(self, copy: Path) -> None:
        self.copied = copy.name
        self._copy.say(COPIED.format(name=copy.name))

    def refuse(self, words: str) -> None:
        """Say why it was not done."""
        self.banner.say("danger", words)
        self._judge()

    def _judge(self) -> None:
        self.go.setEnabled(self.word.text().strip().casefold() == WORD)

    def _confirm(self) -> None:
        if self.go.isEnabled():
            self.go.setEnabled(False)
            self.banner.hide()
            self.confirmed.put(self.with_backups.isChecked())

    def _lay_out_words(self, theme: Theme) -> None:
        inside = ScrollPane(margin=0)
        inside.column.setSpacing(Space.MEDIUM)
        inside.column.addWidget(self.banner)
        for words in (GOES, STAYS):
            inside.column.addWidget(PlainLabel(words, wrap=True))
        inside.column.addWidget(self._copy)
        inside.column.addWidget(self._backups)
        inside.column.addWidget(Field(theme, f"Type the word “{WORD}”", self.word))
        inside.column.addStretch(1)
        self.body.addWidget(inside, 1)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.leave)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self.go)
