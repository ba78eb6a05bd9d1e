"""The last step: how many rows are read and refused, and a look at both."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jobtracker.domain.salary_tables import RefusedRow, TableReading, TableRow, is_comparable
from jobtracker.ui.features.salary_import.contract import SaveRefused
from jobtracker.ui.features.salary_import.rows import PlainRows
from jobtracker.ui.features.salary_import.words import counted, pay_words
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.dialogs import save_file
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.row_model import Column, RowModel
from jobtracker.ui.widgets.segmented import Segmented

READ, REFUSED = "read", "refused"
_READ_COLUMNS = (
    Column("Row", lambda one: str(one[1].row), 72, right=True),
    Column("Role", lambda one: one[1].role or one[1].code),
    Column("Level", lambda one: one[1].level, 120),
    Column("Place", lambda one: one[1].place, 150),
    Column("Pay", lambda one: pay_words(one[1]), 210),
    Column("Answers", lambda one: "" if one[1].n is None else f"{one[1].n:,}", 80, right=True),
)
_REFUSED_COLUMNS = (
    Column("Row", lambda row: str(row.row), 72, right=True),
    Column("Cause", lambda row: row.cause, 190),
    Column("Reason", lambda row: row.reason),
)


class CheckStep(QWidget):
    """`saved` asks to write the refused rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.saved: Channel[SaveRefused] = Channel()
        self._reading: TableReading | None = None
        self.said = PlainLabel("", "strong", wrap=True)
        self.causes = PlainLabel("", "small", wrap=True)
        self.switch = Segmented("Rows shown", [(READ, "Read"), (REFUSED, "Refused")])
        self.save = Button("Save refused rows…")
        self._read: RowModel[tuple[int, TableRow]] = RowModel(_READ_COLUMNS, lambda one: one[0])
        self._refused: RowModel[RefusedRow] = RowModel(_REFUSED_COLUMNS, lambda row: row.row)
        self.read = PlainRows(theme, "Rows read", self._read)
        self.refused = PlainRows(theme, "Rows refused", self._refused)
        self._tables = QStackedWidget()
        for table in (self.read, self.refused):
            self._tables.addWidget(table)
        self._lay_out_step()
        self.switch.chosen.subscribe(self._show_table, owner=self)
        self.save.clicked.connect(self._ask_where)

    def show_reading(self, reading: TableReading) -> None:
        self._reading = reading
        read, refused = f"{reading.read:,} of {reading.total:,} rows read", len(reading.refused)
        known = sum(map(is_comparable, reading.rows))
        figures = counted(known, "line to compare with", "lines to compare with")
        self.said.setText(f"{read}, {refused:,} refused. They give {figures}.")
        self.causes.setText(_by_cause(reading.refused))
        self.causes.setVisible(bool(refused))
        self._read.show_rows(list(enumerate(reading.rows)))
        self._refused.show_rows(sorted(reading.refused, key=lambda row: (row.cause, row.row)))
        self.switch.set_words(READ, f"Read {len(reading.rows):,}")
        self.switch.set_words(REFUSED, f"Refused {refused:,}")
        self.save.setEnabled(bool(refused))
        self._show_table(self.switch.value())

    def _show_table(self, which: str) -> None:
        self._tables.setCurrentWidget(self.refused if which == REFUSED else self.read)

    def _ask_where(self) -> None:
        reading = self._reading
        if reading is None:
            return
        stem = Path(reading.raw.file).stem

        def put(path: Path) -> None:
            self.saved.put(SaveRefused(path, reading.raw.headings, reading.refused))

        suggested = Path.home() / f"{stem} refused rows.csv"
        save_file(self, "Save refused rows", suggested, ("CSV (*.csv)",), put)

    def _lay_out_step(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.switch)
        row.addStretch(1)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(self.said)
        column.addWidget(self.causes)
        column.addLayout(row)
        column.addWidget(self._tables, 1)


def _by_cause(refused: tuple[RefusedRow, ...]) -> str:
    """The refused rows in a line: "Low above high: 2. No role named: 1."."""
    causes = [row.cause for row in refused]
    counts = sorted(((causes.count(cause), cause) for cause in set(causes)), reverse=True)
    return " ".join(f"{cause}: {count:,}." for count, cause in counts)
