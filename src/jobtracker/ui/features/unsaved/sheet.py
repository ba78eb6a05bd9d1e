"""Every text that was typed and is not stored: put it back, copy it, or throw it away."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from jobtracker.ui.features.unsaved.row import TextRow
from jobtracker.ui.features.unsaved.texts import KeptText
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (720, 560)
TITLE = "Texts not saved"
ABOUT = "Each is kept here until you put it back where it belongs and save it, or throw it away."
NONE = "Everything you typed is saved."


class UnsavedSheet(Sheet):
    """`wanted` tells a text to be put back where it was typed, `discarded` one that is thrown
    away, `taken_back` one that is kept again after that.
    """

    def __init__(
        self, theme: Theme, opener: QWidget, texts: Sequence[KeptText], today: date
    ) -> None:
        super().__init__(theme, opener, TITLE, SIZE)
        self.wanted: Channel[KeptText] = Channel()
        self.discarded: Channel[KeptText] = Channel()
        self.taken_back: Channel[KeptText] = Channel()
        self._about = PlainLabel("", "small", wrap=True)
        self.body.addWidget(self._about)
        self._rows = [TextRow(text, today) for text in texts]
        pane = ScrollPane(margin=0)
        for row in self._rows:
            row.put_back.subscribe(self._go, owner=self)
            row.thrown_away.subscribe(self._discard, owner=self)
            row.taken_back.subscribe(self._keep, owner=self)
            pane.column.addWidget(row)
        pane.column.addStretch(1)
        self.body.setSpacing(Space.SMALL)
        self.body.addWidget(pane, 1)
        self._close = Button("Close")
        self._close.clicked.connect(self.close)
        self.default = self._close
        self.footer.addStretch(1)
        self.footer.addWidget(self._close)
        self._say()

    @property
    def first(self) -> Button:
        """What the keyboard begins on."""
        return self._rows[0].first if self._rows else self._close

    def _say(self) -> None:
        waits = any(not row.is_thrown_away for row in self._rows)
        self._about.setText(ABOUT if waits else NONE)

    def _go(self, text: KeptText) -> None:
        self.close()
        self.wanted.put(text)

    def _discard(self, text: KeptText) -> None:
        self._say()
        self.discarded.put(text)

    def _keep(self, text: KeptText) -> None:
        self._say()
        self.taken_back.put(text)
