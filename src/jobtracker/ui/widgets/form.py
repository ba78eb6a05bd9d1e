"""Labelled fields with their errors in place, and a form that lays them out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import mark_wrong
from jobtracker.ui.widgets.labels import PlainLabel

ICON = 14


class Field(QWidget):
    """A label above its editor, and under it a hint or what is wrong.

    The label is the editor's buddy, its text the accessible name, the error or hint the
    accessible description. An `&` in the label sets its Alt key.
    """

    def __init__(self, theme: Theme, label: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._hint = hint
        self.editor = editor
        name = QLabel(label)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("r", "caption")
        name.setBuddy(editor)
        editor.setAccessibleName(label.replace("&", ""))
        self._icon = QLabel()
        self._note = PlainLabel(hint, "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(name)
        column.addWidget(editor)
        row = QHBoxLayout()
        row.setSpacing(Space.SNUG)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._note, 1)
        column.addLayout(row)
        self.set_hint(hint)

    @property
    def error(self) -> str:
        return self._note.text() if self.editor.property("wrong") else ""

    def set_hint(self, hint: str) -> None:
        """What was understood, or what belongs here; an error in place goes away."""
        self._hint = hint
        self._say(hint, wrong=False)

    def set_error(self, text: str) -> None:
        """Say what is wrong; an empty text takes the error away and shows the hint again."""
        self._say(text or self._hint, wrong=bool(text))

    def _say(self, text: str, *, wrong: bool) -> None:
        mark_wrong(self.editor, wrong=wrong)
        self._note.set_role("danger" if wrong else "small")
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._icon.setVisible(wrong)
        if wrong:
            scale = self.devicePixelRatio()
            self._icon.setPixmap(self._theme.pixmap("circle-alert", "danger", ICON, scale))
        self.editor.setAccessibleDescription(text)


class Form(QWidget):
    """Fields in rows of two columns; knows them by name to show errors and move focus."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._fields: dict[str, Field] = {}
        self._grid = QGridLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)  # an aligned grid instead would cut texts that wrap
        self._grid.setHorizontalSpacing(Space.PAGE)
        self._grid.setVerticalSpacing(Space.MEDIUM)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, label: str, editor: QWidget, *, hint: str = "") -> Field:
        """A field over the whole width."""
        field = self._make(name, label, editor, hint)
        self._grid.addWidget(field, self._grid.rowCount(), 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        return field

    def add_pair(
        self, left: tuple[str, str, QWidget], right: tuple[str, str, QWidget]
    ) -> tuple[Field, Field]:
        """Two fields side by side, each as (name, label, editor)."""
        row = self._grid.rowCount()
        made = (self._make(*left, ""), self._make(*right, ""))
        for column, field in enumerate(made):
            self._grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignTop)
        return made

    def add_widget(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    @property
    def names(self) -> list[str]:
        """The fields in the order they were added."""
        return list(self._fields)

    def field(self, name: str) -> Field:
        return self._fields[name]

    def show_errors(self, errors: dict[str, str]) -> None:
        """Put each error under its field, clear the others, focus the first wrong one."""
        for name, field in self._fields.items():
            field.set_error(errors.get(name, ""))
        first = next((field for name, field in self._fields.items() if name in errors), None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, name: str, label: str, editor: QWidget, hint: str) -> Field:
        field = self._fields[name] = Field(self._theme, label, editor, hint)
        return field
