"""Putting a field into the letter: from the list that opens beside the cursor."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from jobtracker.domain.letters import FieldName
from jobtracker.ui.features.letters.editor import LetterEditor
from jobtracker.ui.features.letters.field_picker import FieldPicker
from jobtracker.ui.theme.theme import Theme

BRACES = "{{"


class Inserting:
    """Opens the list by request, and when two braces were typed; `own` names the fields that
    the letter has already.
    """

    def __init__(
        self,
        theme: Theme,
        desk: QWidget,
        editor: LetterEditor,
        own: Callable[[], Sequence[FieldName]],
    ) -> None:
        self._desk = desk
        self._editor = editor
        self._own = own
        self._typed = ""
        self.picker = FieldPicker(theme, desk)
        self.picker.picked.subscribe(self._put_in, owner=desk)
        self.picker.cancelled.subscribe(self._leave, owner=desk)
        editor.picking.subscribe(lambda _none: self.open(typed=BRACES), owner=desk)

    def open(self, *, typed: str = "") -> None:
        """Offer the fields at the cursor; the one chosen replaces what was `typed` before it."""
        self._typed = typed
        corner = self._editor.cursorRect().bottomLeft()
        place = self._editor.viewport().mapTo(self._desk, corner)
        self.picker.open_at(place, self._desk.rect(), self._own())

    def _put_in(self, name: FieldName) -> None:
        self._editor.setFocus()
        self._editor.put_in(f"{{{{ {name} }}}}", instead_of=len(self._typed))

    def _leave(self, words: str) -> None:
        """Braces that were meant as braces stay, and so do the words after them."""
        self._editor.setFocus()
        if self._typed and words:
            self._editor.textCursor().insertText(words)
