"""The sheet that shows a report before anybody gets it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.sheet import Sheet

TITLE = "Report a problem"
WHAT = (
    "This is all that a report says: versions, places in the program, the last lines of the log. "
    "It holds nothing that you typed. Nothing is sent: read it, then copy or save it, "
    "and give it to whom you like."
)


class ReportSheet(Sheet):
    """`saved` asks where to write the text."""

    def __init__(self, theme: Theme, opener: QWidget, text: str) -> None:
        super().__init__(theme, opener, TITLE, (760, 600))
        self.saved: Channel[None] = Channel()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("What the report says")
        self.text.setPlainText(text)
        self.body.setSpacing(Space.SMALL)
        self.body.addWidget(PlainLabel(WHAT, wrap=True))
        self.body.addWidget(self.text, 1)
        self.copy = Button("Copy")
        self.copy.clicked.connect(self._copy)
        self.save = Button("Save as…")
        self.save.clicked.connect(lambda: self.saved.put(None))
        close = Button("Close", kind="primary")
        close.clicked.connect(self.close)
        self.footer.addWidget(self.copy)
        self.footer.addWidget(self.save)
        self.footer.addStretch(1)
        self.footer.addWidget(close)
        self.default = close

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText("Copied")
