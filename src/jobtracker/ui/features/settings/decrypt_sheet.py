"""The question before the search and all its backups become plain files."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (520, 240)
TITLE = "Turn encryption off?"
WHAT = (
    "The search and every backup of it become plain files. Whoever gets hold of the disk can then "
    "read them, unless the whole disk is encrypted."
)
AFTER = (
    "The passphrase and the recovery code are needed no longer. Nothing is deleted, and encryption "
    "can be turned on again with a new passphrase."
)


class DecryptSheet(Sheet):
    """Calls `go` where it is confirmed; the keyboard begins on the way back."""

    def __init__(self, theme: Theme, opener: QWidget, go: Callable[[], object]) -> None:
        super().__init__(theme, opener, TITLE, SIZE)
        self._go = go
        self.cancel = Button("Keep it encrypted", kind="primary")
        self.confirm = Button("Turn off", kind="danger")
        self.confirm.setAccessibleDescription(f"{WHAT} {AFTER}")
        self.cancel.clicked.connect(self.leave)
        self.confirm.clicked.connect(self._confirm)
        self.default = self.cancel
        for words in (WHAT, AFTER):
            self.body.addWidget(PlainLabel(words, wrap=True))
        self.body.addStretch(1)
        self.footer.addStretch(1)
        self.footer.addWidget(self.confirm)
        self.footer.addWidget(self.cancel)

    def open(self, focus: QWidget | None = None) -> None:
        super().open(focus or self.cancel)

    def _confirm(self) -> None:
        self.close()
        self._go()
