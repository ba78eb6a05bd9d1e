"""The keyboard's way over a desk: from text to values, through what is missing, and back."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jobtracker.domain.letters import FieldName
from jobtracker.ui.features.letters.desk.check_panel import CheckPanel
from jobtracker.ui.features.letters.desk.draft import Draft
from jobtracker.ui.features.letters.desk.field_panel import FieldPanel
from jobtracker.ui.features.letters.desk.parts_view import PartsView
from jobtracker.ui.features.letters.writing.editor import LetterEditor


class Places(NamedTuple):
    """Where the focus may be on a desk."""

    editor: LetterEditor
    panel: FieldPanel
    parts: PartsView
    check: CheckPanel
    pages: QWidget


class Walking:
    """Moves the focus over the letter on the desk; `refresh` shows what was typed so far."""

    def __init__(
        self, draft: Callable[[], Draft | None], refresh: Callable[[], object], places: Places
    ) -> None:
        self._draft = draft
        self._refresh = refresh
        self._at = places

    def names(self) -> list[FieldName]:
        """The fields of the letter, in the order of its text."""
        draft = self._draft()
        return [field.name for field in draft.shown.fields] if draft else []

    def typed(self) -> list[tuple[FieldName, str]]:
        """The values that were typed for this letter, in the same order."""
        draft = self._draft()
        values = draft.shown.typed if draft else {}
        return [(name, values[name]) for name in self.names() if values.get(name)]

    def walk(self, step: int) -> None:
        """Go to the next missing value, or where none is missing to the next finding, or from a
        value back to the text.
        """
        self._refresh()
        panel = self._at.panel
        if panel.missing:
            self.open_field(_gap_after(self.names(), panel.missing, panel.focused(), step))
        elif not self._at.check.step(step):
            self.back_to_text(panel.focused())

    def open_field(self, name: FieldName) -> None:
        """Show where a field is used, and put the focus into its value."""
        self._at.parts.close_parts()
        self._at.editor.show_field(name)
        if not self._at.panel.focus_field(name):
            self._at.editor.setFocus()

    def go_on(self, name: FieldName) -> None:
        """A value was entered: to the next one that is missing, or back to the text."""
        self._refresh()
        gaps = [gap for gap in self._at.panel.missing if gap != name]
        if gaps:
            self.open_field(_gap_after(self.names(), gaps, name, 1))
        else:
            self.back_to_text(name)

    def back_to_text(self, name: FieldName) -> None:
        """From a value into the text, right after where it is used."""
        if name:
            self._at.editor.show_field(name)
            self.take_focus()

    def take_focus(self) -> None:
        """Put the focus into what is seen of the letter: its text, its parts or its pages."""
        places = (self._at.editor, self._at.parts.panel, self._at.pages)
        seen = (place for place in places if place.isVisible())
        next(seen, self._at.editor).setFocus(Qt.FocusReason.OtherFocusReason)


def _gap_after(
    names: Sequence[FieldName], gaps: Sequence[FieldName], focused: FieldName, step: int
) -> FieldName:
    """The next missing field in the order of the text, round its end."""
    start = names.index(focused) if focused in names else min(0, -step)
    round_trip = (names[(start + step * k) % len(names)] for k in range(1, len(names) + 1))
    return next(name for name in round_trip if name in gaps)
