"""Over the editor: put a field in, Markdown's signs, and how long the letter is."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button, IconButton, native
from jobtracker.ui.widgets.labels import PlainLabel, line

BAR = 40


class Toolbar(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.insert = Button("Insert field", kind="ghost", icon=theme.icon("braces"))
        self.insert.setToolTip(f"Insert field ({native('Ctrl+J')}, or type two braces)")
        self.bold = IconButton(theme.icon("bold"), "Bold", "Ctrl+B")
        self.italic = IconButton(theme.icon("italic"), "Italic", "Ctrl+I")
        self.items = IconButton(theme.icon("list"), "List")
        self.count = PlainLabel("", "small")
        self.pressed: Channel[str] = Channel()
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.SMALL, 0, Space.PANE, 0)
        row.setSpacing(Space.TIGHT)
        row.addWidget(self.insert)
        between = line(vertical=True)
        theme.fit(between.setFixedHeight, Space.LARGE)
        row.addWidget(between)
        for button in (self.bold, self.italic, self.items):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.count)
        theme.fit(self.setFixedHeight, BAR)

    def show_count(self, words: int) -> None:
        self.count.setText("1 word" if words == 1 else f"{words} words")
