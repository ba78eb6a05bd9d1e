"""The parts of a letter, from sender to enclosures: which are shown, and what the frame says."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.letter_parts import FRAME, Part
from jobtracker.ui.features.letters.writing.editor import LetterEditor
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.fields import CheckBox
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.scroll import ScrollPane

NAMES = {
    Part.SENDER: "Sender",
    Part.RECIPIENT: "Recipient",
    Part.DATE: "Place and date",
    Part.SUBJECT: "Subject",
    Part.SALUTATION: "Salutation",
    Part.BODY: "Body",
    Part.CLOSING: "Closing",
    Part.SIGNATURE: "Signature",
    Part.ENCLOSURES: "Enclosures",
}
MARGIN = 4
PADDING = 18
"""Px that border and padding of an input take from its height."""
LOWEST, HIGHEST = 42, 190
"""Px at 100 %: an input is as high as its text, between these."""
HINT = "As it stands on the letter. Empty a text to have the usual one back."
NOTHING = "Nothing known yet"


class PartRow(QWidget):
    """A part with its tick; another with the way to it in the text. A part of the frame shows its
    finished lines, and in their place its text while that is edited.
    """

    def __init__(self, panel: "PartsPanel", theme: Theme, part: Part) -> None:
        super().__init__()
        self.part = part
        self.shown = CheckBox(theme, NAMES[part])
        self.shown.setAccessibleDescription("Ticked parts are shown on the letter")
        self.shown.chosen.subscribe(lambda on: panel.hidden.put((part, not on)), owner=self)
        self.text: LetterEditor | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        head = QHBoxLayout()
        head.addWidget(self.shown)
        head.addStretch(1)
        column.addLayout(head)
        self.finished = PlainLabel("", wrap=True)
        self.way = Button("Edit" if part in FRAME else "In the text", kind="link")
        head.addWidget(self.way)
        column.addWidget(self.finished)
        self.finished.setVisible(part in FRAME)
        if part in FRAME:
            self.text = _input(theme, part)
            self.text.edited.subscribe(lambda _none: self._tell(panel), owner=self)
            self.text.left.subscribe(lambda _none: self._leave(panel), owner=self)
            self.way.setAccessibleName(f"Edit the {NAMES[part].lower()}")
            self.way.clicked.connect(lambda _checked: self.edit())
            column.addWidget(self.text)
            self.rest()
        else:
            self.way.setAccessibleName(f"Go to the {NAMES[part].lower()} in the text")
            self.way.clicked.connect(lambda: panel.wanted.put(part))

    def edit(self, start: int = 0, end: int = 0) -> None:
        """Show the text with its fields, a stretch of it selected, and the keyboard in it."""
        if self.text is None:
            self.shown.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.text.show()
        self.finished.hide()
        self.text.select_source(start, end)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.way.hide()

    def rest(self) -> None:
        """Show the finished lines."""
        if self.text is not None:
            self.finished.show()
            self.way.show()
            self.text.hide()

    def _leave(self, panel: "PartsPanel") -> None:
        """The text is put away where the keyboard went on inside the window."""
        panel.left.put(None)
        if self.text is not None and self.window().focusWidget() is not self.text:
            self.rest()

    def show_text(self, text: str) -> None:
        """Take a text over, unless it is just being typed here."""
        if self.text is not None and not self.text.hasFocus() and self.text.source() != text:
            self.text.show_text(text)

    def _tell(self, panel: "PartsPanel") -> None:
        assert self.text is not None
        panel.typed.put((self.part, self.text.source()))


class PartsPanel(QWidget):
    """`typed` tells a part of the frame and what stands in its input now, `left` that the focus
    went from one; `hidden` a part and whether it is left out; `wanted` a part of the text that is
    to be shown there; `closed` that the panel has done its work.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.typed: Channel[tuple[Part, str]] = Channel()
        self.left: Channel[None] = Channel()
        self.hidden: Channel[tuple[Part, bool]] = Channel()
        self.wanted: Channel[Part] = Channel()
        self.closed: Channel[None] = Channel()
        self.setAccessibleName("Parts of the letter")
        self.back = IconButton(theme.icon("x"), "Close the parts", "Esc")
        self.back.clicked.connect(lambda: self.closed.put(None))
        self.rows = {part: PartRow(self, theme, part) for part in Part}
        self._pane = ScrollPane()
        self._lay_out()

    def show_parts(
        self, frame: Mapping[Part, str], hidden: Collection[Part], finished: Mapping[Part, str]
    ) -> None:
        """Show the texts of the frame, as they are written and `finished`, and which parts are
        left out.
        """
        for part, row in self.rows.items():
            row.shown.setChecked(part not in hidden)
            row.show_text(frame.get(part, ""))
            row.finished.setText(finished.get(part, "").strip() or NOTHING)

    def begin(self) -> None:
        """Show every part as it stands on the letter, with the focus on the first."""
        for row in self.rows.values():
            row.rest()
        self.rows[Part.SENDER].shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_missing(self, missing: frozenset[str], unused: frozenset[str]) -> None:
        """Say which fields leave a gap, and which have no value but leave none."""
        for row in self.rows.values():
            if row.text is not None:
                row.text.set_missing(missing, unused)

    def open_part(self, part: Part, start: int = 0, end: int = 0) -> None:
        """Edit a part, with a stretch of its text selected."""
        row = self.rows[part]
        row.edit(start, end)
        self._pane.show_whole(row)

    def lock(self, *, on: bool) -> None:
        """A letter that was sent keeps its parts."""
        for row in self.rows.values():
            row.shown.setEnabled(not on)
            if row.text is not None:
                row.text.setReadOnly(on)
                row.way.setEnabled(not on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.put(None)
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.PANE, Space.MEDIUM, Space.MEDIUM, Space.SMALL)
        head.addWidget(PlainLabel("Parts of the letter", "strong"), 1)
        head.addWidget(self.back)
        self._pane.column.addWidget(PlainLabel(HINT, "cap", wrap=True))
        for row in self.rows.values():
            self._pane.column.addWidget(row)
        self._pane.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pane, 1)


def _input(theme: Theme, part: Part) -> LetterEditor:
    """An input in which fields are tokens, as in the letter itself."""
    made = LetterEditor(theme, NAMES[part])
    made.setProperty("k", "")
    document = made.document()
    document.setDocumentMargin(MARGIN)
    frame = document.rootFrame().frameFormat()
    frame.setTopMargin(0)
    document.rootFrame().setFrameFormat(frame)

    def grow(size: QSizeF) -> None:
        wanted = round(size.height()) + PADDING
        made.setFixedHeight(max(theme.px(LOWEST), min(wanted, theme.px(HIGHEST))))

    document.documentLayout().documentSizeChanged.connect(grow)
    grow(document.size())
    return made
