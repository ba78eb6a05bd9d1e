"""One fact: its label, its editor, and under it what was understood or what is wrong."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from jobtracker.ui.features.applications.detail.growing import GrowingField
from jobtracker.ui.features.applications.detail.inline import InlineEdit
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import IconButton
from jobtracker.ui.widgets.fields import mark_wrong
from jobtracker.ui.widgets.hints import Hint
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.long_text import LongField


class Kind(Enum):
    """How a fact is typed. A CHOICE takes one of its choices; elsewhere they are suggestions."""

    TEXT = auto()
    PAY = auto()
    DAY = auto()
    PAST_DAY = auto()
    NUMBER = auto()
    WHEN = auto()
    CHOICE = auto()
    LONG = auto()


class Spec(NamedTuple):
    """A fact there can be. `empty` is painted where it has no value, `example` says how it may
    be typed; `always` shows it without a value. `button` is an icon with its words, for what
    one does with the value: ("copy", "Copy e-mail").
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    empty: str = "None"
    example: str = ""
    choices: tuple[str, ...] = ()
    always: bool = False
    button: tuple[str, str] | None = None


class Value(NamedTuple):
    """What is stored of a fact. `painted` stands in its stead until it is edited; `empty`, where
    set, in the stead of the spec's.
    """

    text: str = ""
    painted: str = ""
    empty: str = ""


class Unsaved(NamedTuple):
    """A typed text that could not be stored, and why."""

    text: str
    error: str


class FactRow:
    """The widgets of one fact, and what it held when last stored."""

    def __init__(self, theme: Theme, spec: Spec, reader: Callable[[str], Hint] | None) -> None:
        self.spec = spec
        self.reader = reader
        self.error = ""
        self.choices: Sequence[str] = spec.choices
        self.label = PlainLabel(spec.label, "muted")
        self.editor = self._make_editor(theme)
        self.editor.setProperty("field", spec.name)
        self.label.setBuddy(self.editor)
        self.button: IconButton | None = None
        self.place: QWidget = self.editor
        if spec.button is not None:
            self._add_button(theme, *spec.button)
        self.note = PlainLabel("", "small", wrap=True)
        self.note.setContentsMargins(Space.SMALL + 2, 0, 0, Space.TIGHT)
        self.note.hide()
        self._stored = ""

    @property
    def parts(self) -> tuple[QLabel, QWidget, PlainLabel]:
        """Label, editor and note, as they stand in a grid."""
        return self.label, self.place, self.note

    @property
    def typed(self) -> Unsaved | None:
        """What is wrong in the field at the moment."""
        return Unsaved(self.editor.value(), self.error) if self.error else None

    @property
    def is_unfinished(self) -> bool:
        """Whether it holds what is not stored: a refused text, or one that was put back."""
        return bool(self.error) or self.editor.is_unsaved

    def show(self, value: Value, *, anew: bool) -> None:
        """Show what is stored; a refused text stays, unless it belongs to another record."""
        if self.error and not anew:
            self._stored = value.text
            return
        self._stored = value.text
        editor = self.editor
        if anew:
            self.forget()
        if isinstance(editor, InlineEdit):
            editor.painted = value.painted
            editor.empty = value.empty or self.spec.empty
            editor.update()
        editor.set_value(value.text)
        if not _is_modified(editor):
            self.accept()
        if self.button is not None:
            self.button.setVisible(bool(value.text))

    def put_back(self, unsaved: Unsaved) -> None:
        """Show again what could not be stored, with the reason."""
        self.editor.put_back(unsaved.text)
        self._say(unsaved.error, wrong=True)

    def forget(self) -> None:
        """What is being typed is somebody else's from now on."""
        if isinstance(self.editor, InlineEdit):
            self.editor.setModified(False)
        else:
            self.editor.document().setModified(False)

    def set_visible(self, visible: bool) -> None:
        self.label.setVisible(visible)
        self.place.setVisible(visible)
        self.note.setVisible(visible and bool(self.note.text()))

    def understand(self) -> None:
        """Say what is understood so far; the beginning of a choice needs no words."""
        typed = self.editor.value().strip().lower()
        begun = self.spec.kind is Kind.CHOICE and any(typed in one.lower() for one in self.choices)
        hint = Hint("") if begun else self.read(self.editor.value())
        self._say(hint.words or hint.error, wrong=False)

    def read(self, text: str) -> Hint:
        return self.reader(text) if self.reader is not None else Hint("")

    def refuse(self, message: str) -> None:
        typed = self.editor.value()
        self.editor.set_value(self._stored)
        self.editor.put_back(typed)
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

    def _make_editor(self, theme: Theme) -> InlineEdit | LongField:
        spec = self.spec
        if spec.kind is Kind.LONG:
            return GrowingField(spec.label, placeholder=spec.example or spec.empty)
        editor = InlineEdit(theme, spec.label, placeholder=spec.example, empty=spec.empty)
        if spec.choices or spec.kind is Kind.CHOICE:
            editor.offer(lambda: self.choices, only=spec.kind is Kind.CHOICE)
        return editor

    def _add_button(self, theme: Theme, icon: str, words: str) -> None:
        self.button = IconButton(theme.icon(icon), words)
        self.place = QWidget()
        row = QHBoxLayout(self.place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TIGHT)
        row.addWidget(self.editor, 1)
        row.addWidget(self.button)


def _is_modified(editor: InlineEdit | LongField) -> bool:
    if isinstance(editor, InlineEdit):
        return editor.isModified()
    return editor.document().isModified()
