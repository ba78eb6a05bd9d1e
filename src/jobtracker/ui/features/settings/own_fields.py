"""The fields of a person's own for letters: a name and a value each, as many as are wanted."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain.my_profile import OwnField, own_field_name
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.fields import CommitLineEdit, mark_wrong
from jobtracker.ui.widgets.labels import PlainLabel

NAME_WIDE = 220


class OwnFieldRow(QWidget):
    """`changed` tells that the name or the value was left with another text, `removed` itself."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.changed: Channel[None] = Channel()
        self.removed: Channel[OwnFieldRow] = Channel()
        self.name = CommitLineEdit("Name of the field", placeholder="Driving licence")
        self.value = CommitLineEdit("Value of the field", placeholder="class B")
        theme.fit(self.name.setFixedWidth, NAME_WIDE)
        for field in (self.name, self.value):
            field.committed.subscribe(lambda _text: self.changed.put(None), owner=self)
        self.remove = IconButton(theme.icon("trash-2"), "Remove field")
        self.remove.clicked.connect(lambda: self.removed.put(self))
        self._note = PlainLabel("", "small")
        across = QHBoxLayout()
        across.setSpacing(Space.SMALL)
        across.addWidget(self.name)
        across.addWidget(self.value, 1)
        across.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.MEDIUM, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addLayout(across)
        column.addWidget(self._note)
        self.say({})

    def show_field(self, field: OwnField) -> None:
        """What is stored now; what is being typed stays."""
        self.name.set_value(field.name)
        self.value.set_value(field.value)

    def field(self) -> OwnField | None:
        """What stands here; None before it has a name."""
        name = self.name.value().strip()
        return OwnField(name, self.value.value()) if name else None

    def say(self, uses: Mapping[str, int]) -> None:
        """What the field is called in letters, and how many templates ask for it."""
        name = self.name.value().strip()
        if not name:
            self._note.setText("Give it a name first")
            return
        token = own_field_name(name)
        count = uses.get(token, 0)
        templates = f", used in {count} template{'' if count == 1 else 's'}" if count else ""
        self._note.setText(f"{{{{ {token} }}}} in letters{templates}")
        self.remove.rename(f"Remove {name}")


class OwnFields(QWidget):
    """The rows, and a button for one more; `changed` tells all fields that have a name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.changed: Channel[tuple[OwnField, ...]] = Channel()
        self._theme = theme
        self._uses: Mapping[str, int] = {}
        self._rows: list[OwnFieldRow] = []
        self._error = PlainLabel("", "danger", wrap=True)
        self._error.hide()
        self.add_button = Button("Add a field", icon=theme.icon("plus"))
        self.add_button.clicked.connect(self._add_empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._error)
        below = QHBoxLayout()
        below.setContentsMargins(0, Space.LARGE, 0, 0)
        below.addWidget(self.add_button)
        below.addStretch(1)
        self._column.addLayout(below)

    def fields(self) -> tuple[OwnField, ...]:
        """What stands in the rows that have a name."""
        return tuple(field for row in self._rows if (field := row.field()) is not None)

    def show_fields(self, fields: Sequence[OwnField]) -> None:
        """What is stored now; rows still without a name stay."""
        for row in self._kept()[len(fields) :]:
            self._drop(row)
        for field in fields[len(self._kept()) :]:
            self._insert(len(self._kept())).show_field(field)
        self._settle(fields)

    def show_uses(self, uses: Mapping[str, int]) -> None:
        """How many templates ask for each field."""
        self._uses = uses
        for row in self._rows:
            row.say(uses)

    def set_error(self, error: str) -> None:
        """What is wrong with the fields as typed, or nothing."""
        self._error.setText(error)
        self._error.setVisible(bool(error))
        for row in self._rows:
            mark_wrong(row.name, wrong=bool(error) and row.name.hasFocus())

    def _kept(self) -> list[OwnFieldRow]:
        return [row for row in self._rows if row.field() is not None]

    def _settle(self, fields: Sequence[OwnField]) -> None:
        for row, field in zip(self._kept(), fields, strict=True):
            row.show_field(field)
            row.say(self._uses)

    def _add_empty(self) -> None:
        row = self._insert(len(self._rows))
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _insert(self, place: int) -> OwnFieldRow:
        row = OwnFieldRow(self._theme)
        row.changed.subscribe(lambda _none: self._tell(), owner=self)
        row.removed.subscribe(self._remove, owner=self)
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)
        row.show()
        return row

    def _tell(self) -> None:
        for row in self._rows:
            row.say(self._uses)
        self.changed.put(self.fields())

    def _remove(self, row: OwnFieldRow) -> None:
        self._drop(row)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.put(self.fields())

    def _drop(self, row: OwnFieldRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
