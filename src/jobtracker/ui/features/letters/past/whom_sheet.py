"""Asks for which other application a letter is to be written again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from jobtracker.ui.features.letters.contract import Candidate
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_not
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Size, Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.row_delegate import CardDelegate, Cell, two_lines
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.row_table import RowList, RowView
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (520, 520)


class CandidateDelegate(CardDelegate):
    def __init__(self, theme: Theme, view: RowView) -> None:
        super().__init__(theme, view, Size.ROW + 4)

    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        inside = cell.rect.adjusted(Space.PANE, 0, -Space.LARGE, -Space.TIGHT)
        two_lines(painter, self.theme, inside, cell.row.company, cell.row.role)


class WhomSheet(Sheet):
    """`chosen` tells the application; Enter is enough."""

    def __init__(self, theme: Theme, opener: QWidget, candidates: Sequence[Candidate]) -> None:
        super().__init__(theme, opener, "Duplicate for another application", SIZE)
        self.chosen: Channel[int] = Channel()
        self._candidates = candidates
        self.filter = QLineEdit()
        keep_not(self.filter)
        self.filter.setPlaceholderText("Company or role")
        self.filter.setAccessibleName("Find an application")
        self.model: RowModel[Candidate] = RowModel(
            [Column("Application", lambda row: f"{row.company}, {row.role}")],
            key=lambda row: row.id,
        )
        self.rows = RowList(theme, "Application", self.model)
        self.rows.setItemDelegate(CandidateDelegate(theme, self.rows))
        self.copy = Button("Duplicate letter", kind="primary")
        self._lay_out_sheet()
        self.filter.textChanged.connect(self._narrow)
        self.filter.returnPressed.connect(self._choose)
        self.rows.opened.subscribe(lambda _row: self._choose(), owner=self)
        self._narrow("")

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [
            one
            for one in self._candidates
            if all(word in f"{one.company} {one.role}".casefold() for word in words)
        ]
        self.model.show_rows(fitting)
        if fitting and self.rows.selected() is None:
            self.rows.select(fitting[0].id)
        self.copy.setEnabled(bool(fitting))

    def _choose(self) -> None:
        chosen: Candidate | None = self.rows.selected()
        if chosen is not None:
            self.close()
            self.chosen.put(chosen.id)

    def _lay_out_sheet(self) -> None:
        self.body.addWidget(self.filter)
        self.body.addWidget(self.rows)
        self.copy.clicked.connect(self._choose)
        self.footer.addWidget(PlainLabel("What has to change is listed then.", "cap"))
        self.footer.addStretch(1)
        self.footer.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignRight)
        self.default = self.copy
