"""The facts of an application: a label, its value, and under it what was understood."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from jobtracker.ui.features.applications.contract import Hint
from jobtracker.ui.features.applications.inline import InlineEdit
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import mark_wrong
from jobtracker.ui.widgets.labels import PlainLabel

LABELS = 102


class Typed(NamedTuple):
    """A value a person has finished typing, and the field it was typed in."""

    field: str
    text: str


class Facts(QWidget):
    """Rows of label and value. `typed` tells a committed text that its reader accepts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.typed: Channel[Typed] = Channel()
        self._theme = theme
        self._rows: dict[str, _TextRow] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.HAIR)
        self._grid.setVerticalSpacing(Space.HAIR)
        self._grid.setColumnMinimumWidth(0, theme.px(LABELS))
        self._grid.setColumnStretch(1, 1)

    def add_text(
        self,
        name: str,
        label: str,
        empty: str,
        example: str = "",
        reader: Callable[[str], Hint] | None = None,
    ) -> InlineEdit:
        """A value typed as text; `empty` stands for none, `example` says how it may be typed.

        `reader` says what it understands while one types.
        """
        editor = InlineEdit(self._theme, label, placeholder=example, empty=empty)
        note = PlainLabel("", "small", wrap=True)
        note.setContentsMargins(Space.SMALL + 2, 0, 0, Space.TIGHT)
        note.hide()
        self._place(label, editor)
        self._grid.addWidget(note, self._grid.rowCount(), 1)
        made = self._rows[name] = _TextRow(editor, note, reader)
        editor.textEdited.connect(lambda _text: made.understand())
        editor.committed.subscribe(lambda text: self._commit(name, text), owner=self)
        return editor

    def add_widget(self, label: str, widget: QWidget) -> QLabel:
        """Any other editor; answers its label, so that both can be hidden."""
        return self._place(label, widget)

    def set_value(self, name: str, text: str, painted: str = "", *, anew: bool) -> None:
        """Show a stored value; `anew` for another application, else typing is left alone.

        `painted` stands there in its stead until it is edited.
        """
        self._rows[name].editor.painted = painted
        self._rows[name].set_value(text, anew=anew)

    def show_error(self, name: str, message: str) -> bool:
        """Say under its field what is wrong; False where there is no such field."""
        if name not in self._rows:
            return False
        self._rows[name].refuse(message)
        return True

    def error(self, name: str) -> str:
        return self._rows[name].error

    def note(self, name: str) -> str:
        """What stands under a field at the moment."""
        return self._rows[name].note.text()

    def commit_all(self) -> None:
        for row in self._rows.values():
            row.editor.commit()

    def _commit(self, name: str, text: str) -> None:
        row = self._rows[name]
        hint = row.reader(text) if row.reader else Hint("")
        if hint.error:
            row.refuse(hint.error)
            return
        row.accept()
        self.typed.put(Typed(name, text))

    def _place(self, label: str, widget: QWidget) -> QLabel:
        row = self._grid.rowCount()
        name = PlainLabel(label, "muted")
        name.setBuddy(widget)
        widget.setAccessibleName(label)
        name.setFixedHeight(self._theme.px(30))
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, row, 1)
        return name


class _TextRow:
    """One text field: its editor, the note under it, and what it held when last stored."""

    def __init__(
        self, editor: InlineEdit, note: PlainLabel, reader: Callable[[str], Hint] | None
    ) -> None:
        self.editor = editor
        self.note = note
        self.reader = reader
        self.error = ""
        self._stored = ""

    def set_value(self, text: str, *, anew: bool) -> None:
        if self.error and not anew:
            return
        self._stored = text
        if anew:
            self.editor.setModified(False)
        self.editor.set_value(text)
        if not self.editor.isModified():
            self.accept()

    def understand(self) -> None:
        hint = self.reader(self.editor.text()) if self.reader else Hint("")
        self._say(hint.words or hint.error, wrong=False)

    def refuse(self, message: str) -> None:
        self.editor.refuse(self._stored)
        self._say(message, wrong=True)

    def accept(self) -> None:
        self._say("", wrong=False)

    def _say(self, text: str, *, wrong: bool) -> None:
        self.error = text if wrong else ""
        mark_wrong(self.editor, wrong=wrong)
        self.note.set_role("danger" if wrong else "small")
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)
