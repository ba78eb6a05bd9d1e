"""The sheet for a new letter: whom it is for, and what it starts from."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobtracker.ui.features.letters.contract import Candidate, Choices, Start
from jobtracker.ui.features.letters.library.template_rows import (
    Choosable,
    ChoosableDelegate,
    TemplateRows,
    rows_of,
)
from jobtracker.ui.features.letters.library.words import about_template, worked
from jobtracker.ui.features.letters.writing.editor import LetterEditor
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.row_delegate import CardDelegate, Cell, two_lines
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.row_table import RowList
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (880, 560)
MOST = 1500
"""Characters of a template that are shown."""
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CandidateDelegate(CardDelegate):
    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        inside = cell.rect.adjusted(Space.PANE, 0, -Space.LARGE, -Space.TIGHT)
        two_lines(painter, self.theme, inside, cell.row.company, cell.row.role)


class Finder(QLineEdit):
    """Narrows a list; the arrows move in the list meanwhile."""

    def __init__(self, name: str, words: str, rows: RowList) -> None:
        super().__init__()
        keep_not(self)
        self._rows = rows
        self.setPlaceholderText(words)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            step_in(self._rows, STEPS[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)


class NewLetterSheet(Sheet):
    """`started` tells what was chosen; Enter in either list is enough."""

    def __init__(self, theme: Theme, opener: QWidget, choices: Choices) -> None:
        super().__init__(theme, opener, "New letter", SIZE)
        self.started: Channel[Start] = Channel()
        self._choices = choices
        self.applications: RowModel[Candidate] = RowModel(
            [Column("Application", lambda row: f"{row.company}, {row.role}")],
            key=lambda row: row.id,
        )
        self.templates = TemplateRows()
        self.for_whom = RowList(theme, "Application", self.applications)
        self.from_what = RowList(theme, "Template", self.templates)
        self.from_what.setUniformItemSizes(False)
        self.for_whom.setItemDelegate(CandidateDelegate(theme, self.for_whom, Size.ROW + 4))
        self.from_what.setItemDelegate(ChoosableDelegate(theme, self.from_what))
        self.filter = Finder("Find an application", "Company or role", self.for_whom)
        self.wanted = Finder("Find a template", "Name, kind or language", self.from_what)
        self.about = PlainLabel("", "small", wrap=True)
        self.text = LetterEditor(theme, "How the template begins")
        self.text.setReadOnly(True)
        self._lay_out_choices()
        self._listen()
        self._fill()

    def open_here(self) -> None:
        """Show the sheet with the focus on what is still to be chosen."""
        known = self._choices.wish.application_id is not None
        self.open(self.wanted if known else self.filter)

    def _start(self) -> None:
        whom, what = self.for_whom.selected(), self.from_what.selected()
        if whom is not None and isinstance(what, Choosable):
            self.started.put(Start(whom.id, what.id or None))
            self.close()

    def _fill(self) -> None:
        wish = self._choices.wish
        self._filter("")
        if wish.application_id is not None:
            self.for_whom.select(wish.application_id)
        self._offer("")

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [
            one
            for one in self._choices.applications
            if all(word in f"{one.company} {one.role}".casefold() for word in words)
        ]
        self.applications.show_rows(fitting)
        if self.for_whom.selected() is None and fitting:
            self.for_whom.select(fitting[0].id)
        self._say_ready()

    def _offer(self, typed: str) -> None:
        """Show the templates that fit; the best of them is selected."""
        choices = self._choices
        rows = rows_of(
            choices.templates,
            choices.best,
            choices.results,
            typed,
            automatic=choices.best is None,
        )
        self.templates.show_rows(rows)
        first = next((row.id for row in rows if isinstance(row, Choosable)), None)
        if typed or choices.best is None or not self.from_what.select(choices.best):
            self.from_what.select(first)
        self._show_text(self.from_what.selected())

    def _show_text(self, row: object) -> None:
        template = row.template if isinstance(row, Choosable) else None
        words = "The template is chosen for the application: by its stage, profile and language."
        if template is not None:
            result = self._choices.results.get(template.id)
            words = ", ".join(filter(None, (about_template(template), worked(result))))
        self.about.setText(words)
        self.text.show_text(template.text[:MOST] if template else "")
        self.text.setVisible(template is not None)
        self._say_ready()

    def _say_ready(self) -> None:
        chosen = isinstance(self.from_what.selected(), Choosable)
        self.write.setEnabled(chosen and self.for_whom.selected() is not None)

    def _listen(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.wanted.textChanged.connect(self._offer)
        for finder in (self.filter, self.wanted):
            finder.returnPressed.connect(self._start)
        for rows in (self.for_whom, self.from_what):
            rows.opened.subscribe(lambda _row: self._start(), owner=self)
        self.from_what.current.subscribe(self._show_text, owner=self)

    def _lay_out_choices(self) -> None:
        self.text.setProperty("k", "")
        columns = QHBoxLayout()
        columns.setSpacing(Space.PAGE)
        whom = _column("Application", self.filter, self.for_whom)
        columns.addWidget(whom, 3)
        columns.addWidget(_column("Template", self.wanted, self.from_what), 3)
        read = QVBoxLayout()
        read.setContentsMargins(0, 0, 0, 0)
        read.setSpacing(Space.SNUG)
        read.addWidget(self.about)
        read.addWidget(self.text, 1)
        read.addStretch(0)
        columns.addLayout(read, 4)
        self.body.addLayout(columns)
        known = self._known()
        whom.setVisible(known is None)
        if known is not None:
            self.title.setText(f"New letter for {known.company}, {known.role}")
        self.write = Button("Write letter", kind="primary")
        self.write.clicked.connect(self._start)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.leave)
        self.footer.addWidget(PlainLabel("Known values are filled in at once.", "cap"))
        self.footer.addStretch(1)
        self.footer.addWidget(cancel, 0, Qt.AlignmentFlag.AlignRight)
        self.footer.addWidget(self.write)
        self.default = self.write

    def _known(self) -> Candidate | None:
        """The application that the sheet was opened for."""
        wanted = self._choices.wish.application_id
        return next((one for one in self._choices.applications if one.id == wanted), None)


def step_in(rows: RowList, by: int) -> None:
    """Move the selection to the next row that can be chosen, up or down."""
    place, last = rows.currentIndex().row() + by, rows.rows.rowCount()
    while 0 <= place < last:
        index = rows.rows.index(place, 0)
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            rows.select(rows.rows.key(rows.rows.rows[place]))
            return
        place += by


def _column(title: str, *widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.SNUG)
    column.addWidget(PlainLabel(title, "caption"))
    for widget in widgets:
        column.addWidget(widget)
    return made
