"""Before the window closes over texts that could be kept nowhere."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from jobtracker.ui.features.unsaved.texts import KeptText
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (620, 420)
TITLE = "Close without what you typed?"
ABOUT = (
    "Your search could not be written, so this is in its field and nowhere else. Closing loses it; "
    "copy it first to keep it."
)
MOST = 1000
"""Characters shown of one text; copying takes all of them whole."""


class ClosingSheet(Sheet):
    """`confirmed` tells that it may be lost; from then on it is `agreed`."""

    def __init__(self, theme: Theme, opener: QWidget, texts: Sequence[KeptText]) -> None:
        super().__init__(theme, opener, TITLE, SIZE)
        self.confirmed: Channel[None] = Channel()
        self.agreed = False
        self.body.setSpacing(Space.MEDIUM)
        self.body.addWidget(PlainLabel(ABOUT, wrap=True))
        pane = ScrollPane(Space.TIGHT)
        for text in texts:
            pane.column.addWidget(PlainLabel(text.name, "strong", wrap=True))
            pane.column.addWidget(PlainLabel(text.text[:MOST], "body", wrap=True, selectable=True))
        pane.column.addStretch(1)
        self.body.addWidget(pane, 1)
        whole = "\n\n".join(f"{text.name}\n{text.text}" for text in texts)
        copy, self.go = Button("Copy all"), Button("Close and lose it", kind="danger")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(whole))
        self.default = Button("Stay", kind="primary")
        self.default.clicked.connect(self.close)
        self.go.clicked.connect(self._confirm)
        self.footer.addWidget(copy)
        self.footer.addStretch(1)
        self.footer.addWidget(self.go)
        self.footer.addWidget(self.default)

    def _confirm(self) -> None:
        self.agreed = True
        self.confirmed.put(None)
