"""The text of a posting as it was kept, plain, and editable."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.long_text import LongField

if TYPE_CHECKING:
    from jobtracker.ui.runtime.channel import Channel

EMPTY = "Paste the posting here to keep it after it goes offline."


class PostingTab(QWidget):
    """`committed` tells the text once it was changed."""

    def __init__(self) -> None:
        super().__init__()
        self.editor = LongField("Posting text", placeholder=EMPTY)
        self.committed: Channel[str] = self.editor.committed
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.LARGE, Space.PANE, Space.PANE)
        column.setSpacing(Space.SNUG)
        column.addWidget(PlainLabel("Posting text, kept as typed", "caption"))
        column.addWidget(self.editor, 1)

    def show_text(self, text: str, *, anew: bool) -> None:
        """Show what is stored; `anew` for another application, else typing is left alone."""
        if anew:
            self.editor.document().setModified(False)
        self.editor.set_value(text)
