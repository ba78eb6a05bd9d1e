"""The fields of an offer: what it is of, its base pay, and its parts in folded groups."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from jobtracker.ui.features.offers.contract import NO_APPLICATION, UNCHOSEN, Application
from jobtracker.ui.features.offers.draft import (
    APPLICATION,
    BASE,
    DEADLINE,
    LABEL,
    NOTES,
    RECEIVED,
    ROUND,
    Draft,
)
from jobtracker.ui.features.offers.fold import Fold
from jobtracker.ui.features.offers.groups import GROUPS, WORDS, Asked, Group
from jobtracker.ui.features.offers.kept_text import KeptText
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.fields import Choice
from jobtracker.ui.widgets.form import Field

OFFER, WHAT_IF = "offer", "what-if"
NONE, CHOOSE = "No application: a what-if", "Choose the application"
NOTES_HEIGHT = 88
ABOVE = (
    (Asked(LABEL, "Label", "What tells it apart"), Asked(ROUND, "Round", "2")),
    (
        Asked(RECEIVED, "Received on", "today, fri, 30 nov"),
        Asked(DEADLINE, "Reply by", "fri, +3, 30 nov"),
    ),
)


class OfferForm(QWidget):
    """`typed` tells each change; `draft` is what stands in the fields. `is_trial` says that an
    offer is a what-if unless somebody chooses otherwise.
    """

    def __init__(self, theme: Theme, *, is_trial: bool = False) -> None:
        super().__init__()
        self._usual = WHAT_IF if is_trial else OFFER
        self.typed: Channel[None] = Channel()
        self._theme = theme
        self._filling = False
        self.fields: dict[str, Field] = {}
        self._folds: dict[str, Fold] = {}
        self._folded: dict[str, Group] = {}
        self.application: Choice[int] = Choice(theme, "Application")
        self.application.setPlaceholderText(CHOOSE)
        self._from = Field(theme, "Application", self.application)
        self.kind: Choice[str] = Choice(theme, "Kind")
        self.kind.set_options([(OFFER, "Offer that was made"), (WHAT_IF, "What-if")])
        self.application.chosen.subscribe(lambda _key: self._chosen(), owner=self)
        self.kind.chosen.subscribe(lambda _kind: self._tell(), owner=self)
        self._lay_out()

    def show_applications(self, applications: tuple[Application, ...]) -> None:
        """What an offer can be for."""
        options = [(one.id, one.name) for one in applications]
        self.application.set_options([*options, (NO_APPLICATION, NONE)])

    def show_draft(self, draft: Draft) -> None:
        """Fill the fields without telling it; groups in which something is said are open."""
        self._filling = True
        self._from.set_error("")
        self.application.set_value(draft.application)
        self.kind.set_value(WHAT_IF if draft.what_if else OFFER)
        for name, field in self.fields.items():
            _write(field.editor, draft.text(name))
        for title, group in self._folded.items():
            self._folds[title].open(on=any(draft.text(one.name) for one in group.fields))
        self._filling = False
        self._arrange()

    def draft(self) -> Draft:
        texts = {name: _read(field.editor) for name, field in self.fields.items()}
        said = {name: text for name, text in texts.items() if text}
        chosen = self.application.value()
        application = UNCHOSEN if chosen is None else chosen
        what_if = self.kind.value() == WHAT_IF or application == NO_APPLICATION
        return Draft(application, what_if, said)

    def show_hints(self, hints: Mapping[str, str], errors: Mapping[str, str]) -> None:
        """What was understood under each field; an error that is shown stays until it is mended."""
        for name, field in self.fields.items():
            if not (field.error and name in errors):
                field.set_hint(hints.get(name, ""))

    def show_errors(self, errors: Mapping[str, str]) -> Field | None:
        """What is wrong under each field; the first one gets the keyboard, and is told."""
        first: Field | None = None
        for name, field in {APPLICATION: self._from, **self.fields}.items():
            field.set_error(errors.get(name, ""))
            if name in errors and first is None:
                first = field
        for title, group in self._folded.items():
            if any(one.name in errors for one in group.fields):
                self._folds[title].open(on=True)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return first

    def _chosen(self) -> None:
        """An offer that was made is of an application; without one it can only be a what-if."""
        if self.application.value() == NO_APPLICATION:
            self.kind.set_value(WHAT_IF)
        elif not self.kind.isEnabled():
            self.kind.set_value(self._usual)
        self._from.set_error("")
        self._arrange()
        self._tell()

    def _arrange(self) -> None:
        self.kind.setEnabled(self.application.value() != NO_APPLICATION)
        self._sum_up()

    def _tell(self) -> None:
        if not self._filling:
            self._sum_up()
            self.typed.put(None)

    def _sum_up(self) -> None:
        """What each group holds, for when it is folded."""
        for title, group in self._folded.items():
            said = (self._words_of(one) for one in group.fields)
            self._folds[title].say(", ".join(filter(None, said)))

    def _words_of(self, asked: Asked) -> str:
        text = _read(self.fields[asked.name].editor).strip()
        return dict(asked.choices).get(text, text) if text else ""

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        top = _grid(column)
        top.addWidget(self._from, 0, 0, 1, 2, _TOP)
        base = self._field(Asked(BASE, "Base pay", "128000, 65/h, 9k a month"))
        top.addWidget(base, 1, 0, _TOP)
        top.addWidget(Field(self._theme, "Kind", self.kind), 1, 1, _TOP)
        for row, pair in enumerate(ABOVE, 2):
            for place, asked in enumerate(pair):
                top.addWidget(self._field(asked), row, place, _TOP)
        for group in GROUPS:
            column.addWidget(self._fold(group))
        column.addStretch(1)

    def _fold(self, group: Group) -> Fold:
        fold = self._folds[group.title] = Fold(self._theme, group.title)
        self._folded[group.title] = group
        grid = _grid(fold.column)
        wide = group is WORDS or len(group.fields) == 1
        for place, asked in enumerate(group.fields):
            field = self._field(asked)
            row, column = divmod(place, 2)
            grid.addWidget(field, row, column, 1, 2 if wide else 1, _TOP)
        return fold

    def _field(self, asked: Asked) -> Field:
        editor = self._editor(asked)
        field = self.fields[asked.name] = Field(self._theme, asked.label, editor)
        return field

    def _editor(self, asked: Asked) -> QWidget:
        if asked.choices:
            choice: Choice[str] = Choice(self._theme, asked.label)
            choice.set_options(asked.choices)
            choice.chosen.subscribe(lambda _value: self._tell(), owner=self)
            return choice
        if asked.name == NOTES:
            notes = KeptText()
            self._theme.fit(notes.setFixedHeight, NOTES_HEIGHT)
            notes.textChanged.connect(self._tell)
            return notes
        edit = QLineEdit()
        edit.setPlaceholderText(asked.example)
        edit.textChanged.connect(lambda _text: self._tell())
        return edit


_TOP = Qt.AlignmentFlag.AlignTop


def _grid(column: QVBoxLayout) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.LARGE)
    grid.setVerticalSpacing(Space.SMALL)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    return grid


def _read(editor: QWidget) -> str:
    if isinstance(editor, QLineEdit):
        return editor.text()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    assert isinstance(editor, Choice)
    return str(editor.value() or "")


def _write(editor: QWidget, text: str) -> None:
    if isinstance(editor, QLineEdit):
        editor.setText(text)
    elif isinstance(editor, KeptText):
        editor.setPlainText(text)
    else:
        assert isinstance(editor, Choice)
        editor.set_value(text)
