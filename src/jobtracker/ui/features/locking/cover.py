"""What stands in the window while the search is locked."""

from typing import NamedTuple

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.curtain import Curtain
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.secret_field import SecretField

TITLE = "Your search is locked"
LABEL = "Passphrase or recovery code"
ABOUT = "It is encrypted on this computer. Type what unlocks it."
ABOUT_KEYRING = (
    "The system's keyring keeps the key, so the lock of your desktop protects it as well. "
    "Ask the keyring, or type the passphrase or the recovery code."
)
WAITING = (
    "Waiting for the system's keyring, which may ask you first. "
    "You can type the passphrase or the recovery code instead."
)
OPENING = "Opening…"
RESTORE = "Restore from a backup or another file…"
EMPTY = "Nothing is typed yet. Your search is safe."


class Standing(NamedTuple):
    """What the cover can offer: whether the keyring may be asked, and is being asked now."""

    keyring: bool = False
    waiting: bool = False


class LockCover(Curtain):
    """`typed` tells words that may unlock it, `keyring_wanted` that the keyring is to be asked,
    `restore_wanted` that another file is to take the place of this one.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, "lock", TITLE)
        self.typed: Channel[str] = Channel()
        self.keyring_wanted: Channel[None] = Channel()
        self.restore_wanted: Channel[None] = Channel()
        self.about = PlainLabel(ABOUT, "lead", wrap=True)
        self.secret = SecretField(theme, LABEL)
        self.secret.entered.subscribe(lambda _none: self._enter(), owner=self)
        self.unlock = Button("Unlock", kind="primary")
        self.unlock.clicked.connect(self._enter)
        self.keyring = Button("Ask the keyring")
        self.keyring.clicked.connect(lambda: self.keyring_wanted.put(None))
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SMALL)
        buttons.addWidget(self.unlock)
        buttons.addWidget(self.keyring)
        self.restore = Button(RESTORE)
        self.restore.clicked.connect(lambda: self.restore_wanted.put(None))
        self.restore.hide()
        buttons.addWidget(self.restore)
        buttons.addStretch(1)
        for one in (self.about, self.secret):
            self.column.addWidget(one)
        self.column.addLayout(buttons)
        self.show_standing(Standing())

    def lock(self) -> None:
        """Come down, the keyboard in the field."""
        self.fall(self.secret.editor)
        self._announce(TITLE)

    def unlocked(self) -> None:
        """Go away; nothing that was typed is left behind."""
        self.secret.clear()
        self.restore.hide()
        self.set_busy(busy=False)
        self.rise()

    def show_standing(self, standing: Standing) -> None:
        """Say what can be done, and whether the keyring is being asked."""
        offered = ABOUT_KEYRING if standing.keyring else ABOUT
        words = WAITING if standing.waiting else offered
        if words != self.about.text():
            self.about.setText(words)
            if self.is_down:
                self._announce(words)
        shown = standing.keyring and not standing.waiting
        if not shown and self.keyring.hasFocus():
            self.secret.editor.setFocus(self.returning)
        self.keyring.setVisible(shown)

    def set_busy(self, *, busy: bool) -> None:
        """While what was typed is tried; the field keeps the keyboard."""
        self.unlock.setText(OPENING if busy else "Unlock")
        self.unlock.setEnabled(not busy)
        self.secret.editor.setReadOnly(busy)

    def refuse(self, words: str) -> None:
        """Say in place why it stays locked; what was typed stays, to be put right."""
        self.set_busy(busy=False)
        self.secret.set_error(words)
        self.secret.editor.setFocus(self.returning)
        self.secret.editor.selectAll()
        self._announce(words)

    def offer_restore(self) -> None:
        """Show the way on for a file that nothing may open."""
        self.restore.show()

    def _enter(self) -> None:
        if not self.unlock.isEnabled():
            return
        words = self.secret.text()
        if not words.strip():
            self.refuse(EMPTY)
            return
        self.set_busy(busy=True)
        self.typed.put(words)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
