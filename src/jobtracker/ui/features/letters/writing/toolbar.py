"""Over the editor: put a field in, Markdown's signs, the letter's parts, and how long it is."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button, IconButton, native
from jobtracker.ui.widgets.labels import PlainLabel, line

BAR = 40
LEAST = 300
"""Px that a side is never narrower than; one that is, is shown alone, see `ViewChoice`."""
INSERT, SHORT_INSERT = "Insert field", "Insert"
ROOMY = 410
"""Px at 100 % from which there is room for all words."""


class Toolbar(QWidget):
    """`parts` is down while the parts stand in the place of the text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.insert = Button(INSERT, kind="ghost", icon=theme.icon("braces"))
        self.insert.setAccessibleName("Insert field or block")
        self.insert.setToolTip(f"Insert a field or block ({native('Ctrl+J')}, or two braces)")
        self.bold = IconButton(theme.icon("bold"), "Bold", "Ctrl+B")
        self.italic = IconButton(theme.icon("italic"), "Italic", "Ctrl+I")
        self.items = IconButton(theme.icon("list"), "List", "Ctrl+Shift+8")
        self.numbers = IconButton(theme.icon("list-ordered"), "Numbered list", "Ctrl+Shift+7")
        self.link = IconButton(theme.icon("link"), "Link", "Ctrl+Shift+K")
        self._signs = (self.bold, self.italic, self.items, self.numbers, self.link)
        self.parts = Button("Parts", kind="ghost")
        self.parts.setCheckable(True)
        self.parts.setToolTip("Parts of the letter: sender, recipient, date, subject, enclosures")
        self.count = PlainLabel("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.SMALL, 0, Space.PANE, 0)
        row.setSpacing(Space.HAIR)
        row.addWidget(self.insert)
        between = line(vertical=True)
        theme.fit(between.setFixedHeight, Space.LARGE)
        row.addWidget(between)
        for button in self._signs:
            row.addWidget(button)
        row.addWidget(self.parts)
        row.addStretch(1)
        row.addWidget(self.count)
        theme.fit(self.setFixedHeight, BAR)
        self.setMinimumWidth(LEAST)

    def show_count(self, words: int) -> None:
        self.count.setText("1 word" if words == 1 else f"{words} words")

    def set_writable(self, *, on: bool) -> None:
        """In the parts, fields and signs are not put in from here."""
        for button in (self.insert, *self._signs):
            button.setEnabled(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words = INSERT if self.width() >= self._theme.px(ROOMY) else SHORT_INSERT
        if self.insert.text() != words:
            self.insert.setText(words)
