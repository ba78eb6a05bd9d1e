"""Where the data lies, what is stored, who can read it, and how it is locked."""

from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from jobtracker.ui.features.settings.rows import SectionPane, SettingRow, side_by_side, telling
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.progress_line import ProgressLine
from jobtracker.ui.widgets.switch import Switch

KEPT_HERE = "The program opens no connection to any network and sends nothing anywhere"
HOLDS = (
    "Applications, their history, letters, profiles and the files added to them, in one file. "
    "The log holds no word of it"
)
PLAIN = (
    "Not encrypted. Whoever gets hold of the disk can read the file, unless the whole disk is "
    "encrypted"
)
CLOSED = "Encrypted, and so are its backups. The recovery code opens it where all else fails"
REMEMBER = "The keyring opens it while you are logged in; without it you type the passphrase"
RESTING = "Covers the window and gives up the key. What is being typed is kept"
NEEDS = "Only an encrypted search can be locked"
REPORT = (
    "Versions, places in the program and the last log lines; no names, no texts. Nothing is sent"
)
DELETE = "On the page Data, with what is deleted and what stays"
MINUTES = ((5, "5 minutes"), (15, "15 minutes"), (30, "30 minutes"), (60, "An hour"), (0, "Never"))
ALL_THE_SAME = (
    "The passphrase or the recovery code opens your search all the same. To be spared typing it, "
    "set up or unlock a keyring (GNOME Keyring, KWallet) and log in again."
)
DECRYPTING = "Making the search and its backups plain files again…"


class Shown(NamedTuple):
    """How it stands; `remembered` by the keyring, whose `keyring` name is "" where none is of use
    and `advice` says why.
    """

    encrypted: bool = False
    remembered: bool = False
    keyring: str = ""
    advice: str = ""


class PrivacySection(SectionPane):
    """The channels tell what is wanted; `show_standing` and `show_file` what is so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Privacy")
        self.encrypt_wanted: Channel[None] = Channel()
        self.change_wanted: Channel[None] = Channel()
        self.decrypt_wanted: Channel[None] = Channel()
        self.remember_wanted: Channel[bool] = Channel()
        self.minutes_chosen: Channel[int] = Channel()
        self.lock_wanted: Channel[None] = Channel()
        self.report_wanted: Channel[None] = Channel()
        self.delete_wanted: Channel[None] = Channel()
        self._path = ""
        self.banner = Banner(theme)
        self.keyring_banner = Banner(theme)
        self.progress = ProgressLine(theme)
        self._make(theme)
        self._lay_out(theme)
        self.show_standing(Shown())

    def show_file(self, path: str) -> None:
        self._path = path
        self._file.say(path)

    def show_minutes(self, minutes: int) -> None:
        self.minutes.set_value(minutes)

    def show_standing(self, shown: Shown) -> None:
        on = shown.encrypted
        self._encryption.say(CLOSED if on else PLAIN)
        self.encrypt.setVisible(not on)
        self.change.setVisible(on)
        self.decrypt.setVisible(on)
        self._remember.setVisible(on)
        self.remember.setChecked(shown.remembered)
        self.remember.setEnabled(bool(shown.keyring) or shown.remembered)
        self.minutes.setEnabled(on)
        self.lock.setEnabled(on)
        self._resting.say(RESTING if on else NEEDS)
        if on and shown.advice:
            happened = shown.advice.partition(";")[0]
            detail = f"{happened}. {ALL_THE_SAME}"
            self.keyring_banner.say("info", "The system's keyring cannot be used", detail)
        else:
            self.keyring_banner.hide()

    def say(self, tone: str, title: str, detail: str = "") -> None:
        """What became of something that was asked for."""
        self.banner.say(tone, title, detail, dismissible=True)

    def set_busy(self, *, busy: bool) -> None:
        for one in (self.encrypt, self.change, self.decrypt, self.remember, self.lock):
            one.setEnabled(not busy)

    def _make(self, theme: Theme) -> None:
        self.copy = Button("Copy path", icon=theme.icon("copy"))
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self._path))
        self.encrypt = telling("Turn on…", self.encrypt_wanted)
        self.change = telling("Change…", self.change_wanted)
        self.change.setAccessibleName("Change the passphrase or key")
        self.decrypt = telling("Turn off…", self.decrypt_wanted)
        self.decrypt.setAccessibleName("Turn encryption off")
        self.remember = Switch(theme, "Remember on this computer")
        self.remember.chosen.subscribe(self.remember_wanted.put, owner=self)
        self.minutes: Choice[int] = Choice(theme, "Lock after")
        self.minutes.set_options(MINUTES)
        self.minutes.chosen.subscribe(self.minutes_chosen.put, owner=self)
        self.lock = telling("Lock now", self.lock_wanted)
        self.report = telling("Show report…", self.report_wanted)
        self.delete = telling("Delete all data…", self.delete_wanted)

    def _lay_out(self, theme: Theme) -> None:
        self._file = SettingRow("Your search lies in", "", self.copy, path=True)
        ways = side_by_side(self.encrypt, self.change, self.decrypt)
        self._encryption = SettingRow("Encryption", PLAIN, ways, described=self.encrypt)
        self._remember = SettingRow("Remember on this computer", REMEMBER, self.remember)
        resting = side_by_side(self.minutes, self.lock)
        self._resting = SettingRow("Lock after a rest", RESTING, resting, described=self.minutes)
        for one in (
            _stacked(self.banner, self.keyring_banner),
            SettingRow("On this computer only", KEPT_HERE),
            SettingRow("What is stored", HOLDS),
            self._file,
            self._encryption,
            self.progress,
            self._remember,
            self._resting,
            SettingRow("Problem reports", REPORT, self.report),
            SettingRow("Delete all data", DELETE, self.delete),
        ):
            self.add(one)
        theme.fit(self.minutes.setMinimumWidth, 120)


def _stacked(*banners: Banner) -> QWidget:
    """Banners one below the other; there is no room between them while none is shown."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.SMALL)
    for one in banners:
        column.addWidget(one)
    return held
