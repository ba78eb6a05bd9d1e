"""Where a letter is written: its text, or in the place of that its parts."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from jobtracker.domain.letter_parts import FRAME, Part
from jobtracker.domain.letters import FieldName, MissingStyle
from jobtracker.ui.features.letters.contract import Hide, Intents
from jobtracker.ui.features.letters.desk.draft import Draft
from jobtracker.ui.features.letters.desk.parts_panel import PartsPanel
from jobtracker.ui.features.letters.writing.editor import LetterEditor
from jobtracker.ui.features.letters.writing.toolbar import Toolbar
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.services.letter_views import LetterView


Shown: TypeAlias = "tuple[LetterView, frozenset[FieldName], frozenset[FieldName]]"


class Writing:
    """What the parts need of the desk: the letter on it, and to say that something was typed or
    that the keyboard left.
    """

    def __init__(
        self,
        draft: Callable[[], Draft | None],
        typed: Callable[[], object],
        left: Callable[[], object],
    ) -> None:
        self.draft = draft
        self.typed = typed
        self.left = left


class PartsView(QStackedWidget):
    """Shows `text` until the parts are asked for; the keyboard then goes back to `editor`."""

    def __init__(self, theme: Theme, toolbar: Toolbar, text: QWidget, editor: LetterEditor) -> None:
        super().__init__()
        self.panel = PartsPanel(theme)
        self._toolbar = toolbar
        self._editor = editor
        self._writing: Writing | None = None
        self._letter: Shown | None = None
        self.addWidget(text)
        self.addWidget(self.panel)
        toolbar.parts.clicked.connect(lambda on: self.open() if on else self.close_parts())
        self.panel.closed.subscribe(lambda _none: self.close_parts(), owner=self)

    def serve(self, writing: Writing, intents: Intents) -> None:
        """Let what is done to the parts be done to the letter on the desk."""
        self._writing = writing
        self._intents = intents
        self.panel.typed.subscribe(self._type, owner=self)
        self.panel.left.subscribe(self._leave, owner=self)
        self.panel.hidden.subscribe(self._hide, owner=self)
        self.panel.wanted.subscribe(self._find, owner=self)

    @property
    def is_open(self) -> bool:
        """Whether the parts are shown."""
        return self.currentWidget() is self.panel

    def show_letter(
        self,
        shown: "LetterView",
        missing: frozenset[FieldName] = frozenset(),
        unused: frozenset[FieldName] = frozenset(),
    ) -> None:
        """Show the frame of this letter, which of its parts are left out, and which fields leave
        a gap or nothing at all; once the parts are seen, for a letter is typed more often.
        """
        self._letter = shown, missing, unused
        if self.is_open:
            self._fill()

    def open(self, part: Part | None = None, start: int = 0, end: int = 0) -> None:
        """Show the parts; with a part, its text to be edited."""
        self._switch(parts=True)
        self._fill()
        self.panel.begin()
        if part is not None:
            self.panel.open_part(part, start, end)

    def close_parts(self) -> None:
        """Show the text again."""
        if self.is_open:
            self._switch(parts=False)
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        if self._letter is not None:
            shown, missing, unused = self._letter
            self.panel.show_parts(shown.frame, shown.hidden, _finished(shown))
            self.panel.lock(on=shown.sent_on is not None)
            self.panel.set_missing(missing, unused)

    def _switch(self, *, parts: bool) -> None:
        self._toolbar.parts.setChecked(parts)
        self._toolbar.set_writable(on=not parts)
        if parts:
            self.setCurrentWidget(self.panel)
        else:
            self.setCurrentIndex(0)

    @property
    def _draft(self) -> Draft | None:
        return self._writing.draft() if self._writing is not None else None

    def _type(self, change: tuple[Part, str]) -> None:
        if self._draft is not None and self._writing is not None:
            self._draft.set_frame(*change)
            self._writing.typed()

    def _leave(self, _none: None) -> None:
        """A text that was emptied is the usual one again."""
        if self._draft is not None and self._writing is not None:
            self._writing.left()
            gaps = self._letter[1:] if self._letter is not None else ()
            self.show_letter(self._draft.shown, *gaps)

    def _hide(self, change: tuple[Part, bool]) -> None:
        if self._draft is not None and self._writing is not None:
            self._writing.left()
            self._intents.hidden.put(Hide(self._draft.id, *change))

    def _find(self, part: Part) -> None:
        """Show a part that stands in the letter's own text there."""
        if self._draft is None:
            return
        composed = self._draft.shown.composed()
        placed = next((one for one in composed.parts if one.part is part), None)
        self.close_parts()
        origin = composed.origin(placed.start, placed.end) if placed is not None else None
        if origin is not None:
            self._editor.select_source(origin.start, origin.end)


def _finished(letter: "LetterView") -> dict[Part, str]:
    """The frame's parts as they stand on the letter, also those that are left out."""
    composed = letter._replace(hidden=frozenset()).composed(MissingStyle.MARK)
    return {
        placed.part: composed.text[placed.start : placed.end]
        for placed in composed.parts
        if placed.part in FRAME
    }
