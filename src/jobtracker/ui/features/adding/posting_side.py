"""The left side of the add sheet: the posting's text, and what there is to say about reading it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from jobtracker.ui.features.adding.fields import label
from jobtracker.ui.features.adding.posting_edit import PostingEdit
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.banner import Banner
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.labels import PlainLabel

LABEL = "&Posting text or link"
HERE = "Read on this computer"
READING = "Reading\N{HORIZONTAL ELLIPSIS}"
KEPT = "Kept as text with the application."
LEAST = 8
"""Lines of the text that stay in sight, whatever is said above it."""


class PostingSide(QWidget):
    """`edit` holds the text, `paste` asks for the clipboard, `which` for one of many postings."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.edit = PostingEdit(theme)
        self.paste = Button("Paste", kind="link", icon=theme.icon("clipboard-list", "accent_text"))
        self.paste.setToolTip("Paste a posting (Ctrl+Shift+V)")
        self.which = Choice[int](theme, "Which posting")
        self.banner = Banner(theme)
        self._dismiss: Callable[[], object] | None = None
        self._status = PlainLabel("", "small")
        self._note = PlainLabel(KEPT, "small", wrap=True)
        self._lay_out()
        self.which.hide()
        self.edit.textChanged.connect(self._show_paste)
        self.banner.dismissed.subscribe(lambda _none: self._dismissed(), owner=self)
        self._show_paste()

    def show_reading(self, under_way: bool) -> None:
        """Say that the text is being read, or was."""
        self._status.setText(READING if under_way else HERE)
        self._show_paste()

    def show_choice(self, names: Sequence[str], chosen: int) -> None:
        """Several postings to choose from; nothing where there is one."""
        total = len(names)
        words = [f"Posting {at} of {total}: {name}" for at, name in enumerate(names, 1)]
        self.which.setVisible(total > 1)
        self.which.set_options(list(enumerate(words)))
        self.which.set_value(chosen)

    def say(
        self,
        tone: str,
        title: str,
        detail: str = "",
        action: str = "",
        run: Callable[[], object] | None = None,
        *,
        dismiss: Callable[[], object] | None = None,
    ) -> None:
        """A word above the text; with `action` a button that calls `run`. Its cross calls
        `dismiss`, if there is more to do than to take the word away.
        """
        self.banner.say(tone, title, detail, action, run, dismissible=True)
        self._dismiss = dismiss

    def _dismissed(self) -> None:
        if self._dismiss is not None:
            self._dismiss()

    def aim_at(self, name: str) -> None:
        """Clicks on words are for this field now, "" for none."""
        self.edit.aim_at(name)
        usable = bool(name) and not self.edit.document().isEmpty()
        self._note.setText(
            f"Click or drag over words to use them for {label(name)}." if usable else KEPT
        )

    def _show_paste(self) -> None:
        empty = self.edit.document().isEmpty()
        self.paste.setVisible(empty)
        self._status.setVisible(not empty or self._status.text() == READING)

    def _lay_out(self) -> None:
        name = QLabel(LABEL)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("r", "caption")
        name.setBuddy(self.edit)
        self.edit.setAccessibleName(LABEL.replace("&", ""))
        self.edit.setAccessibleDescription(KEPT)
        head = QHBoxLayout()
        head.addWidget(name)
        head.addStretch(1)
        head.addWidget(self._status)
        head.addWidget(self.paste)
        policy = QSizePolicy.Policy
        self.edit.setSizePolicy(policy.Ignored, policy.Expanding)
        self.edit.setMinimumHeight(self.edit.fontMetrics().lineSpacing() * LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self.which)
        column.addWidget(self.edit, 1)
        column.addWidget(self._note)
