"""The sheet for a new letter: whom it is for, and what it starts from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobtracker.ui.features.letters.contract import Candidate, Choices, Start
from jobtracker.ui.features.letters.delegate import TemplateDelegate
from jobtracker.ui.features.letters.words import kind_of
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.row_delegate import CardDelegate, Cell, two_lines
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.row_table import RowList
from jobtracker.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from jobtracker.storage.letters import Template

SIZE = (760, 520)


class CandidateDelegate(CardDelegate):
    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        inside = cell.rect.adjusted(Space.PANE, 0, -Space.LARGE, -Space.TIGHT)
        two_lines(painter, self.theme, inside, cell.row.company, cell.row.role)


class NewLetterSheet(Sheet):
    """`started` tells what was chosen; Enter in either list is enough."""

    def __init__(self, theme: Theme, opener: QWidget, choices: Choices) -> None:
        super().__init__(theme, opener, "New letter", SIZE)
        self.started: Channel[Start] = Channel()
        self._choices = choices
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Company or role")
        self.filter.setAccessibleName("Find an application")
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._start)
        self.applications: RowModel[Candidate] = RowModel(
            [Column("Application", lambda row: f"{row.company}, {row.role}")],
            key=lambda row: row.id,
        )
        self.templates: RowModel[Template] = RowModel(
            [Column("Template", lambda row: f"{row.name}, {kind_of(row)}")], key=lambda row: row.id
        )
        self.for_whom = RowList(theme, "Application", self.applications)
        self.from_what = RowList(theme, "Template", self.templates)
        self.for_whom.setItemDelegate(CandidateDelegate(theme, self.for_whom, Size.ROW + 4))
        self.from_what.setItemDelegate(TemplateDelegate(theme, self.from_what))
        for one in (self.for_whom, self.from_what):
            one.opened.subscribe(lambda _row: self._start(), owner=self)
        self._lay_out_choices()
        self._fill()

    def open_here(self) -> None:
        """Show the sheet with the focus on what is still to be chosen."""
        self.open(self.from_what if self._choices.wish.application_id is not None else self.filter)

    def _start(self) -> None:
        whom, what = self.for_whom.selected(), self.from_what.selected()
        if whom is not None and what is not None:
            self.started.put(Start(whom.id, what.id))
            self.close()

    def _fill(self) -> None:
        wish = self._choices.wish
        self.templates.show_rows(self._choices.templates)
        self._select(self.from_what, wish.template_id)
        self._filter("")
        if wish.application_id is not None:
            self.for_whom.select(wish.application_id)

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [
            one
            for one in self._choices.applications
            if all(word in f"{one.company} {one.role}".casefold() for word in words)
        ]
        self.applications.show_rows(fitting)
        if self.for_whom.selected() is None:
            self._select(self.for_whom, None)
        self.write.setEnabled(bool(fitting))

    def _select(self, rows: RowList, key: int | None) -> None:
        if not rows.select(key) and rows.rows.rows:
            rows.select(rows.rows.key(rows.rows.rows[0]))

    def _lay_out_choices(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(Space.PAGE)
        for title, widgets in (
            ("Application", (self.filter, self.for_whom)),
            ("Template", (self.from_what,)),
        ):
            column = QVBoxLayout()
            column.setSpacing(Space.SNUG)
            column.addWidget(PlainLabel(title, "caption"))
            for widget in widgets:
                column.addWidget(widget)
            columns.addLayout(column, 1)
        self.body.addLayout(columns)
        self.write = Button("Write letter", kind="primary")
        self.write.clicked.connect(self._start)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.close)
        self.footer.addWidget(PlainLabel("Known values are filled in at once.", "cap"))
        self.footer.addStretch(1)
        self.footer.addWidget(cancel, 0, Qt.AlignmentFlag.AlignRight)
        self.footer.addWidget(self.write)
        self.default = self.write
