"""Choosing the application that a profile becomes the reference role of."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from jobtracker.domain.text import folded
from jobtracker.ui.features.profiles.contract import OpenApplication, Use
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.row_delegate import CardDelegate, Cell, two_lines
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.row_table import RowList
from jobtracker.ui.widgets.sheet import Sheet

SIZE = (520, 520)
HEIGHT = 50
LONGEST = 32


def _words(row: OpenApplication) -> str:
    now = f"compared with {row.profile}" if row.profile else "no reference role yet"
    return f"{row.company}, {now}"


class _Rows(CardDelegate):
    def paint_cell(self, painter: QPainter, cell: Cell) -> None:
        room = cell.rect.adjusted(Space.PANE, 0, -Space.PANE, -Space.TIGHT)
        two_lines(painter, self.theme, room, cell.row.role, _words(cell.row))


class UseSheet(Sheet):
    """A filter over the open applications; `used` carries the one that was chosen."""

    def __init__(
        self,
        theme: Theme,
        opener: QWidget,
        profile: tuple[int, str],
        rows: Sequence[OpenApplication],
    ) -> None:
        self._profile_id, self._title = profile
        super().__init__(theme, opener, f"Use {self._title} for an application", SIZE)
        self.used: Channel[Use] = Channel()
        self._all = list(rows)
        column = Column("Application", lambda row: f"{row.role}, {_words(row)}")
        self._model = RowModel[OpenApplication]([column], key=lambda row: row.id)
        self.filter = QLineEdit()
        self.list = RowList(theme, "Open applications", self._model)
        self.list.setProperty("s", "surface")
        self.list.setItemDelegate(_Rows(theme, self.list, HEIGHT))
        self.body.addWidget(Field(theme, "Company or role", self.filter))
        self.body.addWidget(self.list, 1)
        cancel = Button("Cancel", kind="ghost")
        cancel.clicked.connect(self.close)
        self.use = Button("Use", kind="primary")
        self.default = self.use
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self.use)
        self.filter.textChanged.connect(self._refilter)
        self.use.clicked.connect(self._choose)
        self.list.opened.subscribe(lambda _row: self._choose(), owner=self)
        self.list.current.subscribe(self._name, owner=self)
        self._refilter("")

    def _refilter(self, text: str) -> None:
        words = folded(text).split()
        rows = [
            row
            for row in self._all
            if all(word in folded(f"{row.company} {row.role}") for word in words)
        ]
        self._model.show_rows(rows)
        self.use.setEnabled(bool(rows))
        if rows:
            self.list.select(rows[0].id)
        else:
            self.use.setText("No application fits")

    def _name(self, row: OpenApplication) -> None:
        """The button says what it will do; an ampersand would be an Alt key."""
        name = row.company if len(row.company) <= LONGEST else f"{row.company[:LONGEST]}…"
        self.use.setText(f"Use for {name.replace('&', '&&')}")

    def _choose(self) -> None:
        row = self.list.selected()
        if row is not None:
            self.close()
            self.used.put(Use(self._profile_id, self._title, row))
