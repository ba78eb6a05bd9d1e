"""The facts of a record: those with a value, and a list to add the others from."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from jobtracker.ui.features.applications.detail.fact_row import FactRow, Kind, Spec, Unsaved, Value
from jobtracker.ui.features.applications.detail.inline import InlineEdit
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.hints import Hint, Readers
from jobtracker.ui.widgets.typed import choice_hint, number_hint, when_hint

LABELS = 102


class Typed(NamedTuple):
    """A value a person has finished typing, and the field it was typed in."""

    field: str
    text: str


class Facts(QWidget):
    """Rows of label and value, made when they are first needed; the first one at once, so that
    Tab finds its way to the others.

    `typed` tells a committed text that its reader accepts, `acted` a press of a row's button.
    A text that was refused stays in its field with the reason, also when another record has
    been shown in between; `unsaved` holds them, by record and field.
    """

    def __init__(
        self,
        theme: Theme,
        readers: Readers,
        specs: Sequence[Spec],
        unsaved: "dict[tuple[int, str], Unsaved] | None" = None,
    ) -> None:
        super().__init__()
        self.typed: Channel[Typed] = Channel()
        self.acted: Channel[Typed] = Channel()
        self._theme = theme
        self._readers = readers
        self._specs: dict[str, Spec] = {}
        self._rows: dict[str, FactRow] = {}
        self._choices: dict[str, Sequence[str]] = {}
        self._values: Mapping[str, Value] = {}
        self._revealed: set[str] = set()
        self._unsaved = {} if unsaved is None else unsaved
        self._key = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.HAIR)
        self._grid.setVerticalSpacing(Space.HAIR)
        self._grid.setColumnStretch(1, 1)
        self._fit()
        theme.changed.subscribe(lambda _tokens: self._fit(), owner=self)
        self.add(specs)
        self._row(specs[0].name)

    def add(self, specs: Sequence[Spec]) -> None:
        """Know of more facts, after those known already."""
        for spec in specs:
            self._specs.setdefault(spec.name, spec)

    def set_choices(self, name: str, choices: Sequence[str]) -> None:
        """What a fact is chosen from, where that is not always the same."""
        self._choices[name] = choices
        if name in self._rows:
            self._rows[name].choices = choices

    def prepare(self, names: Iterable[str]) -> Iterator[None]:
        """Make the rows of these facts one by one, before they are shown."""
        for name in names:
            if name not in self._rows:
                self._row(name).set_visible(False)
                yield

    def show_values(self, values: Mapping[str, Value], key: int) -> None:
        """Show what is stored of the record `key`; the same one leaves typing alone."""
        anew = key != self._key
        if anew:
            wrong = ((name, row.typed) for name, row in self._rows.items())
            self._unsaved |= {(self._key, name): text for name, text in wrong if text is not None}
            self._revealed.clear()
        self._key, self._values = key, values
        for name in self._specs:
            self._show(name, anew=anew)

    def hidden(self) -> list[Spec]:
        """The facts that could be added: they have no value and are not shown."""
        return [spec for name, spec in self._specs.items() if not self._wanted(name)]

    def reveal(self, name: str) -> None:
        """Show a fact without a value, with the keyboard in it."""
        self._revealed.add(name)
        self._show(name, anew=False)
        self._rows[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, name: str, message: str) -> bool:
        """Say under its field what is wrong; False where there is no such field."""
        if name not in self._specs:
            return False
        self._revealed.add(name)
        self._row(name).refuse(message)
        self._row(name).set_visible(True)
        return True

    def keep(self, key: int, name: str, unsaved: Unsaved) -> bool:
        """Keep a text that could not be stored for when its record is shown again."""
        if name not in self._specs:
            return False
        self._unsaved[key, name] = unsaved
        if key == self._key:
            self._show(name, anew=False)
        return True

    def focused(self) -> str:
        """The fact the keyboard is on, "" for none."""
        rows = self._rows.items()
        return next((name for name, row in rows if row.editor.hasFocus()), "")

    def __contains__(self, name: str) -> bool:
        return name in self._specs

    def spec(self, name: str) -> Spec:
        return self._specs[name]

    def error(self, name: str) -> str:
        return self._rows[name].error if name in self._rows else ""

    def note(self, name: str) -> str:
        """What stands under a field at the moment."""
        return self._row(name).note.text()

    def shown(self) -> list[str]:
        """The names of the facts that are shown, from top to bottom."""
        return [name for name in self._specs if self._wanted(name)]

    def commit_all(self) -> None:
        for row in self._rows.values():
            row.editor.commit()

    def _wanted(self, name: str) -> bool:
        value = self._values.get(name)
        return (
            (self._specs[name].always and value is not None)
            or bool(value and value.text)
            or name in self._revealed
            or (self._key, name) in self._unsaved
            or (name in self._rows and self._rows[name].is_unfinished)
        )

    def _show(self, name: str, *, anew: bool) -> None:
        unsaved = self._unsaved.pop((self._key, name), None)
        wanted = unsaved is not None or self._wanted(name)
        if not wanted and name not in self._rows:
            return
        row = self._row(name)
        row.show(self._values.get(name, Value()), anew=anew)
        if unsaved is not None:
            row.put_back(unsaved)
        row.set_visible(unsaved is not None or self._wanted(name))

    def _row(self, name: str) -> FactRow:
        if name not in self._rows:
            self._rows[name] = self._make(self._specs[name])
        return self._rows[name]

    def _make(self, spec: Spec) -> FactRow:
        row = FactRow(self._theme, spec, self._reader(spec))
        row.choices = self._choices.get(spec.name, spec.choices)
        at = 2 * list(self._specs).index(spec.name)
        self._theme.fit(row.label.setFixedHeight, Size.CONTROL)
        if isinstance(row.editor, InlineEdit):
            self._theme.fit(row.editor.setMinimumHeight, Size.CONTROL)
        for widget, (line, column) in zip(row.parts, ((at, 0), (at, 1), (at + 1, 1)), strict=True):
            top = Qt.AlignmentFlag.AlignTop if column == 0 else Qt.AlignmentFlag(0)
            self._grid.addWidget(widget, line, column, top)
        self._keep_tab_order(spec.name, row)
        self._listen(row)
        return row

    def _fit(self) -> None:
        """Keep the labels in a column of their own at any text size."""
        self._grid.setColumnMinimumWidth(0, self._theme.px(LABELS))
        for row in self._rows.values():
            row.label.setFixedHeight(self._theme.px(Size.CONTROL))

    def _keep_tab_order(self, name: str, row: FactRow) -> None:
        """A row that was made late is still reached in its place."""
        names = list(self._specs)
        before = [one for one in names[: names.index(name)] if one in self._rows]
        if before:
            last = self._rows[before[-1]]
            QWidget.setTabOrder(last.button or last.editor, row.editor)
        if row.button is not None:
            QWidget.setTabOrder(row.editor, row.button)

    def _listen(self, row: FactRow) -> None:
        name, editor = row.spec.name, row.editor
        editor.committed.subscribe(lambda text: self._commit(name, text), owner=self)
        if row.button is not None:
            row.button.clicked.connect(lambda: self.acted.put(Typed(name, editor.value())))
        if isinstance(editor, InlineEdit):
            editor.textEdited.connect(lambda _text: row.understand())
            editor.restored.subscribe(lambda _none: row.accept(), owner=self)

    def _reader(self, spec: Spec) -> Callable[[str], Hint] | None:
        return {
            Kind.PAY: self._readers.pay,
            Kind.DAY: self._readers.due,
            Kind.PAST_DAY: self._readers.applied,
            Kind.NUMBER: lambda text: number_hint(text, spec.label),
            Kind.WHEN: lambda text: when_hint(text, self._readers),
            Kind.CHOICE: lambda text: choice_hint(text, self._rows[spec.name].choices),
        }.get(spec.kind)

    def _commit(self, name: str, text: str) -> None:
        row = self._rows[name]
        hint = row.read(text)
        if hint.error:
            row.refuse(hint.error)
            return
        row.accept()
        self.typed.put(Typed(name, text))
