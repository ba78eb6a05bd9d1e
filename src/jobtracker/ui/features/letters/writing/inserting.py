"""Putting a field or a block into the letter: from the list that opens beside the cursor."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from jobtracker.domain.letters import FieldName
from jobtracker.ui.features.letters.contract import BlockChoice
from jobtracker.ui.features.letters.writing.editor import LetterEditor
from jobtracker.ui.features.letters.writing.insert_picker import InsertPicker
from jobtracker.ui.features.letters.writing.offers import Offer
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme

BRACES = "{{"


class Inserting:
    """Opens the list by request, and when two braces were typed. `own` names the fields that
    the text has already, `blocks` what else is offered, the best fitting first; `used` tells
    the block that was put in, by its id.
    """

    def __init__(
        self,
        theme: Theme,
        desk: QWidget,
        editor: LetterEditor,
        own: Callable[[], Sequence[FieldName]],
        blocks: Callable[[], Sequence[BlockChoice]] = tuple,
    ) -> None:
        self._desk = desk
        self._editor = editor
        self._own = own
        self._blocks = blocks
        self._typed = ""
        self.used: Channel[int] = Channel()
        self.picker = InsertPicker(theme, desk)
        self.picker.picked.subscribe(self._put_in, owner=desk)
        self.picker.cancelled.subscribe(self._leave, owner=desk)
        editor.picking.subscribe(lambda _none: self.open(typed=BRACES), owner=desk)

    def open(self, *, typed: str = "") -> None:
        """Offer fields and blocks at the cursor; what is chosen replaces what was `typed` before
        it.
        """
        if self._editor.isReadOnly():
            return
        self._typed = typed
        corner = self._editor.cursorRect().bottomLeft()
        place = self._editor.viewport().mapTo(self._desk, corner)
        own, blocks = self._own(), self._blocks()
        self.picker.open_at(place, self._desk.rect(), own, blocks, field_first=bool(typed))

    def _put_in(self, offer: Offer) -> None:
        self._editor.setFocus()
        typed = len(self._typed)
        if offer.block is None:
            self._editor.put_in(f"{{{{ {offer.field} }}}}", instead_of=typed)
            return
        self._editor.put_paragraph(offer.block.text, instead_of=typed)
        self.used.put(offer.block.id)

    def _leave(self, words: str) -> None:
        """Braces that were meant as braces stay, and so do the words after them."""
        self._editor.setFocus()
        if self._typed and words:
            self._editor.textCursor().insertText(words)
