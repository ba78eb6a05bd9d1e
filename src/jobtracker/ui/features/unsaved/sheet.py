"""Every text that was typed and is not stored: go on with it, copy it, or give it up."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.ui.features.unsaved.texts import KeptText
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel, line
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (680, 520)
TITLE = "Texts not saved"
ABOUT = "What you typed here is kept until you save it in its place or discard it."
NONE = "Everything you typed is saved."
MOST = 2000
"""Characters shown of one text; copying takes it whole."""


class UnsavedSheet(Sheet):
    """`wanted` tells a text whose place is to be shown, `discarded` one that is given up."""

    def __init__(self, theme: Theme, opener: QWidget, texts: Sequence[KeptText]) -> None:
        super().__init__(theme, opener, TITLE, SIZE)
        self.wanted: Channel[KeptText] = Channel()
        self.discarded: Channel[KeptText] = Channel()
        self._count = len(texts)
        self._about = PlainLabel(ABOUT if texts else NONE, "small", wrap=True)
        self.body.addWidget(self._about)
        pane = ScrollPane(Space.TIGHT)
        for text in texts:
            pane.column.addWidget(self._row(text))
        pane.column.addStretch(1)
        self.body.addWidget(pane, 1)
        self.default = Button("Close")
        self.default.clicked.connect(self.close)
        self.footer.addStretch(1)
        self.footer.addWidget(self.default)

    def _row(self, text: KeptText) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, Space.SMALL, 0, Space.SMALL)
        column.setSpacing(Space.TIGHT)
        column.addWidget(PlainLabel(text.heading, "strong", wrap=True))
        words = PlainLabel(text.text[:MOST], "body", wrap=True, selectable=True)
        words.setAccessibleName(f"Text of {text.title}")
        column.addWidget(words)
        column.addLayout(self._buttons(row, text))
        column.addWidget(line())
        return row

    def _buttons(self, row: QWidget, text: KeptText) -> QHBoxLayout:
        def discard() -> None:
            self.focusNextPrevChild(True)
            row.hide()
            self._count -= 1
            self._about.setText(ABOUT if self._count else NONE)
            self.discarded.put(text)

        ways: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Go there", lambda: self._go(text)),
            ("Copy", lambda: QGuiApplication.clipboard().setText(text.text)),
            ("Discard", discard),
        )
        buttons = QHBoxLayout()
        for words, run in ways:
            button = Button(words, kind="link")
            button.setAccessibleName(f"{words}: {text.title}")
            button.clicked.connect(run)
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def _go(self, text: KeptText) -> None:
        self.close()
        self.wanted.put(text)
